/** Room of FIG.00, products of slopes along the paths of a tree; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.chain.ChainFigure}. */
package dev.nabla.figure.chain;
