package dev.nabla.figure.block;

import static dev.nabla.figure.block.BlockFigure.HELD_OUT;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.block.BlockModel.LogitParts;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Recipe.Ablation;

/**
 * Draws what each cut costs: how much higher the held-out loss is after a training without the part, one row per cut.
 * With {@code seeds} it draws the smallest and the largest cost over six seeds.
 */
record CutCosts(Picture<BlockModel, LogitParts> all, Canvas canvas) {
    /** Rows that are needed below the heading: one per cut, a blank one, and the held-out loss. */
    static final int ROWS = BlockModel.CUTS + 2;

    private static final int TEXT = 2;

    /** Cell of the zero line, after the longest word and what is below 0. */
    private static final int ZERO = TEXT + 13;

    private static final int NUMBER = 7;

    /** Cost of a full bar, in nats, unless a cut costs more. */
    private static final double LEAST_SCALE = 0.17;

    private BlockModel model() {
        return all.model();
    }

    void draw() {
        KnobView knob = all.knob("cut");
        canvas.put(TEXT, 0, "cut, trained anew", knob.tone(Tone.DIM));
        canvas.right(canvas.width(), 0, model().seeds() ? "six seeds" : "costs", Tone.DIM);
        double scale = LEAST_SCALE;
        for (Ablation cut : Ablation.values()) {
            scale = isKnown(cut) && !model().withholds(cut) ? Math.max(scale, cost(cut)) : scale;
        }
        for (Ablation cut : Ablation.values()) {
            row(knob, cut, 1 + cut.ordinal(), scale);
        }
        int y = ROWS;
        canvas.put(TEXT, y, "held out", Tone.DIM);
        String held = isKnown(model().cut()) ? all.column(HELD_OUT, NUMBER) : ViewState.HIDDEN;
        canvas.right(canvas.width(), y, held, Tone.RESULT, Weight.BOLD);
    }

    private void row(KnobView knob, Ablation cut, int y, double scale) {
        boolean here = cut == model().cut();
        KnobView entry = knob.entry(here);
        Tone tone = here ? Tone.RESULT : Tone.TEXT;
        Weight weight = here ? Weight.BOLD : Weight.PLAIN;
        entry.mark(canvas, 0, y);
        canvas.put(TEXT, y, cut.word(), entry.tone(tone), entry.weight(weight));
        entry.pick(canvas, new Area(TEXT, y, cut.word().length(), 1), cut.ordinal());
        if (cut == Ablation.NONE) {
            return;
        }
        int numbers = model().seeds() ? 2 * NUMBER : NUMBER;
        int room = canvas.width() - numbers - ZERO - 1;
        canvas.glyph(ZERO, y, '│', Tone.GRID, Weight.PLAIN);
        if (all.hides(HELD_OUT) || model().withholds(cut) || !model().seeds() && !isKnown(cut)) {
            canvas.right(canvas.width(), y, ViewState.HIDDEN, Tone.DIM);
        } else if (model().seeds()) {
            SeedCosts costs = SeedCosts.of(cut);
            bar(y, costs.least(), costs.most(), scale, room, tone);
            number(canvas.width() - NUMBER, y, costs.least(), tone, weight);
            number(canvas.width(), y, costs.most(), tone, weight);
        } else {
            bar(y, 0, cost(cut), scale, room, tone);
            number(canvas.width(), y, cost(cut), tone, weight);
        }
    }

    private void number(int end, int y, double cost, Tone tone, Weight weight) {
        canvas.right(end, y, HELD_OUT.style().signed(cost), tone, weight);
    }

    /** Draws a bar between two costs. What is below 0 is only marked: an arrow where it leaves the scale. */
    private void bar(int y, double least, double most, double scale, int room, Tone tone) {
        double low = Math.min(least, most);
        double high = Math.max(least, most);
        if (low < 0) {
            canvas.glyph(ZERO - 1, y, -low > scale ? '◄' : '▐', tone, Weight.PLAIN);
        }
        if (high > 0) {
            int from = (int) Math.round(Math.max(0, low) / scale * room);
            double length = high / scale * room - from;
            canvas.put(ZERO + 1 + from, y, canvas.glyphs().bar(Math.max(length, 0.5), room), tone);
        }
    }

    private boolean isKnown(Ablation cut) {
        return cut.ordinal() < model().compared();
    }

    /** Returns how much higher the held-out loss is without the part. */
    private static double cost(Ablation cut) {
        return BlockModel.heldOut(cut) - BlockModel.heldOut(Ablation.NONE);
    }
}
