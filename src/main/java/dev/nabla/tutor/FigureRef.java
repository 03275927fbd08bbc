package dev.nabla.tutor;

/**
 * A figure of the course.
 *
 * @param section id of the section
 * @param figure which of its figures, from 0
 */
public record FigureRef(String section, int figure) {}
