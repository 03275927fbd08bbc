package dev.nabla.figure;

import dev.nabla.frame.Scale;
import dev.nabla.math.Decimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The range and the step size of a nudged number.
 *
 * @param lo smallest value that a nudge reaches
 * @param hi largest value that a nudge reaches
 * @param step what one press adds
 * @param log whether a press leads to the next of 1, 2, 5, 10, ... instead, and a fine one to the next two-digit number
 * @param rest a value between the steps that replaces the nearest tenth of a step; NaN for none
 * @param ratios whether the slider is logarithmic
 */
public record Range(double lo, double hi, double step, boolean log, double rest, boolean ratios) {
    private static final List<Integer> PRESSES = List.of(10, 20, 50);
    private static final double HAIR = 1e-9;
    /** Most significant digits of a number between the steps. */
    private static final int DIGITS = 4;
    /** Most cells of a number. */
    private static final int LONGEST = 7;

    public Range(double lo, double hi, double step) {
        this(lo, hi, step, false, Double.NaN, false);
    }

    /** Returns the range from lo to hi, both above 0, with the steps 1, 2, 5 in every decade. */
    public static Range decades(double lo, double hi) {
        return new Range(lo, hi, lo, true, Double.NaN, true);
    }

    /** Returns a copy in which presses also stop at a value between the steps, like 1/sqrt(2). */
    public Range restingAt(double value) {
        return new Range(lo, hi, step, log, value, ratios);
    }

    /** Returns a copy with a logarithmic slider; both ends must be above 0. */
    public Range byRatios() {
        return new Range(lo, hi, step, log, rest, true);
    }

    /** Returns the scale of a slider from cell {@code from} to cell {@code to}, for drawing and for the pointer. */
    public Scale scale(int from, int to) {
        return new Scale(lo, hi, from, to, ratios);
    }

    /**
     * Writes a number in a field of {@code cells} cells, with the decimals of a step (at least two for a step below 1).
     * A number between the steps gets more digits if they fit. A number other than 0 is never written as 0. In decades
     * only the significant digits count.
     */
    String text(double x, int cells) {
        int room = Math.min(cells, LONGEST);
        String plain = log ? "" : Decimal.nonzero(x, places(), room);
        for (int digits = DIGITS; digits > 0; digits--) {
            String text = Decimal.typeset(Decimal.significant(x, digits));
            if (text.length() > plain.length() && text.length() <= room) {
                return text;
            }
        }
        return log ? Decimal.drawn(x, 0, room) : plain;
    }

    /**
     * Writes a number for a column of {@code cells} cells, with the decimals of a step; from 100 on with one decimal
     * less.
     */
    String column(double x, int cells) {
        return Decimal.drawn(x, Math.abs(x) < 100 ? places() : Math.max(0, places() - 1), cells);
    }

    private int places() {
        int needed = BigDecimal.valueOf(step).stripTrailingZeros().scale();
        return step < 1 ? Math.max(2, needed) : 0;
    }

    /**
     * Returns x moved by {@code tenths} tenths of a step, on the grid of tenths, so that n up and n down is the
     * identity: 0.18 moved by +10 tenths of 0.01 is exactly 0.19. A move never passes an end in its direction. A value
     * beyond an end is not pulled back: it stays or comes nearer.
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
        long presses = fine ? Math.abs(tenths) : Math.abs(tenths) / 10;
        for (long i = 0; i < presses && (tenths > 0 ? next < hi : next > lo); i++) {
            next = neighbour(next, fine, tenths > 0);
        }
        return next;
    }

    /** Returns the next number up or down with one digit of 1, 2, 5, or, if {@code fine}, with any two digits. */
    private static double neighbour(double x, boolean fine, boolean upwards) {
        int decade = (int) Math.floor(Math.log10(x));
        NavigableSet<Double> numbers = new TreeSet<>(List.of(0.0, Double.POSITIVE_INFINITY));
        for (int e = decade - 2; e <= decade; e++) {
            for (int digits = 10; digits < 100; digits++) {
                if (fine || PRESSES.contains(digits)) {
                    numbers.add(Double.parseDouble(digits + "e" + e));
                }
            }
        }
        return upwards ? numbers.higher(x * (1 + HAIR)) : numbers.lower(x * (1 - HAIR));
    }

    /** Returns x rounded to the nearest step and limited to the range, as for a dragged pointer. */
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
