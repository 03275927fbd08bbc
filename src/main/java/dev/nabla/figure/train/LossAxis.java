package dev.nabla.figure.train;

import java.util.ArrayList;
import java.util.List;

/**
 * The upright axis of FIG.16, which follows the losses: linear up to {@value #KNEE} nats, in powers of ten above. Its
 * unit is the height of the plot.
 *
 * @param low the loss at the bottom
 * @param high the loss at the top: at most {@value #KNEE}, or a power of ten
 * @param step distance of the numbers of the linear part
 */
record LossAxis(double low, double high, double step) {
    /** The loss above which the axis is in powers of ten. */
    static final double KNEE = 3.5;

    private static final double LOW = 2.2;
    private static final double HIGH = 3.4;

    /** Lower ends for smaller losses. */
    private static final List<Double> LOWER = List.of(2.0, 1.5, 1.0, 0.5, 0.0);

    /** Height of one and of more decades above the knee, the last one for all further ones. */
    private static final double[] UPPER = {0.22, 0.36, 0.5, 0.62};

    /** A number that is written whatever the distance. */
    private static final double FIRST_TICK = 0.5;

    /** Most numbers of the part in powers of ten. */
    private static final int MOST_DECADES = 5;

    /** Returns the axis for the losses of a run so far, in nats; infinite ones and NaN do not count. */
    static LossAxis of(double[] losses) {
        double least = LOW;
        double most = HIGH;
        for (double loss : losses) {
            if (Double.isFinite(loss)) {
                least = Math.min(least, loss);
                most = Math.max(most, loss);
            }
        }
        double low = LOW;
        for (double next : LOWER) {
            low = least < low ? next : low;
        }
        double high = most <= HIGH ? HIGH : most <= KNEE ? KNEE : Math.pow(10, Math.ceil(Math.log10(most)));
        return new LossAxis(low, high, low < LOWER.get(0) ? 1 : 0.5);
    }

    /** Returns whether losses above the knee are drawn. */
    boolean opens() {
        return high > KNEE;
    }

    private int decades() {
        return (int) Math.round(Math.log10(high));
    }

    /** Returns the height of the part in powers of ten; 0 without it. */
    private double upper() {
        return opens() ? UPPER[Math.min(decades(), UPPER.length) - 1] : 0;
    }

    /** Returns the height of a loss, 0 at the bottom and 1 at the top. */
    double at(double loss) {
        double knee = opens() ? KNEE : high;
        if (!(loss > KNEE) || !opens()) {
            return (loss - low) / (knee - low) * (1 - upper());
        }
        return 1 - upper() + upper() * Math.log10(loss / KNEE) / Math.log10(high / KNEE);
    }

    /** Returns the loss at a height, on the linear part or on its continuation. */
    double loss(double height) {
        return low + height / (1 - upper()) * ((opens() ? KNEE : high) - low);
    }

    /** Returns the losses that are written at the axis, the topmost first. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int apart = 1 + (decades() - 1) / MOST_DECADES;
        for (int decade = decades(); opens() && decade > 0; decade -= apart) {
            ticks.add(Math.pow(10, decade));
        }
        int all = (int) Math.round((Math.min(high, KNEE) - FIRST_TICK) / step);
        for (int i = all; i >= 0; i--) {
            double tick = Math.rint((FIRST_TICK + i * step) * 10) / 10;
            if (tick >= low && tick <= Math.min(high, KNEE)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }
}
