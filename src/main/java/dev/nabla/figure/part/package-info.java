/**
 * Parts that several figures share: tables of knobs, grids of a matrix, columns of readings, how tokens are called, the
 * letters and steps of a model that learns names.
 *
 * <p>Sees {@code figure}, {@code gpt}, {@code math} and {@code frame}, and no figure's room. Pure. Start reading at {@link
 * dev.nabla.figure.part.KnobTable}.
 */
package dev.nabla.figure.part;
