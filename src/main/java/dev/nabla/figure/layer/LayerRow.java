package dev.nabla.figure.layer;

import static dev.nabla.figure.layer.LayerFigure.GRADIENT;
import static dev.nabla.figure.layer.LayerFigure.LOSS;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.layer.LayerFigure.LayerResults;
import dev.nabla.frame.Line;
import java.util.List;

/** Describes the row that the run of FIG.01 has filled last: those of the loss, of the way back, and of a cut MOVE. */
record LayerRow(LayerResults flow, ViewState<LayerModel> cursor) {
    List<Line> sentence() {
        LayerModel model = flow.model();
        LayerRun run = model.run();
        if (run.isAtStart()) {
            return start();
        }
        if (run.isAtTokens()) {
            return slope(
                    "The first number of " + model.tokenNames().get(0),
                    flow.slopes().x().get(0, 0));
        }
        if (run.isAtTurn()) {
            return List.of(
                    Line.of("The way back begins with the slope of L by itself, 1"),
                    Line.of(": how does L move with each number?"));
        }
        if (run.isAtLoss()) {
            return List.of(lost());
        }
        LayerStage stage = LayerStage.of(run.stage());
        if (run.isForward()) {
            return forward(stage);
        }
        return model.whyNoGradient(run.stage()).isPresent()
                ? without(stage, model.noun())
                : slope(
                        run.stage() == LayerModel.LOGITS
                                ? "The score of " + model.next().get(0)
                                : model.isPlain() ? "The first number of " + stage.symbol() : stage.symbol() + "₁",
                        stage.slopes().of(flow).get(0));
    }

    /** Says what is given before the first row is filled. */
    private List<Line> start() {
        LayerModel model = flow.model();
        return switch (model.part()) {
            case ALL, MOVE ->
                List.of(
                        Line.of("x comes in: " + model.input() + " of two numbers"),
                        Line.of(model.part().isAll() ? ". No row below is filled yet" : ". The shares w are given"));
            case SCORE ->
                List.of(
                        Line.of("Two rows of scores are given, s and z"),
                        Line.of(": which shares are they, and what is L?"));
            case FIX -> List.of(lost(), Line.of(": how does L move with each number?"));
        };
    }

    private Line lost() {
        return Line.of(flow.model().came() + " had " + share() + ", so L = " + cursor.sentence(LOSS, flow));
    }

    private List<Line> forward(LayerStage stage) {
        LayerModel model = flow.model();
        if (model.whyNoNumbers(model.run().stage()).isPresent()) {
            return without(stage, model.noun());
        }
        return model.run().stage() == LayerModel.STAGES
                ? List.of(
                        Line.of(
                                model.isPlain()
                                        ? "Softmax makes shares for the next word"
                                        : "softmax makes shares of the scores z"),
                        Line.of(": " + model.came() + " gets " + share()))
                : List.of(
                        Line.EMPTY.warn("Without MOVE").text(" nothing is mixed: h is x of " + model.last()),
                        Line.of(", and the run goes on with it"));
    }

    private static List<Line> without(LayerStage stage, String noun) {
        return List.of(
                Line.EMPTY.warn("Without MOVE").text(" the row " + stage.symbol() + " stays empty"),
                Line.of(": no " + noun + " meets another"));
    }

    /** Returns the share of the token that came. */
    private String share() {
        return cursor.sentence(
                LayerStage.of(LayerModel.STAGES).numbers(), flow, flow.model().truth() - 1);
    }

    /** Says how the loss moves with a number, and how many rows are still to come. */
    private List<Line> slope(String number, double slope) {
        long rows = flow.model().run().rowsToCome();
        String rest = rows == 0
                ? "the weights are still to come"
                : rows == 1 ? "one row is still to come" : rows + " rows are still to come";
        return List.of(Line.of(number + " up by a little: " + moved(slope)), Line.of("; " + rest));
    }

    private String moved(double slope) {
        if (cursor.hides(GRADIENT)) {
            return "how does L move?";
        }
        if (slope == 0) {
            return "L stays as it is";
        }
        String size = GRADIENT.style().sentence(Math.abs(slope));
        if (size.equals(GRADIENT.style().sentence(0))) {
            return "L hardly moves";
        }
        return "L " + (slope < 0 ? "falls" : "rises") + " by " + size + " of that";
    }
}
