package dev.nabla.math;

/** Division in which a power of two is applied last, so that nothing overflows or vanishes before the result. */
final class Quotient {
    private Quotient() {}

    /**
     * Returns {@code x / y * 2^power} for a finite x and a finite y other than 0; 1e-200, 1e200 and 1300 give 2.1e-9,
     * where 1e-200 / 1e200 alone is 0.
     */
    static double of(double x, double y, int power) {
        int above = Math.getExponent(x);
        int below = Math.getExponent(y);
        return Math.scalb(Math.scalb(x, -above) / Math.scalb(y, -below), power + above - below);
    }
}
