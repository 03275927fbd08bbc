package dev.nabla.figure.descent;

import static dev.nabla.figure.descent.DescentFigure.LIMIT;

import dev.nabla.figure.part.KnobView;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Descent;
import dev.nabla.math.Optimizer.Method;

/**
 * The slider of learning rates. On a bowl it marks the limit and names the regimes. Plain descent has three marks,
 * 1/λmax, 2/(λmin + λmax) and 2/λmax, and three regimes. Momentum has the limit 2(1 + β)/λmax and two regimes. Adam and
 * surfaces other than bowls have no single limit.
 *
 * @param bare whether the slider stands alone, without limit and regimes
 * @param hidden whether an open guess hides the regimes, because they reveal how the run goes
 * @param limitHidden whether one hides the limit, so that the marks have no numbers
 */
record EtaRuler(Descent descent, KnobView eta, boolean bare, boolean hidden, boolean limitHidden, Canvas canvas) {
    void draw() {
        Scale scale = scale();
        double threshold = descent.threshold().orElse(Double.POSITIVE_INFINITY);
        Tone tone = !bare && !hidden && descent.eta() > threshold ? Tone.WARN : eta.tone(Tone.TEXT);
        new Slider(scale, eta.number(), 0, tone).drawOpen(canvas, 0);
        eta.drag(canvas, new Area(0, 0, canvas.width(), 1), scale);
        if (bare) {
            return;
        }
        if (descent.threshold().isPresent()) {
            ticks(threshold);
            if (!hidden) {
                regimes(threshold);
            }
        } else {
            canvas.put(0, canvas.height() - 1, "no single limit", Tone.DIM);
        }
    }

    private Scale scale() {
        return eta.scale(0, canvas.width() - 1);
    }

    private void ticks(double threshold) {
        Labels numbers = new Labels(canvas);
        tick(threshold, '┼', Tone.WARN, numbers);
        if (isPlain()) {
            tick(threshold / 2, '┬', Tone.DIM, numbers);
            tick(descent.stability().orElseThrow().fastest(), '┬', Tone.DIM, numbers);
        }
    }

    /**
     * Writes the names of the regimes and highlights the current regime. A plain step crosses the valley from 1/λmax
     * on, half the limit. With momentum a run can swing at almost any rate: from (1 − √β)²/λmax on, which is
     * 0.003/λmax for β = 0.9.
     */
    private void regimes(double threshold) {
        Labels words = new Labels(canvas);
        regime(words, "blow up", threshold, scale().hi(), Tone.WARN);
        if (isPlain()) {
            regime(words, "smooth", 0, threshold / 2, Tone.RESULT);
            regime(words, "zigzag", threshold / 2, threshold, Tone.SECOND);
        } else {
            regime(words, "settle", 0, threshold, Tone.RESULT);
        }
    }

    private boolean isPlain() {
        return descent.optimizer().method() == Method.SGD;
    }

    /** Draws a tick, and its number if the canvas has a row for it. */
    private void tick(double rate, char glyph, Tone tone, Labels numbers) {
        int cell = scale().cell(rate);
        if (rate <= scale().hi() && cell != scale().cell(descent.eta())) {
            canvas.glyph(cell, 0, glyph, tone, Weight.PLAIN);
        }
        if (canvas.height() > 2 && !limitHidden) {
            numbers.put(cell - 1, 1, LIMIT.style().places(2).column(rate, 4), Tone.DIM, Weight.PLAIN);
        }
    }

    /** Writes a regime in the middle of its range, highlighted if it contains the current learning rate. */
    private void regime(Labels labels, String word, double from, double to, Tone loud) {
        boolean now = descent.eta() > from && (descent.eta() <= to || to == scale().hi());
        int left = (scale().cell(from) + scale().cell(to)) / 2 - word.length() / 2;
        labels.put(
                Math.max(0, left), canvas.height() - 1, word, now ? loud : Tone.DIM, now ? Weight.BOLD : Weight.PLAIN);
    }
}
