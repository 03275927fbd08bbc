/**
 * Figure FIG.14: the loss of a name, letter by letter.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.nll.NllFigure}.
 */
package dev.nabla.figure.nll;
