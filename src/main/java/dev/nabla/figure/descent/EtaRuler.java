package dev.nabla.figure.descent;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Optimizer.Method;

/**
 * The slider of learning rates from 0 to 1.5. On a bowl with 1/λmax, 2/(λmin + λmax) and 2/λmax on it and the regimes between
 * them below; Adam and other surfaces have no single limit.
 */
record EtaRuler(Descent descent, boolean focused, Canvas canvas) {
    private static final double MOST = 1.5;

    void draw() {
        Scale scale = scale();
        double threshold = descent.threshold().orElse(Double.POSITIVE_INFINITY);
        Tone tone = descent.eta() > threshold ? Tone.WARN : focused ? Tone.SECOND : Tone.TEXT;
        new Slider(scale, descent.eta(), 0, tone).drawOpen(canvas, 0);
        canvas.handle(new Handle("eta", 0, new Area(0, 0, canvas.width(), 1), scale, null));
        if (descent.threshold().isPresent()) {
            ticks(threshold);
            regimes(threshold);
        } else {
            canvas.put(0, canvas.height() - 1, "no single limit", Tone.DIM);
        }
    }

    private Scale scale() {
        return Scale.linear(0, MOST, 0, canvas.width() - 1);
    }

    private void ticks(double threshold) {
        Labels numbers = new Labels(canvas);
        tick(threshold, '┼', Tone.WARN, numbers);
        if (descent.optimizer().method() == Method.SGD) {
            tick(threshold / 2, '┬', Tone.DIM, numbers);
            tick(descent.stability().orElseThrow().fastest(), '┬', Tone.DIM, numbers);
        }
    }

    /** The words for what a rate does, the present one loud. */
    private void regimes(double threshold) {
        double crossing = threshold / 2;
        Labels words = new Labels(canvas);
        regime(words, "blow up", threshold, MOST, Tone.WARN);
        regime(words, "smooth", 0, crossing, Tone.RESULT);
        regime(words, "zigzag", crossing, threshold, Tone.SECOND);
    }

    /** A tick, and its number where there is a row for it. */
    private void tick(double eta, char glyph, Tone tone, Labels numbers) {
        int cell = scale().cell(eta);
        if (eta <= MOST && cell != scale().cell(descent.eta())) {
            canvas.glyph(cell, 0, glyph, tone, Weight.PLAIN);
        }
        if (canvas.height() > 2) {
            numbers.put(cell - 1, 1, Decimal.fixed(eta, 2), Tone.DIM, Weight.PLAIN);
        }
    }

    private void regime(Labels labels, String word, double from, double to, Tone loud) {
        boolean now = descent.eta() > from && (descent.eta() <= to || to == MOST);
        int left = (scale().cell(from) + scale().cell(to)) / 2 - word.length() / 2;
        labels.put(
                Math.max(0, left), canvas.height() - 1, word, now ? loud : Tone.DIM, now ? Weight.BOLD : Weight.PLAIN);
    }
}
