/**
 * The list of all figures, apart from them so that {@code figure} and its rooms never see each other's list.
 *
 * <p>Sees {@code figure} and every room. Start reading at {@link dev.nabla.figure.catalog.Figures}.
 */
package dev.nabla.figure.catalog;
