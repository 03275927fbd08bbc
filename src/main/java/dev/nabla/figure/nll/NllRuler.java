package dev.nabla.figure.nll;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.Decimal;

/** Draws losses on one scale: the name above it, below it what guessing costs, counting, and this model. */
record NllRuler(NllModel model, boolean hidden, Canvas canvas) {
    /** Where the scale ends, or twice as far for a name beyond. */
    private static final int END = 4;

    void draw() {
        double loss = model.parts().loss();
        int end = loss > END ? 2 * END : END;
        Scale scale = Scale.linear(0, end, 0, canvas.width() - 1);
        for (int x = 0; x < canvas.width(); x++) {
            canvas.glyph(x, 1, '─', Tone.GRID, Weight.PLAIN);
        }
        for (int i = 0; i <= END; i++) {
            int at = i * end / END;
            int tick = scale.cell(at);
            canvas.put(tick, 1, i == 0 ? "├" : i == END ? "┤" : "┼", Tone.GRID);
            if (hidden || Math.abs(tick - scale.cell(loss)) > model.name().length() + 1) {
                canvas.put(tick, 0, "" + at, Tone.GRID);
            }
        }
        if (hidden) {
            return;
        }
        double alike = NllModel.Known.ALIKE;
        mark(scale, alike, "┴", Tone.DIM);
        mark(scale, NllModel.Known.BY_LETTER, "┴", Tone.DIM);
        mark(scale, NllModel.Known.BY_PAIR, "┴", Tone.TEXT);
        String ln = "ln " + Corpus.standard().vocab();
        int x = scale.cell(alike);
        String fitting =
                canvas.fitting(canvas.width() - x, ln + " = " + three(alike), ln + " " + Decimal.fixed(alike, 2), ln);
        canvas.put(x, 2, fitting, Tone.DIM);
        before(scale.cell(NllModel.Known.BY_LETTER), "by letter " + three(NllModel.Known.BY_LETTER), 2, Tone.DIM);
        boolean known = model.examined() >= 0;
        double held = known ? model.heldOut() : 0;
        int pair = scale.cell(NllModel.Known.BY_PAIR);
        String pairs = "by pair " + three(NllModel.Known.BY_PAIR);
        if (held < NllModel.Known.BY_PAIR) {
            canvas.put(pair, 3, pairs, Tone.TEXT);
        } else {
            before(pair, pairs, 3, Tone.TEXT);
        }
        if (known) {
            int at = scale.cell(held);
            mark(scale, held, "▲", Tone.RESULT);
            if (held < NllModel.Known.BY_PAIR) {
                before(at, canvas.fitting(at, "this model " + three(held), "model " + three(held)), 3, Tone.RESULT);
            } else {
                String words = "this model " + three(held);
                int left = Math.min(canvas.width() - words.length(), at - words.length() / 2);
                canvas.put(Math.max(pair + 1, left), 3, words, Tone.RESULT);
            }
        }
        mark(scale, loss, "●", Tone.FIRST);
        int from = scale.cell(loss) - model.name().length() / 2;
        int start = Math.max(0, Math.min(canvas.width() - model.name().length(), from));
        canvas.put(start, 0, model.name(), Tone.FIRST, Weight.BOLD);
    }

    private static String three(double nats) {
        return Decimal.drawn(nats, 3, 8);
    }

    private void mark(Scale scale, double nats, String glyph, Tone tone) {
        canvas.put(scale.cell(nats), 1, glyph, tone, Weight.BOLD);
    }

    /** Text that ends just left of a mark. */
    private void before(int x, String text, int y, Tone tone) {
        canvas.right(Math.max(canvas.width(text), x), y, text, tone);
    }
}
