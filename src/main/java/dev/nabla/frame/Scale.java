package dev.nabla.frame;

/**
 * A linear or logarithmic map between values and cells: lo is at the middle of cell {@code from}, hi at that of
 * {@code to}.
 *
 * @param lo value at {@code from}; above 0 if logarithmic
 * @param hi value at {@code to}
 * @param from cell of lo
 * @param to cell of hi; less than {@code from} if values grow upwards
 * @param log whether the scale is logarithmic
 */
public record Scale(double lo, double hi, int from, int to, boolean log) {
    public static Scale linear(double lo, double hi, int from, int to) {
        return new Scale(lo, hi, from, to, false);
    }

    public static Scale log(double lo, double hi, int from, int to) {
        return new Scale(lo, hi, from, to, true);
    }

    /** Returns the cell of a value, clamped to the ends; NaN gives {@code from}. */
    public int cell(double value) {
        double share = log ? Math.log(value / lo) / Math.log(hi / lo) : (value - lo) / (hi - lo);
        double kept = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
        return (int) Math.round(from + kept * (to - from));
    }

    /** Returns the value at the middle of a cell, clamped to lo and hi. */
    public double value(int cell) {
        double share = to == from ? 0 : (double) (cell - from) / (to - from);
        double kept = Math.max(0, Math.min(1, share));
        return log ? lo * Math.pow(hi / lo, kept) : lo + kept * (hi - lo);
    }
}
