package dev.nabla.figure;

import java.util.function.UnaryOperator;

/**
 * A change of the model that is worth a key of its own, like making two vectors perpendicular.
 *
 * @param name by which the key table knows it
 * @param word what it does, for the key line
 * @param effect the model after it
 */
public record Trick<M extends Record>(String name, String word, UnaryOperator<M> effect) {}
