/**
 * Figure FIG.02: two vectors, their angle and their dot product.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.dot.DotFigure}.
 */
package dev.nabla.figure.dot;
