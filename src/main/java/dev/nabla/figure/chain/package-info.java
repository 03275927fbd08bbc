/**
 * Figure FIG.00: the chain rule, slopes multiplied along a path of a tree.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.chain.ChainFigure}.
 */
package dev.nabla.figure.chain;
