/**
 * Figure FIG.03: the product of two matrices, cell by cell.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.matmul.MatmulFigure}.
 */
package dev.nabla.figure.matmul;
