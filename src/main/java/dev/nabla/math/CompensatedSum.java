package dev.nabla.math;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Compensated summation (Neumaier 1974): the rounding error of every addition is kept and added at the end. */
final class CompensatedSum {
    private double sum;
    private double lost;
    /** Sum of the sizes of what the additions lost, of which adding it up may lose a part again. */
    private double sizeOfLost;

    /** Returns the sum of n terms in order; (1e16, 1, -1e16) gives 1, where plain addition gives 0. */
    static double of(int n, IntToDoubleFunction term) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            sum.add(term.applyAsDouble(i));
        }
        return sum.value();
    }

    /** Returns the sum of inexact numbers in order, the same number as that of {@link #of}, with its error. */
    static Rounded of(List<Rounded> terms) {
        CompensatedSum sum = new CompensatedSum();
        double off = 0;
        for (Rounded term : terms) {
            sum.add(term.x());
            off += term.off();
        }
        Rounded both = Rounded.exact(sum.sum).plus(Rounded.exact(sum.lost));
        return new Rounded(sum.value(), off + both.off() + terms.size() * Math.ulp(sum.sizeOfLost));
    }

    void add(double x) {
        double next = sum + x;
        double missed = Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
        lost += missed;
        sizeOfLost += Math.abs(missed);
        sum = next;
    }

    double value() {
        return Double.isFinite(sum) ? sum + lost : sum;
    }
}
