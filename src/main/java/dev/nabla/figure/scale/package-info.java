/**
 * Figure FIG.18: the number of weights and the training cost of a GPT of any size.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.scale.ScaleFigure}.
 */
package dev.nabla.figure.scale;
