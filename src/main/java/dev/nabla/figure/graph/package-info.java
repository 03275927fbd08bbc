/**
 * Figure FIG.04b: a graph of named numbers, typed as a formula, and the walk back through it, in which a name adds up
 * what comes by each path. {@code GraphLayers}, {@code GraphRows} and {@code GraphLayout} place the names, {@code
 * WireTracks} and {@code WireCells} the wires.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.graph.GraphFigure}.
 */
package dev.nabla.figure.graph;
