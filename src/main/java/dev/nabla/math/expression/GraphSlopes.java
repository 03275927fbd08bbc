package dev.nabla.math.expression;

import dev.nabla.math.Rounded;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.ExpressionGraph.GraphNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The values of an {@link ExpressionGraph} and the slopes of its root, found in one walk back.
 *
 * <p>The root has slope 1. A node with slope g hands g times its local slope to each name that it uses, and a name adds
 * up what it gets: {@code dL/du = sum over its users v of dL/dv dv/du}. For {@code a = w + c; b = w*x; L = a*b} at w =
 * 4, c = -1, x = 0.5, w gets 3·0.5 = 1.5 from b and 2·1 = 2 from a, together 3.5. Nodes hand on their slopes in the
 * opposite order of their setting, so all nodes that use a name come before it.
 *
 * @see <a href="https://doi.org/10.1038/323533a0">Rumelhart, Hinton, Williams (1986)</a>
 */
public final class GraphSlopes {
    /**
     * What a node hands to one of the names that it uses.
     *
     * @param from position of the node in {@link ExpressionGraph#names}
     * @param to position of the name
     * @param local the local slope; NaN if there is none
     * @param part the slope of the node times the local slope; NaN if there is none
     * @param trouble why there is no local slope; empty if there is one
     */
    public record Wire(int from, int to, double local, double part, Optional<String> trouble) {}

    /**
     * Why a name has no value.
     *
     * @param node position of the first node that has none
     * @param why what is wrong there
     */
    private record NodeTrouble(int node, String why) {}

    /** What can be said of the slopes as a whole. */
    public enum SlopesStatus {
        /** The root has no value. */
        UNDEFINED,
        /** The root has a value, but some name has no slope. */
        NO_SLOPE,
        /** A slope is larger than any double. */
        OVERFLOWED,
        /** All slopes are numbers. */
        DEFINED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final ExpressionGraph graph;
    private final double[] values;
    /** Rounding error of each value: of its own operations, and what the errors of the names that it uses add. */
    private final double[] valueErrors;

    private final List<Optional<NodeTrouble>> noValue;
    private final Rounded[] slopes;
    private final List<Optional<String>> noSlope;
    private final List<Wire> wires = new ArrayList<>();

    private GraphSlopes(ExpressionGraph graph) {
        int names = graph.names().size();
        this.graph = graph;
        this.values = new double[names];
        this.valueErrors = new double[names];
        this.noValue = new ArrayList<>(Collections.nCopies(names, Optional.empty()));
        this.slopes = new Rounded[names];
        this.noSlope = new ArrayList<>(Collections.nCopies(names, Optional.empty()));
    }

    static GraphSlopes of(ExpressionGraph graph, Vector inputs) {
        graph.requireInputs(inputs);
        GraphSlopes slopes = new GraphSlopes(graph);
        for (int i = 0; i < inputs.size(); i++) {
            slopes.values[i] = inputs.get(i);
        }
        slopes.forward();
        slopes.backward();
        return slopes;
    }

    private void forward() {
        for (int k = graph.inputs(); k < values.length; k++) {
            GraphNode node = graph.node(k).orElseThrow();
            int name = k;
            Optional<NodeTrouble> earlier = node.uses().stream()
                    .map(noValue::get)
                    .flatMap(Optional::stream)
                    .findFirst();
            Optional<NodeTrouble> trouble = earlier.or(
                    () -> node.f().noValue(at(node)).map(reason -> new NodeTrouble(name, reason.message("it", ""))));
            noValue.set(k, trouble);
            Rounded value =
                    trouble.isPresent() ? Rounded.exact(Double.NaN) : node.f().at(at(node));
            values[k] = value.x();
            valueErrors[k] =
                    value.off() + handedOn(node, point -> node.f().at(point).x());
        }
    }

    private Vector at(GraphNode node) {
        return Vector.of(node.uses().size(), i -> values[node.uses().get(i)]);
    }

    private void backward() {
        int root = values.length - 1;
        for (int k = 0; k < root; k++) {
            slopes[k] = noValue.get(root).isPresent() ? Rounded.exact(Double.NaN) : Rounded.ZERO;
            noSlope.set(k, noValue(root));
        }
        slopes[root] = noValue.get(root).isPresent() ? Rounded.exact(Double.NaN) : Rounded.exact(1);
        noSlope.set(root, noValue(root));
        for (int k = root; k >= graph.inputs(); k--) {
            GraphNode node = graph.node(k).orElseThrow();
            for (int i = 0; i < node.uses().size(); i++) {
                hand(k, node, i);
            }
        }
    }

