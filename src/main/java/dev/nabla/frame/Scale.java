package dev.nabla.frame;

/**
 * A straight or logarithmic map between values and cells: lo falls on the middle of cell {@code from}, hi on that of
 * {@code to}.
 *
 * @param lo value at {@code from}; above 0 if logarithmic
 * @param hi value at {@code to}
 * @param from cell of lo
 * @param to cell of hi; smaller than {@code from} where values grow upwards
 * @param log whether equal ratios, not equal differences, are equally far apart
 */
public record Scale(double lo, double hi, int from, int to, boolean log) {
    public static Scale linear(double lo, double hi, int from, int to) {
        return new Scale(lo, hi, from, to, false);
    }

    public static Scale log(double lo, double hi, int from, int to) {
        return new Scale(lo, hi, from, to, true);
    }

    /** The cell of a value, kept between the ends; NaN falls on {@code from}. */
    public int cell(double value) {
        double share = log ? Math.log(value / lo) / Math.log(hi / lo) : (value - lo) / (hi - lo);
        double kept = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
        return (int) Math.round(from + kept * (to - from));
    }

    /** The value at the middle of a cell, kept between lo and hi. */
    public double value(int cell) {
        double share = to == from ? 0 : (double) (cell - from) / (to - from);
        double kept = Math.max(0, Math.min(1, share));
        return log ? lo * Math.pow(hi / lo, kept) : lo + kept * (hi - lo);
    }
}
