package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A graph of named numbers, as typed: {@code a = w + c; b = w*x; L = a*b}.
 *
 * <p>A name that is never set is an open input. A name that is set to a number, like {@code w = 4}, is an input whose
 * number the text gives. Every other name is a node, which is computed from names that are set before it. The last node
 * is the root; every other name is used by a later node. In the example the inputs are w, c and x, all open, the nodes
 * a, b and L, and L is the root.
 *
 * <p>Graphs with equal nodes are equal, whatever their spacing and the numbers that are given for their inputs.
 */
public final class ExpressionGraph {
    public static final int MOST_NODES = 16;
    public static final int MOST_INPUTS = 6;
    /** Longest name, in characters. */
    static final int LONGEST_NAME = 16;

    /**
     * A number that is computed from others.
     *
     * @param name its name
     * @param f what it is computed by, a function of the used names: variable i is the i-th of them
     * @param uses positions in {@link ExpressionGraph#names} of the names that it uses, each once, in the order of the
     *     text
     */
    public record GraphNode(String name, Expression f, List<Integer> uses) {
        public GraphNode {
            uses = List.copyOf(uses);
        }
    }

    private final List<String> names;
    private final List<GraphNode> nodes;
    private final Map<String, Double> given;
    private final Map<String, String> statements;

    /**
     * @param names the inputs in the order in which they are first used, then the nodes
     * @param given the numbers of the inputs for which the text states one
     * @param statements what each name is set to, as typed, in the order of the text
     */
    ExpressionGraph(
            List<String> names, List<GraphNode> nodes, Map<String, Double> given, Map<String, String> statements) {
        this.names = List.copyOf(names);
        this.nodes = List.copyOf(nodes);
        this.given = Map.copyOf(given);
        this.statements = new LinkedHashMap<>(statements);
    }

    /**
     * Parses a graph.
     *
     * @throws BadInput with the position, from 1, of what cannot be read; or of a name that is used
     *     before it is set, set twice, part of a circle, or never used
     */
    public static ExpressionGraph parse(String text) {
        return new GraphParser(text).graph();
    }

    /** Returns all names: the inputs in the order in which they are first used, then the nodes as they are set. */
    public List<String> names() {
        return names;
    }

    /** Returns the number of inputs, which are the first names. */
    public int inputs() {
        return names.size() - nodes.size();
    }

    public List<GraphNode> nodes() {
        return nodes;
    }

    /** Returns the node with a name's position in {@link #names}; empty for an input. */
    public Optional<GraphNode> node(int name) {
        return name < inputs() ? Optional.empty() : Optional.of(nodes.get(name - inputs()));
    }

    /** Returns the number that the text states for an input; empty if it states none. */
    public Optional<Double> given(String input) {
        return Optional.ofNullable(given.get(input));
    }

    /** Returns the inputs for which the text states no number, in the order in which they are first used. */
    public List<String> open() {
        return names.subList(0, inputs()).stream()
                .filter(name -> !given.containsKey(name))
                .toList();
    }

    /** Returns the numbers with which the graph opens: those that the text states, and 1 for every other input. */
    public Vector start() {
        return Vector.of(inputs(), i -> given(names.get(i)).orElse(1.0));
    }

    /**
     * Checks the numbers of the inputs.
     *
     * @throws BadInput if a number is missing, left over or not finite
     */
    public void requireInputs(Vector numbers) {
        List<String> inputs = names.subList(0, inputs());
        if (numbers.size() != inputs.size()) {
            throw BadInput.maths(
                            "shape_mismatch",
                            "has " + numbers.size() + " numbers; the graph needs " + inputs.size() + ", for "
                                    + String.join(", ", inputs))
                    .forInput("inputs");
        }
        for (int i = 0; i < inputs.size(); i++) {
            double number = numbers.get(i);
            BadInput.require(Double.isFinite(number), "not_finite", inputs.get(i), number, "must be finite, like 4");
        }
    }

    /**
     * Computes all values and slopes.
     *
     * @param numbers one finite number for each input
     * @throws BadInput as {@link #requireInputs}
     */
    public GraphSlopes slopes(Vector numbers) {
        return GraphSlopes.of(this, numbers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExpressionGraph that && nodes.equals(that.nodes) && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    /** Returns all statements as typed: {@code w = 4; a = w+1; L = a*w}. */
    @Override
    public String toString() {
        return text(statements);
    }

    /** Returns the statements with other numbers for the inputs whose numbers the text gives. */
    public String toString(Vector numbers) {
        Map<String, String> changed = new LinkedHashMap<>(statements);
        for (int i = 0; i < inputs(); i++) {
            double number = numbers.get(i);
            if (given(names.get(i)).filter(stated -> stated != number).isPresent()) {
                changed.put(names.get(i), Decimal.shortest(number));
            }
        }
        return text(changed);
    }

    /** Returns the statements of the nodes: {@code a = w+1; L = a*w}. */
    public String nodesText() {
        Map<String, String> left = new LinkedHashMap<>(statements);
        left.keySet().removeAll(given.keySet());
        return text(left);
    }

    private static String text(Map<String, String> statements) {
        return statements.entrySet().stream()
                .map(set -> set.getKey() + " = " + set.getValue())
                .collect(Collectors.joining("; "));
    }
}
