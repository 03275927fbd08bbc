/**
 * Figure FIG.05: gradient descent on a loss surface.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.descent.DescentFigure}.
 */
package dev.nabla.figure.descent;
