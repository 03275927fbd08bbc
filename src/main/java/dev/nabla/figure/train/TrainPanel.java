package dev.nabla.figure.train;

import static dev.nabla.figure.train.TrainFigure.ETA_NOW;
import static dev.nabla.figure.train.TrainFigure.HELD_OUT;
import static dev.nabla.figure.train.TrainFigure.LOSS;
import static dev.nabla.figure.train.TrainFigure.NORM;
import static dev.nabla.figure.train.TrainFigure.PARAMETERS;
import static dev.nabla.figure.train.TrainFigure.SMOOTHED;
import static dev.nabla.gpt.Shape.Tensor.ATTN_WK;
import static dev.nabla.gpt.Shape.Tensor.ATTN_WO;
import static dev.nabla.gpt.Shape.Tensor.ATTN_WQ;
import static dev.nabla.gpt.Shape.Tensor.ATTN_WV;
import static dev.nabla.gpt.Shape.Tensor.LM_HEAD;
import static dev.nabla.gpt.Shape.Tensor.MLP_FC1;
import static dev.nabla.gpt.Shape.Tensor.MLP_FC2;
import static dev.nabla.gpt.Shape.Tensor.WPE;
import static dev.nabla.gpt.Shape.Tensor.WTE;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Shape.Tensor;
import java.util.List;

/**
 * Draws the numbers of the step beside the loss curve of FIG.16, and knobs among them. While the learning rate has the
 * focus, it stands at the top; else all knobs follow the losses.
 */
record TrainPanel(
        TrainModel model, TrainNumbers numbers, ViewState<TrainModel> cursor, Knobs<TrainModel> knobs, Canvas canvas) {
    /** Width, in cells, from which some of the other knobs are always shown. */
    private static final int WIDE = 38;

    /** Width, in cells, below which only the most important rows are shown. */
    private static final int NARROW = 30;

    private static final int SOME = 7;

    /** Most knobs before the focused one in a narrow panel. */
    private static final int FEW = 6;

    private static final int BARS = 13;
    private static final int NUMBER = 8;
    /** Norm of a gradient that fills a bar. */
    private static final double LONGEST = 2.2;

    private static final List<Tensor> MATRICES =
            List.of(LM_HEAD, WTE, MLP_FC1, WPE, MLP_FC2, ATTN_WV, ATTN_WO, ATTN_WK, ATTN_WQ);
    private static final List<String> KNOBS = List.of(
            "eta",
            "batch",
            "seed",
            "tau",
            "n_embd",
            "n_head",
            "n_layer",
            "of",
            "optimizer",
            "cut",
            "name",
            "names",
            "eta_from",
            "steps");

    boolean isNarrow() {
        return canvas.width() < NARROW;
    }

    void draw() {
        boolean wide = canvas.width() >= WIDE;
        Readout out = new Readout(canvas);
        out.row(
                "step",
                model.step() + (isNarrow() ? "/" : " of ") + model.recipe().of(),
                Tone.TEXT);
        if (cursor.isFocused("eta")) {
            out.knob(isNarrow() ? knobs.at("eta") : knobs.at("eta").labelled("η at step 1"));
            if (!isNarrow()) {
                out.row("η now", cursor.column(ETA_NOW, numbers, NUMBER), Tone.TEXT);
                out.gap(wide ? knobs(KNOBS.subList(1, SOME), out.y()) + 1 : 0);
                out.row(numbers.learnt(), cursor.column(LOSS, numbers, NUMBER), Tone.TEXT);
            } else {
                out.gap(1);
            }
        }
        losses(out, wide);
        out.gap(1);
        if (!cursor.isFocused("eta")) {
            out.gap(isNarrow() ? -1 : 0);
            int last = isNarrow() ? KNOBS.indexOf(cursor.spot().knob()) - FEW : 0;
            out.gap(knobs(KNOBS.subList(Math.max(0, last), KNOBS.size()), out.y()))
                    .gap(1);
        }
        slopes(out, wide);
    }

    private void losses(Readout out, boolean wide) {
        String smoothed = model.step() == 0 ? ViewState.HIDDEN : cursor.column(SMOOTHED, numbers, NUMBER);
        out.row("smoothed", smoothed, Tone.SECOND, Weight.BOLD);
        boolean read = model.examined() >= 0;
        String names = wide ? ", " + model.recipe().corpus().heldOut() + " names" : "";
        String words = "● held out" + (read && model.examined() < model.step() ? " at " + model.examined() : names);
        out.row(words, read ? cursor.column(HELD_OUT, numbers, NUMBER) : ViewState.HIDDEN, Tone.RESULT, Weight.BOLD);
        canvas.put(2, out.y() - 1, "●", Tone.RESULT);
    }

    /**
     * Draws knobs side by side, each name followed by its value, and starts a new row when one does not fit. Returns
     * the number of rows used.
     */
    private int knobs(List<String> names, int y) {
        int x = 2;
        int row = y;
        for (String name : names) {
            KnobWord word = new KnobWord(knobs.at(name), canvas.width() - 2);
            boolean fits = x == 2 || x + word.width(canvas) <= canvas.width();
            row += fits ? 0 : 1;
            x = fits ? x : 2;
            word.draw(canvas, x, row);
            x += word.width(canvas) + 3;
        }
        return row - y + 1;
    }

    /** Draws the norm of the whole gradient, and of as many matrices as fit. */
    private void slopes(Readout out, boolean wide) {
        String all = "|∇L|" + (wide ? ", " + cursor.column(PARAMETERS, numbers, NUMBER) + " slopes" : "");
        out.row(all, cursor.column(NORM, numbers, NUMBER), Tone.TEXT);
        int bar = canvas.width() - BARS - NUMBER;
        for (int i = 0; i < MATRICES.size() && out.y() < canvas.height() && !isNarrow(); i++) {
            double norm = TrainNumbers.norm(numbers.slopes(), MATRICES.get(i));
            int length = (int) Math.round(Math.min(1, norm / LONGEST) * bar); // 0 for NaN
            canvas.put(BARS, out.y(), cursor.hides(NORM) ? "" : "━".repeat(Math.max(1, length)), Tone.GRID);
            out.row("  " + MATRICES.get(i).word(), cursor.number(NORM, norm, NUMBER - 1), Tone.DIM);
        }
    }
}
