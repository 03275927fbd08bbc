package dev.nabla.figure;

import dev.nabla.math.Decimal;
import java.math.BigDecimal;

/**
 * How far a nudged number may go, and in which steps.
 *
 * @param lo smallest value a nudge reaches
 * @param hi largest value a nudge reaches
 * @param step what one press adds
 * @param log whether a press leads to the next of 1, 2, 5, 10, ... instead, and a small one to the next two digits
 * @param rest a value between the steps that takes the place of the nearest tenth of a step; NaN for none
 */
public record Range(double lo, double hi, double step, boolean log, double rest) {
    private static final int[] PRESSES = {1, 2, 5};
    private static final double HAIR = 1e-9;

    public Range(double lo, double hi, double step) {
        this(lo, hi, step, false, Double.NaN);
    }

    /** From lo to hi, both above 0, in steps of 1, 2, 5 in every decade. */
    public static Range decades(double lo, double hi) {
        return new Range(lo, hi, lo, true, Double.NaN);
    }

    /** This range, where presses also stop at a value between the steps, like 1/sqrt(2). */
    public Range restingAt(double value) {
        return new Range(lo, hi, step, log, value);
    }

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
        double next = log ? movedOnDecades(x, tenths) : movedOnTenths(x, tenths);
        return tenths > 0 ? Math.min(next, Math.max(x, hi)) : Math.max(next, Math.min(x, lo));
    }

    private double movedOnTenths(double x, long tenths) {
        BigDecimal grain = BigDecimal.valueOf(step).movePointLeft(1);
        long position = Math.round(x / grain.doubleValue()) + tenths;
        if (Math.abs(x) > 1e9) {
            return x;
        }
        boolean rests = !Double.isNaN(rest) && Math.round(rest / grain.doubleValue()) == position;
        return rests ? rest : grain.multiply(BigDecimal.valueOf(position)).doubleValue();
    }

    private double movedOnDecades(double x, long tenths) {
        boolean fine = Math.abs(tenths) < 10;
        double next = x;
        boolean more = true;
        for (long i = fine ? Math.abs(tenths) : Math.abs(tenths) / 10; i > 0 && more; i--) {
            next = neighbour(next, fine, tenths > 0);
            more = tenths > 0 ? next < hi : next > lo;
        }
        return next;
    }

    /** The next number upwards or downwards that has one digit of 1, 2, 5, or any two digits. */
    private static double neighbour(double x, boolean fine, boolean upwards) {
        int decade = (int) Math.floor(Math.log10(x));
        double next = upwards ? Double.POSITIVE_INFINITY : 0;
        for (int e = decade - 1; e <= decade + 1; e++) {
            for (int i = 0; i < (fine ? 90 : PRESSES.length); i++) {
                double candidate = Double.parseDouble(fine ? (10 + i) + "e" + (e - 1) : PRESSES[i] + "e" + e);
                if (upwards && candidate > x * (1 + HAIR)) {
                    next = Math.min(next, candidate);
                } else if (!upwards && candidate < x * (1 - HAIR)) {
                    next = Math.max(next, candidate);
                }
            }
        }
        return next;
    }

    /** x brought to the nearest step and between the ends: where a pointer lets go. */
    double snapped(double x) {
        if (log) {
            double kept = Double.isNaN(x) ? lo : Math.max(lo, Math.min(hi, x));
            return Double.parseDouble(Decimal.significant(kept, 2));
        }
        BigDecimal grain = BigDecimal.valueOf(step);
        double nearest =
                grain.multiply(BigDecimal.valueOf(Math.round(x / step))).doubleValue();
        return Math.max(lo, Math.min(hi, nearest));
    }
}
