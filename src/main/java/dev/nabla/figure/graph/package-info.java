/** Room of FIG.04b, the products of two paths that add; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.graph.GraphFigure}. */
package dev.nabla.figure.graph;
