/**
 * Figures: each idea of the course as a declaration of numbers in, facts and a picture out.
 *
 * <p>A {@link dev.nabla.figure.Figure} says what it starts with, which {@link dev.nabla.figure.Knob}s change it, which
 * {@link dev.nabla.figure.Fact}s follow and how it is drawn; keys, flags, lesson settings, JSON and labels all come from
 * those. {@link dev.nabla.figure.FigureState} is the whole state of a figure on a screen and its methods are what a viewer can do.
 * Each figure has a room below; what figures share is in {@code figure.part}, the list of all in
 * {@code figure.catalog}. Imports {@code math} and {@code frame}, sees no room; pure like them. To add a figure: make a room
 * like {@code figure.softmax}, name it in the catalog, and look at its golden frames.
 */
package dev.nabla.figure;
