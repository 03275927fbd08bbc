package dev.nabla.figure.backprop;

import static dev.nabla.figure.backprop.BackpropFigure.GRADIENT;

import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.backprop.BackpropFigure.BackpropResults;
import dev.nabla.figure.part.Ledger;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.ForwardTrace.WeightUse;
import java.util.List;

/**
 * Draws how the slope of the chosen weight of FIG.15 is added up: at each letter what comes back, times what the weight
 * multiplied there. The numbers appear once the walk has passed the matrix.
 */
record WeightLedger(BackpropResults answer, ViewState<BackpropModel> cursor) {
    static final int WIDTH = 36;

    /** Width of a place from which the worked steps still fit beside it. */
    private static final int WIDE = 110;

    private static final int NUMBER = 8;

    /** Rows besides those of the letters: the weight, the rule and the sum. */
    private static final int FRAME = 3;

    private static final Style FOUR = Style.number(4);

    /** Returns whether the ledger fits beside the worked steps. */
    boolean fits(Canvas place) {
        return place.width() >= WIDE
                && place.height() >= letters().length() + FRAME
                && !cursor.guess().isOpen();
    }

    private String letters() {
        return "." + answer.model().name();
    }

    void draw(Canvas canvas) {
        Ledger ledger = new Ledger(canvas, NUMBER);
        BackpropModel model = answer.model();
        boolean home = model.hasPassed(model.tensor()) && !cursor.hides(GRADIENT);
        List<WeightUse> uses = answer.uses();
        canvas.put(0, 0, model.weightName() + ".grad", Tone.TEXT, Weight.BOLD);
        ledger.entry(0, "", " =", FOUR.column(0, NUMBER), false, Weight.PLAIN);
        double sum = 0;
        for (int t = 0; t < uses.size(); t++) {
            WeightUse use = uses.get(t);
            sum += use.handed() * use.input();
            canvas.put(0, t + 1, "at " + letters().charAt(t), home ? Tone.TEXT : Tone.DIM);
            String product = FOUR.column(use.handed(), 7) + " × " + FOUR.column(use.input(), 7);
            String term = FOUR.column(use.handed() * use.input(), NUMBER);
            ledger.entry(t + 1, home ? product : "", "+=", home ? term : ViewState.HIDDEN, home, Weight.PLAIN);
        }
        canvas.rule(uses.size() + 1);
        String reached = home ? FOUR.column(sum, NUMBER) : ViewState.HIDDEN;
        ledger.row(uses.size() + 2, "sum", reached, Tone.RESULT);
    }
}
