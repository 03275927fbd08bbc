package dev.nabla.figure.graph;

import dev.nabla.math.Vector;
import dev.nabla.math.expression.ExpressionGraph;
import dev.nabla.math.expression.GraphSlopes;
import java.util.List;

/**
 * A graph that was typed, with the numbers of its inputs.
 *
 * @param text the graph
 * @param inputs a finite number for each input
 * @param node position in {@link ExpressionGraph#names} of the name whose slope is added up in the picture
 */
public record OwnGraph(ExpressionGraph text, Vector inputs, int node) {
    public OwnGraph {
        text.requireInputs(inputs);
        OwnQuantities.requireNames(text);
    }

    /** Returns a graph with the numbers that its text states, and its first input chosen. */
    static OwnGraph opened(ExpressionGraph text) {
        return new OwnGraph(text, text.start(), 0);
    }

    OwnGraph withText(ExpressionGraph other) {
        List<String> before = text.names().subList(0, text.inputs());
        Vector numbers = Vector.of(other.inputs(), i -> {
            String name = other.names().get(i);
            int known = before.indexOf(name);
            return other.given(name).orElseGet(() -> known < 0 ? 1.0 : inputs.get(known));
        });
        return new OwnGraph(
                other, numbers, Math.max(0, other.names().indexOf(text.names().get(node))));
    }

    /** Returns the text with the present numbers of the inputs that it sets. */
    String typed() {
        return text.toString(inputs);
    }

    OwnGraph withInputs(Vector other) {
        return new OwnGraph(text, other, node);
    }

    OwnGraph withNode(int other) {
        return new OwnGraph(text, inputs, other);
    }

    GraphSlopes slopes() {
        return text.slopes(inputs);
    }

    /** Returns the number of wires. */
    int wires() {
        return text.nodes().stream().mapToInt(made -> made.uses().size()).sum();
    }

    /** Returns the name at a position. */
    public String name(int position) {
        return text.names().get(position);
    }
}
