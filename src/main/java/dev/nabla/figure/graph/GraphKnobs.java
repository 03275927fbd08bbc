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
import java.util.stream.IntStream;

/** The knobs of a graph: its text, the numbers of its inputs, and the name whose slope is added up. */
final class GraphKnobs {
    /** Examples of graphs; a class of its own, so that they are parsed only when the knobs are needed. */
    private static final class Presets {
        static final List<ExpressionGraph> ALL = List.of(
                GraphModel.start().text(),
                ExpressionGraph.parse("w1 = -3; x1 = 2; w2 = 1; x2 = 0.5; b = 6; n = w1*x1 + w2*x2 + b; o = tanh(n)"),
                ExpressionGraph.parse("w = 0.5; x = 2; t = 1; h = relu(w*x); y = h + x; L = (y - t)^2"),
                ExpressionGraph.parse("w = 2; a = w + 1; b = a*w; d = a + b; L = b*d"));
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
    static final Knob<GraphModel, ExpressionGraph> TEXT = F.bound(
            model -> new TextCodec<>(Presets.ALL, ExpressionGraph::parse, text -> new Value.Word(text.nodesText())),
            GraphModel::text,
            GraphModel::withText);

    /** The inputs in the picture, also those that the text sets. */
    static final Knob<GraphModel, Vector> INPUTS =
            NUMBERS.bound(model -> numbers(model, false), GraphModel::inputs, GraphModel::withInputs);

    /** The text of a question, which is that of the lesson unless another one is given. */
    static final Knob<GraphModel, ExpressionGraph> ASKED_TEXT = F.bound(
            model -> new TextCodec<>(List.of(), ExpressionGraph::parse, text -> asTyped(model, text)),
            GraphModel::text,
            GraphModel::withText);

    /** The inputs of a question. */
    static final Knob<GraphModel, Vector> ASKED_INPUTS =
            NUMBERS.bound(model -> numbers(model, true), GraphModel::inputs, GraphModel::withInputs);

    static final Knob<GraphModel, Integer> NODE = KnobInfo.picture(
                    "node", "node", "the name whose slope is added up, like w")
            .bound(GraphKnobs::names, GraphModel::node, GraphModel::withNode);

    private GraphKnobs() {}

    /** Returns a text as it is typed, with the present numbers of a graph if it is that of the graph. */
    private static Value asTyped(GraphModel now, ExpressionGraph text) {
        return new Value.Word(text.equals(now.text()) ? now.typed() : text.toString());
    }

    /** @param fixed whether the text keeps the numbers that it sets */
    private static Codec<Vector> numbers(GraphModel now, boolean fixed) {
        List<String> inputs = now.inputNames();
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
        List<String> names = model.text().names();
        List<Integer> positions = IntStream.range(0, names.size()).boxed().toList();
        return Codec.named(names, positions, positions);
    }
}
