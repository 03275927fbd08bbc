/**
 * Figures: each declares the inputs, the results and the picture of one idea of the course.
 *
 * <p>A {@link dev.nabla.figure.Figure} declares its start, the {@link dev.nabla.figure.Knob}s that change it, the
 * {@link dev.nabla.figure.Fact}s that follow and how it is drawn. Keys, flags, lesson settings, JSON and labels are all
 * derived from these. {@link dev.nabla.figure.FigureState} is the state of a figure on a screen; its methods are what a
 * user can do. Each figure has a package of its own below; {@code figure.part} holds what figures share, {@code
 * figure.catalog} the list of all. Imports {@code math} and {@code frame}, sees no figure's package; pure like them. To
 * add a figure: make a package like {@code figure.softmax}, name it in the catalog, and look at its golden frames.
 */
package dev.nabla.figure;
