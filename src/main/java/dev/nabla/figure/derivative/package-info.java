/**
 * Figure FIG.04: the slope of a curve as the limit of secants.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.derivative.DerivativeFigure}.
 */
package dev.nabla.figure.derivative;
