package dev.nabla.math;

import java.util.function.IntToDoubleFunction;

/** Compensated summation (Neumaier 1974): the rounding error of every addition is kept and added at the end. */
final class CompensatedSum {
    private double sum;
    private double lost;

    /** Returns the sum of n terms in order; (1e16, 1, -1e16) gives 1, where plain addition gives 0. */
    static double of(int n, IntToDoubleFunction term) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            sum.add(term.applyAsDouble(i));
        }
        return sum.value();
    }

    void add(double x) {
        double next = sum + x;
        lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
        sum = next;
    }

    double value() {
        return Double.isFinite(sum) ? sum + lost : sum;
    }
}
