/** Room of FIG.05, gradient descent on a surface of two parameters; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.descent.DescentFigure}. */
package dev.nabla.figure.descent;
