package dev.nabla.figure.graph;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Codec.VectorCodec.NudgeMode;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.Value;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.ExpressionGraph;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The knobs of a typed graph: its text, the numbers of its inputs, and the name whose slope is added up. */
final class OwnKnobs {
    private static final String NO_TEXT = "there is no graph f to apply it to; give one, like 'a = w + c; L = a*w'";

    /** Examples of graphs; a class of its own, so that they are parsed only when the knobs are needed. */
    private static final class Presets {
        static final List<Optional<ExpressionGraph>> ALL = List.of(
                Optional.empty(),
                graph("w1 = -3; x1 = 2; w2 = 1; x2 = 0.5; b = 6; n = w1*x1 + w2*x2 + b; o = tanh(n)"),
                graph("w = 0.5; x = 2; t = 1; h = relu(w*x); y = h + x; L = (y - t)^2"),
                graph("w = 2; a = w + 1; b = a*w; d = a + b; L = b*d"));

        private static Optional<ExpressionGraph> graph(String text) {
            return Optional.of(ExpressionGraph.parse(text));
        }
    }

    static final Knob<GraphModel, Optional<ExpressionGraph>> TEXT = KnobInfo.usual(
                    "f", "f", "named nodes instead, like 'a = w + c; b = w*x; L = a*b'")
            .labelled("graph f", "f")
            .holding(
                    new Codec.TextCodec<>(Presets.ALL, OwnKnobs::read, OwnKnobs::value),
                    model -> model.own().map(OwnGraph::text),
                    GraphModel::withText);

    static final Knob<GraphModel, Vector> INPUTS = KnobInfo.usual(
                    "inputs", "inputs", "numbers for the names that f does not set, in their order, like 4,-1,0.5")
            .vector(
                    new Range(-6, 6, 0.5),
                    NudgeMode.FITTED,
                    (GraphModel model) -> model.own().map(OwnGraph::inputs).orElse(Vector.of(1)),
                    (model, inputs) -> model.withOwn(model.own().map(own -> own.withInputs(inputs))))
            .either(model -> model.own().isPresent(), NO_TEXT);

    static final Knob<GraphModel, Integer> NODE = KnobInfo.picture(
                    "node", "node", "the name whose slope is added up, like w")
            .<GraphModel, Integer>bound(
                    OwnKnobs::names,
                    model -> model.own().map(OwnGraph::node).orElse(0),
                    (model, node) -> model.withOwn(model.own().map(own -> own.withNode(node))))
            .either(model -> model.own().isPresent(), NO_TEXT);

    private OwnKnobs() {}

    private static Optional<ExpressionGraph> read(String text) {
        return text.strip().equals(Value.Absent.TEXT) ? Optional.empty() : Optional.of(ExpressionGraph.parse(text));
    }

    private static Value value(Optional<ExpressionGraph> text) {
        return text.<Value>map(graph -> new Value.Word(graph.toString()))
                .orElseGet(() -> new Value.Absent("w, c and x are given; leave one of them out"));
    }

    private static Codec<Integer> names(GraphModel model) {
        List<String> names = model.own().map(own -> own.text().names()).orElse(List.of("w"));
        List<Integer> positions = IntStream.range(0, names.size()).boxed().toList();
        return Codec.named(names, positions, positions);
    }
}
