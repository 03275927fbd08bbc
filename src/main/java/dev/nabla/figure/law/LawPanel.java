package dev.nabla.figure.law;

import static dev.nabla.figure.law.LawFigure.A;
import static dev.nabla.figure.law.LawFigure.ALPHA;
import static dev.nabla.figure.law.LawFigure.B;
import static dev.nabla.figure.law.LawFigure.BETA;
import static dev.nabla.figure.law.LawFigure.C;
import static dev.nabla.figure.law.LawFigure.CAME;
import static dev.nabla.figure.law.LawFigure.FORECAST;
import static dev.nabla.figure.law.LawFigure.PARAMETERS;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.List;

/** Draws the larger model of FIG.20, the law, and what was predicted, guessed and reached. */
record LawPanel(Picture<LawModel, LawNumbers> all, Canvas canvas) {
    private static final List<String> KNOBS = List.of("n_embd", "names", "eta", "seed", "runs");

    /** Rows that are always drawn: the knobs and the results. */
    static final int LEAST_ROWS = 8;

    private static final int LAW_ROWS = 3;
    private static final int NUMBER = 7;
    private static final String NOT_YET = "not yet";
    private static final Style PERCENT = Style.PERCENT.places(0);

    void draw() {
        int spare = canvas.height() - LEAST_ROWS;
        boolean hasLaw = spare >= LAW_ROWS;
        boolean hasWeights = spare > LAW_ROWS;
        Readout out = new Readout(canvas);
        out.knob(all.knob(KNOBS.get(0)));
        if (hasWeights) {
            out.row(PARAMETERS.symbol(), all.column(PARAMETERS, NUMBER), Tone.TEXT);
        }
        KNOBS.subList(1, KNOBS.size()).forEach(name -> out.knob(all.knob(name)));
        out.gap(spare > LAW_ROWS + 1 ? 1 : 0);
        if (hasLaw) {
            law(out.y());
            out.gap(LAW_ROWS + (spare > LAW_ROWS + 2 ? 1 : 0));
        }
        results(out);
    }

    private void law(int y) {
        if (!all.model().hasLaw()) {
            canvas.put(2, y, "L = c", Tone.DIM);
            canvas.put(4, y + 1, "+ a/N^alpha", Tone.DIM);
            canvas.put(4, y + 2, "+ b/D^beta", Tone.DIM);
            return;
        }
        canvas.put(2, y, Line.of("L = ").first(all.column(C, NUMBER)));
        canvas.put(4, y + 1, power(A, "N", ALPHA));
        canvas.put(4, y + 2, power(B, "D", BETA));
    }

    private Line power(Quantity<LawNumbers, Double> factor, String size, Quantity<LawNumbers, Double> exponent) {
        return Line.of("+ ")
                .first(all.column(factor, NUMBER))
                .text("/" + size + "^")
                .first(all.column(exponent, NUMBER));
    }

    private void results(Readout out) {
        LawModel model = all.model();
        String forecast = model.hasLaw() || all.hides(FORECAST) ? all.column(FORECAST, NUMBER) : NOT_YET;
        out.row(FORECAST.symbol() + " +", forecast, Tone.SECOND);
        all.cursor()
                .guess()
                .ghost()
                .ifPresentOrElse(laid -> out.row("you laid ○", laid.displayText(), Tone.SECOND), () -> out.gap(1));
        out.row(CAME.symbol() + " ●", came(), Tone.RESULT, model.isTrained() ? Weight.BOLD : Weight.PLAIN);
    }

    private String came() {
        LawModel model = all.model();
        if (model.isTrained() || all.hides(CAME)) {
            return all.column(CAME, NUMBER);
        }
        double done = (double) model.steps() / model.larger().of();
        return model.runs() == LawModel.SMALL && done > 0 ? "at " + PERCENT.column(done, NUMBER) : NOT_YET;
    }
}
