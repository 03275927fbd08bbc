package dev.nabla.figure.graph;

import dev.nabla.math.Vector;
import dev.nabla.math.expression.ExpressionGraph;
import dev.nabla.math.expression.GraphSlopes;
import java.util.List;

/**
 * A graph with the numbers of its inputs, and how far the walk back through it has come.
 *
 * @param text the graph
 * @param inputs a finite number for each input
 * @param node position in {@link ExpressionGraph#names} of the name whose slope is added up in the picture
 * @param steps steps of the walk: 1 reaches the root, every further one is a wire
 */
public record GraphModel(ExpressionGraph text, Vector inputs, int node, long steps) {
    public GraphModel {
        text.requireInputs(inputs);
        GraphQuantities.requireNames(text);
    }

    private static final ExpressionGraph LESSON = ExpressionGraph.parse("a = w + c; b = w*x; L = a*b");
    private static final Vector NUMBERS = Vector.of(4, -1, 0.5);

    /** Returns the graph of the lesson, in which w is used twice, before the walk. */
    static GraphModel start() {
        return new GraphModel(LESSON, NUMBERS, 0, 0);
    }

    /**
     * Returns a copy with another text. Names that both texts have keep their numbers, unless the text states one. The
     * others are 1, or what they are in the lesson's graph.
     */
    GraphModel withText(ExpressionGraph other) {
        List<String> before = inputNames();
        Vector numbers = Vector.of(other.inputs(), i -> {
            String name = other.names().get(i);
            int known = before.indexOf(name);
            double first = other.equals(LESSON) ? NUMBERS.get(i) : 1;
            return other.given(name).orElseGet(() -> known < 0 ? first : inputs.get(known));
        });
        return walked(new GraphModel(other, numbers, Math.max(0, other.names().indexOf(name(node))), steps));
    }

    GraphModel withInputs(Vector other) {
        return walked(new GraphModel(text, other, node, steps));
    }

    GraphModel withNode(int other) {
        return walked(new GraphModel(text, inputs, other, steps));
    }

    GraphModel at(long step) {
        return new GraphModel(text, inputs, node, step);
    }

    /** Returns a changed copy, in which the walk is over at once. */
    private GraphModel walked(GraphModel changed) {
        return changed.equals(this) ? this : changed.at(changed.lastStep());
    }

    /** Returns the number of steps of the whole walk. */
    long lastStep() {
        return 1 + text.nodes().stream().mapToLong(made -> made.uses().size()).sum();
    }

    /** Returns the text with the present numbers of the inputs that it sets. */
    String typed() {
        return text.toString(inputs);
    }

    GraphSlopes slopes() {
        return text.slopes(inputs);
    }

    List<String> inputNames() {
        return text.names().subList(0, text.inputs());
    }

    /** Returns the name at a position. */
    public String name(int position) {
        return text.names().get(position);
    }

    String root() {
        return name(text.names().size() - 1);
    }
}
