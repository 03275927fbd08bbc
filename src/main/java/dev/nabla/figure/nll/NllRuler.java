package dev.nabla.figure.nll;

import static dev.nabla.figure.nll.NllFigure.ALIKE;
import static dev.nabla.figure.nll.NllFigure.BY_LETTER;
import static dev.nabla.figure.nll.NllFigure.BY_PAIR;
import static dev.nabla.figure.nll.NllFigure.HELD_OUT;
import static dev.nabla.figure.nll.NllFigure.LOSS;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.nll.NllFigure.NllResults;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Corpus;

/** Draws losses on one scale. The name stands above it; guessing, counting and this model stand below. */
record NllRuler(NllResults reading, ViewState<?> cursor) {
    /** End of the scale, in nats. It is doubled if the loss of the name is larger. */
    private static final int END = 4;

    private static final int FIELD = 8;

    void draw(Canvas rows) {
        Canvas canvas = rows.part(new Area(2, 0, rows.width() - 4, rows.height()));
        double loss = reading.loss();
        String name = reading.model().name();
        boolean shown = !cursor.hides(LOSS);
        int end = shown && loss > END ? 2 * END : END;
        Scale scale = Scale.linear(0, end, 0, canvas.width() - 1);
        for (int x = 0; x < canvas.width(); x++) {
            canvas.glyph(x, 1, '─', Tone.GRID, Weight.PLAIN);
        }
        for (int i = 0; i <= END; i++) {
            int at = i * end / END;
            int tick = scale.cell(at);
            canvas.put(tick, 1, i == 0 ? "├" : i == END ? "┤" : "┼", Tone.GRID);
            if (!shown || Math.abs(tick - scale.cell(loss)) > name.length() + 1) {
                canvas.put(tick, 0, "" + at, Tone.GRID);
            }
        }
        boolean read = reading.model().examined() >= 0;
        boolean ahead = read && HELD_OUT.of(reading) < BY_PAIR.of(reading);
        mark(canvas, scale, ALIKE, "┴", Tone.DIM, "ln " + Corpus.standard().vocab() + " =", 2, false);
        mark(canvas, scale, BY_LETTER, "┴", Tone.DIM, "by letter", 2, true);
        mark(canvas, scale, BY_PAIR, "┴", Tone.TEXT, "by pair", 3, !ahead);
        if (read) {
            mark(canvas, scale, HELD_OUT, "▲", Tone.RESULT, "this model", 3, ahead);
        }
        if (shown) {
            int at = scale.cell(loss);
            canvas.put(at, 1, "●", Tone.FIRST, Weight.BOLD);
            canvas.put(within(canvas, at - name.length() / 2, name), 0, name, Tone.FIRST, Weight.BOLD);
        }
    }

    /**
     * Draws a mark on the scale, and its label in a row below. Draws nothing if an open guess hides the loss.
     *
     * @param ends whether the label ends at the mark instead of beginning there
     */
    private void mark(
            Canvas canvas,
            Scale scale,
            Quantity<NllResults, Double> loss,
            String glyph,
            Tone tone,
            String name,
            int y,
            boolean ends) {
        if (cursor.hides(loss)) {
            return;
        }
        int x = scale.cell(loss.of(reading));
        String text = name + " " + cursor.column(loss, reading, FIELD);
        canvas.put(x, 1, glyph, tone, Weight.BOLD);
        canvas.put(within(canvas, ends ? x - canvas.width(text) : x + 1, text), y, text, tone);
    }

    private int within(Canvas canvas, int x, String text) {
        return Math.max(0, Math.min(canvas.width() - canvas.width(text), x));
    }
}
