/**
 * Figure FIG.15: the gradient of all weights from one backward pass.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.backprop.BackpropFigure}.
 */
package dev.nabla.figure.backprop;
