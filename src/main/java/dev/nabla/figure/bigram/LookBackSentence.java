package dev.nabla.figure.bigram;

import static dev.nabla.figure.bigram.BigramFigure.FILLED;
import static dev.nabla.figure.bigram.BigramFigure.GPT;
import static dev.nabla.figure.bigram.BigramFigure.HELD_OUT;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.bigram.BigramFigure.BigramResults;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;

/** Says what a table costs that looks back some letters, and which of the tables is best. */
final class LookBackSentence {
    private LookBackSentence() {}

    static List<Line> of(BigramResults answer, ViewState<BigramModel> cursor) {
        BigramModel model = answer.model();
        Line costs = Line.of(first(model.back()) + " back: ").result(cursor.sentence(HELD_OUT, answer));
        if (cursor.hides(HELD_OUT) || cursor.running() || model.counted() < BigramModel.TABLES) {
            return List.of(costs);
        }
        return List.of(costs, best(answer, cursor), gpt(answer, cursor));
    }

    private static Line best(BigramResults answer, ViewState<BigramModel> cursor) {
        BigramModel model = answer.model();
        Vector losses = answer.heldOuts();
        int best = losses.map(loss -> -loss).argmax();
        String other = best + " back is best, " + HELD_OUT.style().sentence(losses.get(best));
        if (model.back() == best) {
            return Line.of(", the best of the six");
        }
        if (model.back() < best || cursor.hides(FILLED)) {
            return Line.of("; " + other);
        }
        return Line.of(", with " + percent(answer) + " of the cells filled; " + other);
    }

    private static Line gpt(BigramResults answer, ViewState<BigramModel> cursor) {
        String steps = Decimal.grouped(BigramModel.stepsOfGpt());
        return answer.model().trained()
                ? Line.of("; a GPT after " + steps + " steps " + cursor.sentence(GPT, answer))
                : Line.EMPTY;
    }

    private static String first(int back) {
        return back == 0 ? "No letter" : back == 1 ? "1 letter" : back + " letters";
    }

    /** Returns the share of cells that are filled, in whole percent. */
    static String percent(BigramResults answer) {
        return percent(answer.filled(), answer.cells());
    }

    static String percent(long filled, long cells) {
        long share = Math.round(100.0 * filled / cells);
        return share == 0 ? "< 1 %" : share + " %";
    }
}
