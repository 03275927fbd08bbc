package dev.nabla.figure.graph;

import dev.nabla.math.Graph;
import dev.nabla.math.Graph.Operation;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.ExpressionGraph;
import java.util.List;

/** The figure's own graph as a typed one: {@code a = w + c; b = w*x; L = a*b}. */
final class TwoPaths {
    private TwoPaths() {}

    /** Returns the formula of a graph. */
    private static ExpressionGraph text(Graph graph) {
        return ExpressionGraph.parse("a = " + made(graph.aIs(), "w", "c") + "; b = " + made(graph.bIs(), "w", "x")
                + "; L = " + made(graph.lIs(), "a", "b"));
    }

    private static String made(Operation is, String u, String v) {
        return switch (is) {
            case PLUS -> u + " + " + v;
            case TIMES -> u + "*" + v;
            case LOG -> "log(" + u + ")";
            case RELU -> "relu(" + u + ")";
        };
    }

    static OwnGraph typed(Graph graph) {
        ExpressionGraph text = text(graph);
        return new OwnGraph(
                text, Vector.of(text.inputs(), i -> number(graph, text.names().get(i))), 0);
    }

    private static double number(Graph graph, String input) {
        return switch (input) {
            case "w" -> graph.w();
            case "c" -> graph.c();
            case "x" -> graph.x();
            default -> throw new IllegalArgumentException(input);
        };
    }

    /** Returns a graph with other numbers for the inputs of its formula, in their order. */
    static Graph with(Graph graph, Vector numbers) {
        List<String> names = text(graph).open();
        Graph changed = graph;
        for (int i = 0; i < names.size(); i++) {
            double number = numbers.get(i);
            changed = switch (names.get(i)) {
                case "c" -> new Graph(changed.w(), number, changed.x(), graph.aIs(), graph.bIs(), graph.lIs());
                case "x" -> new Graph(changed.w(), changed.c(), number, graph.aIs(), graph.bIs(), graph.lIs());
                default -> changed.withW(number);
            };
        }
        return changed;
    }
}
