/**
 * Parts that several figures share: tables of knobs, grids of a matrix, columns of values, texts about tokens, and the
 * knobs of a model that learns names.
 *
 * <p>Sees {@code figure}, {@code gpt}, {@code math} and {@code frame}, and no figure's package. Pure. Start reading at
 * {@link dev.nabla.figure.part.KnobTable}.
 */
package dev.nabla.figure.part;
