/**
 * Figure FIG.26: reward changes what a trained model says, and how far the model moves for it.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.wish.WishFigure}.
 */
package dev.nabla.figure.wish;
