/** Room of FIG.06, scores into shares; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.softmax.SoftmaxFigure}. */
package dev.nabla.figure.softmax;
