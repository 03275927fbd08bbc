package dev.nabla.figure;

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

/** The slider of learning rates from 0 to 1.5, with 1/λmax, 2/(λmin + λmax) and 2/λmax on it and the regimes between them below. */
final class EtaRuler {
    private static final double MOST = 1.5;

    private final Descent descent;
    private final boolean focused;
    private final Canvas canvas;
    private final Scale scale;

    EtaRuler(Descent descent, boolean focused, Canvas canvas) {
        this.descent = descent;
        this.focused = focused;
        this.canvas = canvas;
        this.scale = Scale.linear(0, MOST, 0, canvas.width() - 1);
    }

    void draw() {
        double threshold = descent.threshold().orElse(Double.POSITIVE_INFINITY);
        boolean past = descent.eta() > threshold;
        Tone tone = past ? Tone.WARN : focused ? Tone.SECOND : Tone.TEXT;
        new Slider(scale, descent.eta(), 0, tone).drawOpen(canvas, 0);
        canvas.handle(new Handle("eta", 0, new Area(0, 0, canvas.width(), 1), scale, null));
        if (threshold > MOST) {
            canvas.put(
                    0, 1, descent.threshold().isPresent() ? "no η here diverges" : "Adam has no threshold", Tone.DIM);
            return;
        }
        double best = descent.threshold().getAsDouble() / 2;
        boolean momentum = descent.optimizer().method() == Method.MOMENTUM;
        tick(threshold, '┼', Tone.WARN);
        if (!momentum) {
            tick(best, '┬', Tone.DIM);
            tick(descent.fastest(), '┬', Tone.DIM);
        }
        words(best, threshold);
    }

    private void tick(double eta, char glyph, Tone tone) {
        if (scale.cell(eta) != scale.cell(descent.eta())) {
            canvas.glyph(scale.cell(eta), 0, glyph, tone, Weight.PLAIN);
        }
    }

    /** The numbers of the ticks where there is a row for them, the threshold first; and the regimes, the present one loud. */
    private void words(double crossing, double threshold) {
        if (canvas.height() > 2) {
            Labels numbers = new Labels(canvas);
            for (double tick : new double[] {threshold, crossing, descent.fastest()}) {
                numbers.put(scale.cell(tick) - 1, 1, Decimal.fixed(tick, 2), Tone.DIM, Weight.PLAIN);
            }
        }
        Labels regimes = new Labels(canvas);
        double eta = descent.eta();
        regime(regimes, "blow up", threshold, MOST, eta > threshold ? Tone.WARN : Tone.DIM);
        regime(regimes, "smooth", 0, crossing, eta <= crossing ? Tone.RESULT : Tone.DIM);
        regime(regimes, "zigzag", crossing, threshold, eta > crossing && eta <= threshold ? Tone.SECOND : Tone.DIM);
    }

    private void regime(Labels labels, String word, double from, double to, Tone tone) {
        int middle = (scale.cell(from) + scale.cell(to)) / 2;
        labels.put(
                Math.max(0, middle - word.length() / 2),
                canvas.height() - 1,
                word,
                tone,
                tone == Tone.DIM ? Weight.PLAIN : Weight.BOLD);
    }
}
