package dev.nabla.figure;

import java.util.function.UnaryOperator;

/**
 * A change of the model that is worth a key of its own, like making two vectors perpendicular.
 *
 * @param name by which the key table knows it
 * @param key that a lesson may name, a small letter
 * @param word what it does, for those who hear the figure told
 * @param effect the model after it
 */
public record Trick<M extends Record>(String name, char key, String word, UnaryOperator<M> effect) {}
