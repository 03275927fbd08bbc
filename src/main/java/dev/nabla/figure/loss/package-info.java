/**
 * Figure FIG.07: cross-entropy loss and its gradient p − y.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.loss.LossFigure}.
 */
package dev.nabla.figure.loss;
