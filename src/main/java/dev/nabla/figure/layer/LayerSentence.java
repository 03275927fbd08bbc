package dev.nabla.figure.layer;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Layer;
import dev.nabla.math.Loss;
import java.util.List;

/** What FIG.01 shows: what a cut branch breaks, else what the focus is about. */
final class LayerSentence {
    private LayerSentence() {}

    static List<Line> of(LayerModel model, ViewState<LayerModel> cursor) {
        Layer layer = model.layer();
        Line without = Line.EMPTY.warn("Without " + model.cut());
        return switch (model.cut()) {
            case MOVE -> {
                String whole = three(model.whole().loss().nats());
                String is = ": L is " + three(layer.loss().nats()) + ", not " + whole;
                yield List.of(without.text(" no token meets another"), Line.of(is));
            }
            case FIX -> {
                String stays = ": L stays " + three(layer.loss().nats());
                yield List.of(without.text(" no slope, and nothing learns"), Line.of(stays));
            }
            case SCORE -> List.of(without.text(" there is no P"), Line.of(", no loss and no gradient"));
            case NONE -> cursor.on("stage") ? stage(model.stage(), layer) : knob(layer, cursor);
        };
    }

    private static List<Line> stage(int stage, Layer layer) {
        return switch (stage) {
            case 1 -> {
                Line products = Line.EMPTY.first("Dot products");
                yield List.of(products.text(" score how well the tokens agree"), Line.of(" with the last one"));
            }
            case 2 -> {
                String scores = WorkedSteps.count(layer.x().rows(), "score");
                Line softmax = Line.EMPTY.second("Softmax").text(" turns " + scores + " into shares of 1");
                yield List.of(softmax, Line.of(": how much each token counts"));
            }
            case 3 ->
                List.of(Line.EMPTY.first("The shares").text(" mix the tokens' values"), Line.of(" into one vector h"));
            case 4 -> {
                double least = layer.beforeRelu().row(0).min();
                String bent = least < 0 ? ": " + LayerFigure.number(least) + " becomes 0" : ": here all of it";
                yield List.of(Line.EMPTY.result("relu").text(" keeps what is above 0"), Line.of(bent));
            }
            default -> {
                Loss loss = layer.loss();
                int truth = loss.truth() - 1;
                String p = "P(" + word(loss, truth) + ") = "
                        + NextToken.share(loss.p().get(truth));
                Line nats = Line.EMPTY.second(p).text(", so L = −log P = ").result(three(loss.nats()));
                yield List.of(nats, Line.of(" nats"));
            }
        };
    }

    private static List<Line> knob(Layer layer, ViewState<LayerModel> cursor) {
        if (cursor.on("x")) {
            Line nudge = Line.EMPTY.first("Nudge a token").text(" and all to its right follows");
            return List.of(nudge, Line.of(": its slopes stand below"));
        }
        Loss loss = layer.loss();
        Line came =
                Line.EMPTY.second(word(loss, loss.truth() - 1)).text(" came: ").result("p − y");
        String step = ", L " + three(loss.nats()) + " to " + three(LayerFigure.after(layer)) + " in a step";
        return List.of(came.text(" starts the way back"), Line.of(step));
    }

    static String word(Loss loss, int j) {
        return NextToken.word(loss.logits().size(), j);
    }

    static String three(double x) {
        return Decimal.drawn(x, 3, 6);
    }
}
