package dev.nabla.figure.attention;

import static dev.nabla.figure.attention.AttentionFigure.OUT;
import static dev.nabla.figure.attention.AttentionFigure.SCORES;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Attention;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Draws the selected row of FIG.08 worked out under its keys, one line per stage. The newest stage is bold; later
 * stages are left out.
 */
record AttentionTrace(
        Picture<AttentionModel, Optional<Attention>> all, Attention attention, AttentionLayout layout, Canvas body) {
    private AttentionModel model() {
        return all.model();
    }

    void draw() {
        int row = model().row();
        Softmax softmax = new Softmax(attention.scores(row), 1);
        Vector scores = softmax.logits();
        Vector exponentials = softmax.exponentials();
        Vector weights = softmax.p();
        VisibleRange entries = layout.entries(model().q());
        for (int c = entries.from(); entries.size() > 1 && c < entries.to(); c++) {
            int entry = c;
            String name = "q" + Subscript.of(c) + "·k" + Subscript.of(c);
            IntFunction<String> product = j ->
                    number(SCORES, model().q().get(row, entry) * model().k().get(j, entry));
            line("products", c - entries.from(), 1, name, product, "");
        }
        line("q·k", 0, 1, "q·k", j -> number(SCORES, attention.dot(row, j)), "");
        String score = layout.has("q·k") ? "× " + model().scaleName() + " = s" : "score s";
        line("scores", 0, 2, score, j -> number(SCORES, scores.get(j)), "max " + number(SCORES, scores.max()));
        String sum = "Σ " + number(AttentionLayout.FINE_WEIGHTS, exponentials.sum());
        line("exponentials", 0, 3, "exp(s−max) = e", j -> number(layout.shares(), exponentials.get(j)), sum);
        line("shares", 0, 4, "e/Σ = share", j -> number(layout.shares(), weights.get(j)), "Σ 1.000");
        VisibleRange mixed = layout.entries(model().v());
        for (int c = mixed.from(); c < mixed.to(); c++) {
            terms(c, c - mixed.from(), weights);
        }
    }

    /** Draws one line of a stage, if it fits. Dots stand for the numbers of a stage that has not been reached. */
    private void line(String rows, int below, int stage, String label, IntFunction<String> number, String note) {
        if (!layout.has(rows)) {
            return;
        }
        int y = layout.y(rows) + below;
        boolean newest = model().isTracing() && model().reached() == stage;
        Weight weight = newest ? Weight.BOLD : Weight.PLAIN;
        body.put(layout.x("names"), y, label, newest ? Tone.TEXT : Tone.DIM, weight);
        if (model().reached() < stage) {
            toCome(y, layout.keys().from());
            return;
        }
        for (int j = layout.keys().from(); j < layout.keys().to(); j++) {
            boolean masked = stage > 1 && j >= attention.seen(model().row());
            String text = masked ? stage == 2 ? "−∞" : "0" : number.apply(j);
            body.right(layout.end(j), y, text, masked ? Tone.DIM : Tone.TEXT, weight);
        }
        body.right(layout.outEnd(1), y, note, Tone.DIM);
    }

    /** Draws dots for the numbers of a line that are still to come, from a key on. */
    private void toCome(int y, int from) {
        for (int j = from; j < layout.keys().to(); j++) {
            body.right(layout.end(j), y, ViewState.HIDDEN, Tone.GRID);
        }
    }

    /** Draws one entry of the weighted values, and their sum so far. */
    private void terms(int c, int below, Vector weights) {
        int done = model().terms();
        int y = layout.y("terms") + below;
        body.put(layout.x("names"), y, "share·v" + Subscript.of(c), Tone.DIM);
        for (int j = layout.keys().from(); j < Math.min(done, layout.keys().to()); j++) {
            boolean last = j == done - 1;
            Weight weight = model().isAdding() && last ? Weight.BOLD : Weight.PLAIN;
            body.right(
                    layout.end(j), y, number(OUT, weights.get(j) * model().v().get(j, c)), Tone.TEXT, weight);
            if (!layout.isNarrow()) {
                body.right(layout.x(j + 1) - 1, y, last ? "=" : "+", Tone.DIM);
            }
        }
        toCome(y, Math.max(done, layout.keys().from()));
        if (done == 0) {
            return;
        }
        boolean complete = done == model().k().rows();
        Vector sum = complete ? attention.out(model().row()) : attention.partial(model().row(), done);
        body.right(layout.outEnd(below), y, number(OUT, sum.get(c)), Tone.RESULT, Weight.BOLD);
    }

    private String number(Quantity<?, ?> quantity, double x) {
        return all.number(quantity, x, AttentionLayout.FIELD);
    }
}
