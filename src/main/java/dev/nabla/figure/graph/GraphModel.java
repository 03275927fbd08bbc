package dev.nabla.figure.graph;

import dev.nabla.math.Graph;
import dev.nabla.math.Graph.GraphStatus;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.ExpressionGraph;
import java.util.Optional;

/**
 * State of the figure.
 *
 * @param graph the expression graph with its numbers; it has no meaning beside a typed one
 * @param own the graph that was typed; empty for the figure's own
 * @param steps how far the backward pass has come: 1 reaches the root. In the figure's own graph 2 reaches a, 3 b, 4
 *     reaches w through b, 5 also through a; in a typed one every further step is a wire
 */
public record GraphModel(Graph graph, Optional<OwnGraph> own, long steps) {
    /** Number of steps in the figure's own graph. */
    static final int STEPS = 5;

    /** Returns a copy with another graph, for which the backward pass is complete at once. */
    GraphModel with(Graph other) {
        return other.equals(graph) ? this : new GraphModel(other, own, STEPS);
    }

    /** Returns a copy with another typed graph, for which the backward pass is complete at once. */
    GraphModel withOwn(Optional<OwnGraph> other) {
        GraphModel changed = new GraphModel(graph, other, 0);
        return other.equals(own) ? this : changed.at(changed.lastStep());
    }

    /** Returns the graph as a typed one, also the figure's own. */
    OwnGraph typed() {
        return own.orElseGet(() -> TwoPaths.typed(graph));
    }

    /** Returns a copy with other numbers for the inputs of the typed graph, or of the figure's own. */
    GraphModel withInputs(Vector numbers) {
        return own.isPresent()
                ? withOwn(own.map(typed -> typed.withInputs(numbers)))
                : with(TwoPaths.with(graph, numbers));
    }

    /** Returns a copy with another text; names that both texts have keep their numbers, unless the text states one. */
    GraphModel withText(Optional<ExpressionGraph> text) {
        return withOwn(text.map(graph -> own.map(now -> now.withText(graph)).orElseGet(() -> OwnGraph.opened(graph))));
    }

    GraphModel at(long step) {
        return new GraphModel(graph, own, step);
    }

    /** Returns the number of steps of the whole backward pass. */
    long lastStep() {
        return own.map(typed -> 1L + typed.wires()).orElse((long) STEPS);
    }

    boolean isDefined() {
        return graph.status() != GraphStatus.UNDEFINED;
    }

    /** Returns the part of the slope that has reached w; NaN if L is undefined. */
    double collected() {
        double came = steps < STEPS - 1 ? 0 : steps < STEPS ? graph.paths().get(1) : graph.grad();
        return isDefined() ? came : Double.NaN;
    }
}
