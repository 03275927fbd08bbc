/**
 * Operations of {@code solve} that no lesson draws: normalisation, the loss of a batch, the divergence of two
 * distributions, softmax's backward pass and one step of an optimizer. {@code show} tells them in words and numbers.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.operation.NormOperation}.
 */
package dev.nabla.figure.operation;
