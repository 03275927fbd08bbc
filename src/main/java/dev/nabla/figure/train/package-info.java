/**
 * Figure FIG.16: the training of a small GPT on names.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.train.TrainFigure}.
 */
package dev.nabla.figure.train;
