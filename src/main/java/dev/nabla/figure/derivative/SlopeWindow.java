package dev.nabla.figure.derivative;

import dev.nabla.math.expression.Derivative;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The visible part of the plane in FIG.04. Its sizes change only by doubling or halving, so that a nudge moves the
 * point and not the axes.
 */
record SlopeWindow(double left, double right, double bottom, double top) {
    private static final double HALF = 4;
    private static final double FARTHEST = 1e300;
    private static final int SAMPLES = 64;

    /** Returns a window with the same unit on both axes, unless the curve is too tall or too flat for it. */
    static SlopeWindow of(Derivative at, int width, int height) {
        double half = HALF;
        while (half < FARTHEST && Math.abs(at.x()) > half) {
            half *= 2;
        }
        double side = half;
        DoubleSummaryStatistics seen = IntStream.rangeClosed(0, SAMPLES)
                .mapToDouble(i -> at.f().value(side * (2.0 * i / SAMPLES - 1)))
                .filter(y -> !Double.isNaN(y))
                .summaryStatistics();
        double lo = seen.getMin();
        double hi = seen.getMax();
        double span = 2 * half * (4 * height - 1) / (2 * width - 1);
        double share = lo > hi ? 0.5 : lo > -0.05 * span ? 0.2 : hi < 0.05 * span ? 0.8 : 0.5;
        while (hi > lo && span > 1e-12 && holds(lo, hi, span / 2, share)) {
            span /= 2;
        }
        double y = at.value();
        double beside = at.f().value(at.x() + at.eps());
        while (span < FARTHEST && !(holds(y, y, span, share) && holds(beside, beside, span, share))) {
            span *= 2;
        }
        return new SlopeWindow(-half, half, -share * span, (1 - share) * span);
    }

    private static boolean holds(double lo, double hi, double span, double share) {
        return Double.isNaN(lo) || lo >= -share * span && hi <= 0.95 * (1 - share) * span;
    }

    boolean isDrawable() {
        return right < FARTHEST && top - bottom < FARTHEST;
    }

    double halfWidth() {
        return (right - left) / 2;
    }

    /**
     * Returns at most {@code most} ticks from {@code lo} to {@code hi}, except 0. Their distance is 1, 2 or 5 times a
     * power of ten.
     */
    static double[] ticks(double lo, double hi, int most) {
        double decade = Math.pow(10, Math.floor(Math.log10((hi - lo) / most)));
        double step = DoubleStream.of(1, 2, 5)
                .map(factor -> factor * decade)
                .filter(wide -> (hi - lo) / wide <= most)
                .findFirst()
                .orElse(10 * decade);
        return DoubleStream.iterate(Math.ceil(lo / step) * step, tick -> tick <= hi, tick -> tick + step)
                .filter(tick -> Math.abs(tick) > step / 2)
                .toArray();
    }
}
