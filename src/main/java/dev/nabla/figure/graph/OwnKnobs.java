package dev.nabla.figure.graph;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.NamedCodec;
import dev.nabla.figure.NamedNumbers;
import dev.nabla.figure.Range;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.figure.VectorCodec;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.ExpressionGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final KnobInfo F = KnobInfo.usual(
                    "f", "f", "named nodes, the last of them the root, like 'a = w + c; b = w*x; L = a*b'")
            .labelled("graph f", "f");

    private static final KnobInfo NUMBERS = KnobInfo.question(
                    "inputs",
                    "inputs",
                    "numbers for the names that f does not set, by name or in the order of their first use,"
                            + " like w=4,c=-1,x=0.5")
            .inNamedRows();

    /** The text in the picture, without the numbers that it sets, which are knobs there. */
    static final Knob<GraphModel, Optional<ExpressionGraph>> TEXT = F.holding(
            new TextCodec<>(Presets.ALL, OwnKnobs::read, OwnKnobs::value),
            model -> model.own().map(OwnGraph::text),
            GraphModel::withText);

    /** The inputs in the picture, also those that the text sets. */
    static final Knob<GraphModel, Vector> INPUTS = NUMBERS.bound(
                    model -> numbers(model, false),
                    (GraphModel model) -> model.typed().inputs(),
                    GraphModel::withInputs)
            .either(model -> model.own().isPresent(), NO_TEXT);

    /** The text of a question, which is that of the figure's own graph unless another one is given. */
    static final Knob<GraphModel, ExpressionGraph> ASKED_TEXT = F.bound(
            model -> new TextCodec<>(List.of(), ExpressionGraph::parse, text -> asTyped(model.typed(), text)),
            model -> model.typed().text(),
            (model, text) -> model.withText(Optional.of(text)));

    /** The inputs of a question. */
    static final Knob<GraphModel, Vector> ASKED_INPUTS =
            NUMBERS.bound(model -> numbers(model, true), model -> model.typed().inputs(), GraphModel::withInputs);

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
        return text.<Value>map(graph -> new Value.Word(graph.nodesText()))
                .orElseGet(() -> new Value.Absent("w, c and x are given; leave one of them out"));
    }

    /** Returns a text as it is typed, with the present numbers of a graph if it is that of the graph. */
    private static Value asTyped(OwnGraph now, ExpressionGraph text) {
        return new Value.Word(text.equals(now.text()) ? now.typed() : text.toString());
    }

    /** @param fixed whether the text keeps the numbers that it sets */
    private static Codec<Vector> numbers(GraphModel model, boolean fixed) {
        OwnGraph now = model.typed();
        List<String> inputs = now.text().names().subList(0, now.text().inputs());
        Map<String, Double> stated = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (now.text().given(inputs.get(i)).isPresent()) {
                stated.put(inputs.get(i), now.inputs().get(i));
            }
        }
        return new NamedCodec(
                new VectorCodec(new Range(-6, 6, 0.5), NudgeMode.FITTED, Bounds.NONE),
                new NamedNumbers(inputs, stated, fixed));
    }

    private static Codec<Integer> names(GraphModel model) {
        List<String> names = model.own().map(own -> own.text().names()).orElse(List.of("w"));
        List<Integer> positions = IntStream.range(0, names.size()).boxed().toList();
        return Codec.named(names, positions, positions);
    }
}
