package dev.nabla.figure;

import java.math.BigDecimal;

/**
 * How far a nudged number may go, and in which steps.
 *
 * @param lo smallest value a nudge reaches
 * @param hi largest value a nudge reaches
 * @param step what one press adds
 */
public record Range(double lo, double hi, double step) {

    /**
     * x moved by so many tenths of a step, on the grid of tenths, so that n up and n down is the identity: 0.18 moved by
     * +10 tenths of 0.01 is exactly 0.19. Never past an end in the direction of the move, nor back to it: a value beyond
     * an end may stay or come nearer.
     */
    double moved(double x, long tenths) {
        if (tenths == 0 || Double.isNaN(x)) {
            return x;
        }
        if (Double.isInfinite(x)) {
            return x > 0 == tenths > 0 ? x : x > 0 ? hi : lo;
        }
        BigDecimal grain = BigDecimal.valueOf(step).movePointLeft(1);
        long position = Math.round(x / grain.doubleValue());
        double next = Math.abs(x) > 1e9
                ? x
                : grain.multiply(BigDecimal.valueOf(position + tenths)).doubleValue();
        return tenths > 0 ? Math.min(next, Math.max(x, hi)) : Math.max(next, Math.min(x, lo));
    }

    /** x brought to the nearest step and between the ends: where a pointer lets go. */
    double snapped(double x) {
        BigDecimal grain = BigDecimal.valueOf(step);
        double nearest =
                grain.multiply(BigDecimal.valueOf(Math.round(x / step))).doubleValue();
        return Math.max(lo, Math.min(hi, nearest));
    }
}
