/** Room of FIG.07, cross-entropy and its gradient p − y; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.loss.LossFigure}. */
package dev.nabla.figure.loss;
