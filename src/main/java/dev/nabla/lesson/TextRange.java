package dev.nabla.lesson;

/**
 * A part of a text.
 *
 * @param from its first char, from 0
 * @param to the char after its last
 */
public record TextRange(int from, int to) {}
