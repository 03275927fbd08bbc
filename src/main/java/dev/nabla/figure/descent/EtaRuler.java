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
import dev.nabla.math.Stability;
import dev.nabla.math.Trajectory;
import dev.nabla.math.Vector;
import java.util.OptionalDouble;

/**
 * The slider of learning rates from 0 to 1.5. On a bowl with 1/λmax, 2/(λmin + λmax) and 2/λmax on it and the regimes between
 * them below; elsewhere with the 2/λ of the place where the ball is, which changes as it rolls.
 */
final class EtaRuler {
    private static final double MOST = 1.5;

    private final Trajectory run;
    private final Descent descent;
    private final boolean focused;
    private final Canvas canvas;
    private final Scale scale;

    EtaRuler(Trajectory run, boolean focused, Canvas canvas) {
        this.run = run;
        this.descent = run.descent();
        this.focused = focused;
        this.canvas = canvas;
        this.scale = Scale.linear(0, MOST, 0, canvas.width() - 1);
    }

    void draw() {
        boolean past = descent.eta() > descent.threshold().orElse(Double.POSITIVE_INFINITY);
        Tone tone = past ? Tone.WARN : focused ? Tone.SECOND : Tone.TEXT;
        new Slider(scale, descent.eta(), 0, tone).drawOpen(canvas, 0);
        canvas.handle(new Handle("eta", 0, new Area(0, 0, canvas.width(), 1), scale, null));
        if (descent.optimizer().method() == Method.ADAM) {
            canvas.put(0, 1, "Adam has no threshold", Tone.DIM);
        } else {
            descent.stability().ifPresentOrElse(this::regimes, this::here);
        }
    }

    /** The ticks, their numbers where there is a row for them, the threshold first; and the regimes, the present one loud. */
    private void regimes(Stability bowl) {
        double eta = descent.eta();
        double threshold = bowl.threshold().orElseThrow();
        double crossing = threshold / 2;
        tick(threshold, '┼', Tone.WARN);
        if (descent.optimizer().method() == Method.SGD) {
            tick(crossing, '┬', Tone.DIM);
            tick(bowl.fastest(), '┬', Tone.DIM);
        }
        if (canvas.height() > 2) {
            Labels numbers = new Labels(canvas);
            for (double tick : new double[] {threshold, crossing, bowl.fastest()}) {
                numbers.put(scale.cell(tick) - 1, 1, Decimal.fixed(tick, 2), Tone.DIM, Weight.PLAIN);
            }
        }
        Labels words = new Labels(canvas);
        regime(words, "blow up", threshold, MOST, eta > threshold ? Tone.WARN : Tone.DIM);
        regime(words, "smooth", 0, crossing, eta <= crossing ? Tone.RESULT : Tone.DIM);
        regime(words, "zigzag", crossing, threshold, eta > crossing && eta <= threshold ? Tone.SECOND : Tone.DIM);
    }

    private void tick(double eta, char glyph, Tone tone) {
        if (eta <= MOST && scale.cell(eta) != scale.cell(descent.eta())) {
            canvas.glyph(scale.cell(eta), 0, glyph, tone, Weight.PLAIN);
        }
    }

    private void regime(Labels labels, String word, double from, double to, Tone tone) {
        int left = (scale.cell(from) + scale.cell(to)) / 2 - word.length() / 2;
        Weight weight = tone == Tone.DIM ? Weight.PLAIN : Weight.BOLD;
        labels.put(Math.max(0, left), canvas.height() - 1, word, tone, weight);
    }

    /** The threshold that a bowl as steep as this place would have. */
    private void here() {
        OptionalDouble steepest = descent.surface().steepest(run.theta());
        if (!(steepest.orElse(0) > 0)) {
            canvas.put(0, 1, "no limit here", Tone.DIM);
            return;
        }
        Stability local = new Stability(Vector.of(steepest.getAsDouble()), descent.eta(), descent.optimizer());
        double limit = local.threshold().orElseThrow();
        boolean past = descent.eta() > limit;
        tick(limit, '┼', Tone.WARN);
        String words = "limit here " + Decimal.drawn(limit, 2, 6) + (past ? ": past" : "");
        canvas.put(0, 1, words, past ? Tone.SECOND : Tone.DIM);
    }
}
