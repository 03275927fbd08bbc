package dev.nabla.figure.layer;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Layer;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.List;

/** What FIG.01 shows: what a cut branch breaks, else what the focus is about. */
final class LayerSentence {
    private LayerSentence() {}

    static List<Line> of(LayerModel model, ViewState<LayerModel> cursor) {
        return switch (model.cut()) {
            case MOVE ->
                List.of(
                        Line.EMPTY.warn("Without MOVE").text(" no token meets another"),
                        Line.of(": L is " + three(model.layer().loss().nats()) + ", not "
                                + three(model.whole().loss().nats())));
            case FIX ->
                List.of(
                        Line.EMPTY.warn("Without FIX").text(" no slope, and nothing learns"),
                        Line.of(": L stays " + three(model.layer().loss().nats())));
            case SCORE ->
                List.of(Line.EMPTY.warn("Without SCORE").text(" there is no P"), Line.of(", no loss and no gradient"));
            case NONE -> cursor.on("stage") ? stage(model) : knob(model, cursor);
        };
    }

    private static List<Line> stage(LayerModel model) {
        Layer layer = model.layer();
        return switch (model.stage()) {
            case 1 ->
                List.of(
                        Line.EMPTY.first("Dot products").text(" score how well the tokens agree"),
                        Line.of(" with the last one"));
            case 2 ->
                List.of(
                        Line.EMPTY
                                .second("Softmax")
                                .text(" turns " + layer.x().rows() + (layer.x().rows() == 1 ? " score" : " scores")
                                        + " into shares of 1"),
                        Line.of(": how much each token counts"));
            case 3 ->
                List.of(Line.EMPTY.first("The shares").text(" mix the tokens' values"), Line.of(" into one vector h"));
            case 4 -> bent(layer.beforeRelu().row(0));
            default -> scored(layer.loss());
        };
    }

    private static List<Line> bent(Vector before) {
        int lowest = before.map(a -> -a).argmax();
        Line kept = Line.EMPTY.result("relu").text(" keeps what is above 0");
        return before.get(lowest) < 0
                ? List.of(kept, Line.of(": " + LayerFigure.number(before.get(lowest)) + " becomes 0"))
                : List.of(kept, Line.of(": here all of it"));
    }

    private static List<Line> scored(Loss loss) {
        int truth = loss.truth() - 1;
        return List.of(
                Line.EMPTY
                        .second("P(" + word(loss, truth) + ") = "
                                + NextToken.share(loss.p().get(truth)))
                        .text(", so L = −log P = ")
                        .result(three(loss.nats())),
                Line.of(" nats"));
    }

    private static List<Line> knob(LayerModel model, ViewState<LayerModel> cursor) {
        if (cursor.on("x")) {
            return List.of(
                    Line.EMPTY.first("Nudge a token").text(" and all to its right follows"),
                    Line.of(": its slopes stand below"));
        }
        Loss loss = model.layer().loss();
        return List.of(
                Line.EMPTY
                        .second(word(loss, loss.truth() - 1))
                        .text(" came: ")
                        .result("p − y")
                        .text(" starts the way back"),
                Line.of(", L " + three(loss.nats()) + " to " + three(LayerFigure.after(model.layer())) + " in a step"));
    }

    static String word(Loss loss, int j) {
        return NextToken.word(loss.logits().size(), j);
    }

    static String three(double x) {
        return Decimal.drawn(x, 3, 6);
    }
}
