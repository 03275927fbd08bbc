package dev.nabla.figure.layer;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.layer.LayerModel.Cut;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Layer;
import dev.nabla.math.Loss;
import java.util.List;

/** FIG.01 in words: what a cut branch breaks, else what the focus is about. */
record LayerSentence(LayerModel model, Layer layer, Loss loss) {
    static List<Line> of(LayerModel model, ViewState<LayerModel> cursor) {
        Layer layer = model.layer();
        LayerSentence sentence = new LayerSentence(model, layer, layer.loss());
        if (model.cut() != Cut.NONE) {
            return sentence.without(Line.EMPTY.warn("Without " + model.cut()));
        }
        return cursor.on("stage") ? sentence.stage() : cursor.on("x") ? nudge() : sentence.step();
    }

    private static List<Line> said(Line clause, String rest) {
        return List.of(clause, Line.of(rest));
    }

    private List<Line> without(Line branch) {
        String nats = three(loss.nats());
        String whole = three(model.whole().loss().nats());
        return switch (model.cut()) {
            case MOVE -> said(branch.text(" no token meets another"), ": L is " + nats + ", not " + whole);
            case FIX -> said(branch.text(" no slope, and nothing learns"), ": L stays " + nats);
            default -> said(branch.text(" there is no P"), ", no loss and no gradient");
        };
    }

    private List<Line> stage() {
        String scores = WorkedSteps.count(layer.x().rows(), "score");
        double least = layer.beforeRelu().row(0).min();
        String bent = least < 0 ? ": " + LayerFigure.number(least) + " becomes 0" : ": here all of it";
        String share = NextToken.share(loss.p().get(loss.truth() - 1));
        Line start = Line.EMPTY;
        return switch (model.stage()) {
            case 1 -> said(start.first("Dot products").text(" score how well the tokens agree"), " with the last one");
            case 2 ->
                said(
                        start.second("Softmax").text(" turns " + scores + " into shares of 1"),
                        ": how much each token counts");
            case 3 -> said(start.first("The shares").text(" mix the tokens' values"), " into one vector h");
            case 4 -> said(start.result("relu").text(" keeps what is above 0"), bent);
            default -> {
                Line p = start.second("P(" + truth() + ") = " + share).text(", so L = −log P = ");
                yield said(p.result(three(loss.nats())), " nats");
            }
        };
    }

    private static List<Line> nudge() {
        Line all = Line.EMPTY.first("Nudge a token").text(" and all to its right follows");
        return said(all, ": its slopes stand below");
    }

    private List<Line> step() {
        Line came = Line.EMPTY.second(truth()).text(" came: ").result("p − y").text(" starts the way back");
        return said(came, ", L " + three(loss.nats()) + " to " + three(LayerFigure.after(layer)) + " in a step");
    }

    private String truth() {
        return NextToken.word(model.tokens(), model.truth() - 1);
    }

    static String three(double x) {
        return Decimal.drawn(x, 3, 6);
    }
}
