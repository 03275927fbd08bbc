/**
 * Figure FIG.04b: backpropagation through a graph with two paths, whose products add.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.graph.GraphFigure}.
 */
package dev.nabla.figure.graph;
