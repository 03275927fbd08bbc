/**
 * Figures: each idea of the course as a declaration of numbers in, facts and a picture out.
 *
 * <p>A {@link dev.nabla.figure.Figure} says what it starts with, which {@link dev.nabla.figure.Knob}s change it, which
 * {@link dev.nabla.figure.Fact}s follow and how it is drawn; keys, flags, lesson settings, JSON and labels all come from
 * those. {@link dev.nabla.figure.Live} is the whole state of a figure on a screen and changes only by {@link
 * dev.nabla.figure.Action}s. Imports {@code math} and {@code frame}; pure like them. To add a figure: write one file like
 * {@link dev.nabla.figure.SoftmaxFigure}, name it in {@link dev.nabla.figure.Figures}, and look at its golden frames.
 */
package dev.nabla.figure;
