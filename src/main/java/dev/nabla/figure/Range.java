package dev.nabla.figure;

import dev.nabla.frame.Scale;
import dev.nabla.math.Decimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How far a nudged number may go, and in which steps.
 *
 * @param lo smallest value a nudge reaches
 * @param hi largest value a nudge reaches
 * @param step what one press adds
 * @param log whether a press leads to the next of 1, 2, 5, 10, ... instead, and a small one to the next two digits
 * @param rest a value between the steps that takes the place of the nearest tenth of a step; NaN for none
 * @param ratios whether equal ratios, not equal differences, are equally far apart on a slider
 */
public record Range(double lo, double hi, double step, boolean log, double rest, boolean ratios) {
    private static final List<Integer> PRESSES = List.of(10, 20, 50);
    private static final double HAIR = 1e-9;
    /** The most digits of a number between the steps. */
    private static final int DIGITS = 4;
    /** The most cells of a number. */
    private static final int LONGEST = 7;

    public Range(double lo, double hi, double step) {
        this(lo, hi, step, false, Double.NaN, false);
    }

    /** From lo to hi, both above 0, in steps of 1, 2, 5 in every decade. */
    public static Range decades(double lo, double hi) {
        return new Range(lo, hi, lo, true, Double.NaN, true);
    }

    /** This range, where presses also stop at a value between the steps, like 1/sqrt(2). */
    public Range restingAt(double value) {
        return new Range(lo, hi, step, log, value, ratios);
    }

    /** Returns this range, both ends above 0, with a logarithmic slider. */
    public Range byRatios() {
        return new Range(lo, hi, step, log, rest, true);
    }

    /** Returns the map from its values to cells: where a slider of it stands, and what the pointer sets there. */
    public Scale scale(int from, int to) {
        return new Scale(lo, hi, from, to, ratios);
    }

    /**
     * Writes a number in a field of so many cells: with the places that a step needs, of a step below 1 two at least;
     * with more of its digits where it lies between the steps and they fit; what is not 0 never reads as 0. On decades
     * only the digits count.
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
     * Writes one of several numbers, all with the same places, in a column of so many cells; from 100 on with one place
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
        long presses = fine ? Math.abs(tenths) : Math.abs(tenths) / 10;
        for (long i = 0; i < presses && (tenths > 0 ? next < hi : next > lo); i++) {
            next = neighbour(next, fine, tenths > 0);
        }
        return next;
    }

    /** The next number upwards or downwards that has one digit of 1, 2, 5, or any two digits. */
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
