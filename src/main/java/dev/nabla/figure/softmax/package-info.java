/**
 * Figure FIG.06: softmax, which turns logits into probabilities.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.softmax.SoftmaxFigure}.
 */
package dev.nabla.figure.softmax;
