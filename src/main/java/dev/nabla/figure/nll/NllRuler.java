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
        boolean ahead = model.examined() >= 0 && model.heldOut() < NllModel.Known.BY_PAIR;
        mark(
                scale,
                NllModel.Known.ALIKE,
                "┴",
                Tone.DIM,
                "ln " + Corpus.standard().vocab() + " =",
                2,
                false);
        mark(scale, NllModel.Known.BY_LETTER, "┴", Tone.DIM, "by letter", 2, true);
        mark(scale, NllModel.Known.BY_PAIR, "┴", Tone.TEXT, "by pair", 3, !ahead);
        if (model.examined() >= 0) {
            mark(scale, model.heldOut(), "▲", Tone.RESULT, "this model", 3, ahead);
        }
        int at = scale.cell(loss);
        canvas.put(at, 1, "●", Tone.FIRST, Weight.BOLD);
        canvas.put(within(at - model.name().length() / 2, model.name()), 0, model.name(), Tone.FIRST, Weight.BOLD);
    }

    /** A mark, and in a row below it what it stands for, which ends there or begins. */
    private void mark(Scale scale, double nats, String glyph, Tone tone, String name, int y, boolean ends) {
        int x = scale.cell(nats);
        String text = name + " " + Decimal.drawn(nats, 3, 8);
        canvas.put(x, 1, glyph, tone, Weight.BOLD);
        canvas.put(within(ends ? x - canvas.width(text) : x + 1, text), y, text, tone);
    }

    private int within(int x, String text) {
        return Math.max(0, Math.min(canvas.width() - canvas.width(text), x));
    }
}
