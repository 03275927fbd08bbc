package dev.nabla.figure.layer;

import static dev.nabla.figure.layer.LayerFigure.LOSS;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.layer.LayerFigure.LayerResults;
import dev.nabla.figure.layer.LayerModel.Branch;
import dev.nabla.frame.Line;
import dev.nabla.math.Loss;
import java.util.List;

/**
 * Writes the sentence of FIG.01: the row that the run has filled last, then what a cut branch breaks, else what the
 * focused knob or stage does.
 */
record LayerSentence(LayerModel model, Loss loss) {
    static List<Line> of(LayerModel model, ViewState<LayerModel> cursor) {
        LayerSentence sentence = new LayerSentence(model, model.layer().loss());
        if (!model.run().isDone() || model.part() == LayerPart.MOVE || model.part() == LayerPart.SCORE) {
            return sentence.row(new LayerRow(LayerResults.of(model), cursor));
        }
        if (model.cut() != Branch.NONE) {
            return sentence.without();
        }
        if (cursor.isFocused("x")) {
            return clauses(
                    "Nudge a " + model.noun() + " and every row below it changes", "; its slopes of L are beside it");
        }
        boolean hasJustRun = model.part() == LayerPart.ALL
                && cursor.before().filter(was -> was.run().isUnderWay()).isPresent();
        if (hasJustRun) {
            return clauses(
                    "Forward the numbers give L = " + nats(sentence.loss().nats()),
                    "; back, each of them gets its slope of L");
        }
        return cursor.isFocused("stage") ? sentence.stage(model.stage()) : sentence.step();
    }

    private static List<Line> clauses(String clause, String rest) {
        return List.of(Line.of(clause), Line.of(rest));
    }

    /** Describes a row as the run fills it. */
    private List<Line> row(LayerRow row) {
        LayerRun run = model.run();
        int stage = run.stage();
        boolean forward = run.isForward() && !run.isAtStart() && stage < LayerModel.STAGES && stage > 0;
        boolean itself = model.cut() == Branch.MOVE && stage <= 3;
        return forward && !itself ? stage(stage) : row.sentence();
    }

    private List<Line> without() {
        String nats = nats(loss.nats());
        String uncut = nats(model.uncut().loss().nats());
        Line branch = Line.EMPTY.warn("Without " + model.cut());
        return switch (model.cut()) {
            case MOVE ->
                List.of(
                        branch.text(" the " + model.noun() + "s exchange nothing"),
                        Line.of(": L is " + nats + (nats.equals(uncut) ? ", as with it" : ", with it " + uncut)));
            case FIX ->
                List.of(
                        branch.text(" no slopes go back: L stays " + nats),
                        Line.of(nats.equals(lossAfterStep()) ? "" : ", a step would change it to " + lossAfterStep()));
            default ->
                List.of(branch.text(" the run stops at w"), Line.of(": no shares, no p, and no L, which was " + uncut));
        };
    }

    private List<Line> stage(int stage) {
        return model.isPlain() ? plain(stage) : inSymbols(stage);
    }

    private List<Line> plain(int stage) {
        return switch (stage) {
            case 1 -> clauses("s compares '" + model.last() + "' with every word", ": a high number, a good match");
            case 3 -> clauses("h mixes the words by their shares w", " into one new list of numbers");
            case 4 -> clauses("u is h times a table of weights", ": three numbers made of two");
            case 6 -> clauses("z is r times another table", ": a score for each word that may come next");
            case 7 -> {
                String share =
                        LayerStage.of(7).numbers().style().sentence(loss.p().get(loss.truth() - 1));
                yield clauses(model.came() + " has " + share, ", so L = " + nats(loss.nats()));
            }
            default -> inSymbols(stage);
        };
    }

    private List<Line> inSymbols(int stage) {
        return switch (stage) {
            case 1 ->
                clauses(
                        "q·k compares '" + model.last() + "' with every " + model.noun(),
                        ": a dot product each, divided by √2");
            case 2 -> {
                List<String> scores = model.forward(1).stream()
                        .mapToObj(score -> LayerColumns.number(score, 2, 5))
                        .toList();
                String score = (scores.size() == 1 ? "score " : "scores ") + String.join(" ", scores);
                yield clauses("softmax turns the " + score + " into shares", " that sum to 1");
            }
            case 3 -> clauses("w·v mixes the " + model.noun() + "s' values v by their shares w", " into one vector h");
            case 4 -> clauses("h·W₁ multiplies the mixture by a table of weights", ": three numbers made of two");
            case 5 -> {
                double least = model.uncut().beforeRelu().row(0).min();
                yield clauses(
                        "relu keeps what is above 0",
                        least < 0
                                ? ": " + LayerStage.of(4).numbers().style().sentence(least) + " becomes 0"
                                : ": here no number is below 0");
            }
            case 6 ->
                clauses(
                        "r·W₂ multiplies by another table",
                        ": a score for each " + model.noun() + " that may come next");
            default -> {
                String share =
                        LayerStage.of(7).numbers().style().sentence(loss.p().get(loss.truth() - 1));
                yield clauses("p[" + model.came() + "] = " + share, ", so L = −log p = " + nats(loss.nats()) + " nats");
            }
        };
    }

    /** Returns the loss after one gradient step. */
    private String lossAfterStep() {
        return nats(LayerFigure.after(model.uncut()));
    }

    private List<Line> step() {
        return clauses(
                model.came() + " came, so L = " + nats(loss.nats()),
                "; one step against the slopes takes it to " + lossAfterStep());
    }

    private static String nats(double loss) {
        return LOSS.style().sentence(loss);
    }
}
