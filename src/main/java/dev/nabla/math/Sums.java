package dev.nabla.math;

import java.util.Arrays;

/**
 * Compensated sums side by side, to which whole rows are added. Knuth's two-sum asks for no branch, so that the processor
 * adds several at once; it keeps what {@link Sum} keeps.
 */
final class Sums {
    private final double[] sum;
    private final double[] lost;

    Sums(int n) {
        sum = new double[n];
        lost = new double[n];
    }

    /** All to 0. */
    void clear() {
        Arrays.fill(sum, 0);
        Arrays.fill(lost, 0);
    }

    /** Adds factor row[j] to sum j. */
    void add(double factor, double[] row) {
        for (int j = 0; j < row.length; j++) {
            double term = factor * row[j];
            double next = sum[j] + term;
            double added = next - sum[j];
            lost[j] += (sum[j] - (next - added)) + (term - added);
            sum[j] = next;
        }
    }

    double value(int j) {
        return Double.isFinite(sum[j]) ? sum[j] + lost[j] : sum[j];
    }
}
