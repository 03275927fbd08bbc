package dev.nabla.figure;

import java.util.function.UnaryOperator;

/**
 * A change of the model that is worth a key of its own, like making two vectors perpendicular.
 *
 * @param name by which it is known
 * @param key that a lesson may name, a small letter
 * @param word what it does in a word, for the key line
 * @param rank which keys that line drops first, the highest
 * @param help what it does
 * @param effect the model after it
 */
public record FigureCommand<M extends Record>(
        String name, char key, String word, int rank, String help, UnaryOperator<M> effect) {}
