package dev.nabla.tui;

/**
 * A figure's place in the course.
 *
 * @param section id of the section
 * @param figure which of its figures, from 0
 */
record Slot(String section, int figure) {}
