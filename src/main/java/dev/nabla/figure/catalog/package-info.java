/**
 * The list of all figures, in a package of its own so that {@code figure} and the figures' packages never depend on it.
 *
 * <p>Sees {@code figure} and every figure's package. Start reading at {@link dev.nabla.figure.catalog.Figures}.
 */
package dev.nabla.figure.catalog;