    /** Hands the slope of a node, times the local slope, to the i-th name that it uses. */
    private void hand(int k, GraphNode node, int i) {
        int to = node.uses().get(i);
        if (noValue.get(k).isPresent()) {
            wires.add(new Wire(k, to, Double.NaN, Double.NaN, noValue(k)));
            return;
        }
        Derivative along = new Derivative(node.f().along(i, at(node)), values[to], 1);
        Optional<String> none = along.noSlope();
        Rounded local = none.isPresent() ? Rounded.exact(Double.NaN) : local(node, i, along.slopeRounded());
        // Where no slope arrives from above, a kink hands on 0 from either side.
        boolean still = slopes[k].x() == 0 && along.isKink();
        Rounded part = still ? Rounded.ZERO : slopes[k].times(local);
        Optional<String> trouble = noSlope.get(k)
                .or(() -> still
                        ? Optional.empty()
                        : none.map(why -> node.name() + " by " + graph.names().get(to) + ": " + why));
        wires.add(new Wire(k, to, local.x(), part.x(), none));
        slopes[to] = slopes[to].plus(part);
        noSlope.set(to, noSlope.get(to).or(() -> trouble));
    }

    /** Returns a local slope with the errors of the values at which it is computed. */
    private Rounded local(GraphNode node, int i, Rounded slope) {
        double moved = handedOn(
                node,
                point -> Double.isFinite(point.get(i))
                        ? new Derivative(node.f().along(i, point), point.get(i), 1).slope()
                        : Double.NaN);
        return new Rounded(slope.x(), slope.off() + moved);
    }

    /** Returns how far off a result is because of the errors of the names that a node uses. */
    private double handedOn(GraphNode node, ToDoubleFunction<Vector> result) {
        Vector point = at(node);
        double off = 0;
        for (int i = 0; i < point.size(); i++) {
            int used = i;
            Rounded inexact = new Rounded(point.get(i), valueErrors[node.uses().get(i)]);
            off += inexact.apply(x -> result.applyAsDouble(point.with(used, x)), own -> 0)
                    .off();
        }
        return off;
    }

    public ExpressionGraph graph() {
        return graph;
    }

    /** Returns the value of a name; NaN if it has none. */
    public double value(int name) {
        return values[name];
    }

    /** Returns why a name has no value, behind the name of the node that is the cause; empty if it has one. */
    public Optional<String> noValue(int name) {
        return noValue.get(name).map(trouble -> graph.names().get(trouble.node()) + ": " + trouble.why());
    }

    /** Returns why a name has no value, for a reader who sees that name; empty if it has one. */
    public Optional<String> noValueOf(int name) {
        return noValue.get(name)
                .filter(trouble -> trouble.node() == name)
                .map(NodeTrouble::why)
                .or(() -> noValue(name));
    }

    /** Returns the slope of the root by a name; NaN if there is none, infinite if it is larger than any double. */
    public double slope(int name) {
        return slopes[name].x();
    }

    /** Returns why the root has no slope by a name; empty if it has one. */
    public Optional<String> noSlope(int name) {
        return noSlope.get(name)
                .or(() ->
                        Double.isFinite(slope(name)) ? Optional.empty() : Optional.of("it is larger than any double"));
    }

    /** Returns why fewer than six digits of a value are certain; empty if they are. */
    public Optional<String> valueDoubt(int name) {
        return new Rounded(values[name], valueErrors[name]).doubt();
    }

    /** Returns why fewer than six digits of a slope are certain; empty if they are. */
    public Optional<String> doubt(int name) {
        return slopes[name].doubt();
    }

    /** Returns all wires in the order of the walk back. */
    public List<Wire> wires() {
        return Collections.unmodifiableList(wires);
    }

    /** Returns the wires that end at a name, in the order in which they bring their parts. */
    public List<Wire> arriving(int name) {
        return wires.stream().filter(wire -> wire.to() == name).toList();
    }

    /** Returns the inputs that do not move the root: their slope is 0. */
    public List<Integer> silent() {
        return IntStream.range(0, graph.inputs())
                .filter(name -> slope(name) == 0)
                .boxed()
                .toList();
    }

    /** Returns the names that get two or more parts, none of them 0, which add up to 0 within rounding. */
    public List<Integer> cancelled() {
        return IntStream.range(0, values.length).filter(this::cancels).boxed().toList();
    }

    private boolean cancels(int name) {
        long parts = arriving(name).stream()
                .filter(wire -> wire.part() != 0 && Double.isFinite(wire.part()))
                .count();
        return parts >= 2 && Math.abs(slopes[name].x()) <= slopes[name].off();
    }

    public SlopesStatus status() {
        if (noValue.get(values.length - 1).isPresent()) {
            return SlopesStatus.UNDEFINED;
        }
        if (noSlope.stream().anyMatch(Optional::isPresent)) {
            return SlopesStatus.NO_SLOPE;
        }
        boolean finite = IntStream.range(0, values.length).allMatch(name -> Double.isFinite(slope(name)));
        return finite ? SlopesStatus.DEFINED : SlopesStatus.OVERFLOWED;
    }
}
