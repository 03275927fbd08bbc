package dev.nabla.math;

/**
 * A running product with twice the digits of a double and an exponent of its own, {@code (high + low) 2^exponent}: on the
 * way nothing overflows, nothing vanishes, and every rounding error is kept (Dekker 1971, with a fused multiply).
 *
 * @param high 1 &le; |high| &lt; 2; or 0, infinite or NaN, and then the rest counts no more
 * @param low what high rounds away
 * @param exponent of 2
 */
record ScaledProduct(double high, double low, long exponent) {
    static final ScaledProduct ONE = new ScaledProduct(1, 0, 0);
    private static final int FARTHEST = 5000;

    /** The product with one more factor; 1e200, 1e200, 1e-300 give 1e100, where plain multiplication gives infinity. */
    ScaledProduct times(double factor) {
        if (!isOrdinary(high) || !isOrdinary(factor)) {
            return new ScaledProduct(high * factor, 0, 0);
        }
        int scale = Math.getExponent(factor);
        double x = Math.scalb(factor, -scale);
        double product = high * x;
        double error = Math.fma(high, x, -product) + low * x;
        double sum = product + error;
        int moved = Math.getExponent(sum);
        return new ScaledProduct(
                Math.scalb(sum, -moved), Math.scalb(error - (sum - product), -moved), exponent + scale + moved);
    }

    private static boolean isOrdinary(double x) {
        return x != 0 && Double.isFinite(x);
    }

    /** The nearest double: 0 or infinite where the product is too small or too large for one. */
    double value() {
        return Math.scalb(high + low, (int) Math.max(-FARTHEST, Math.min(FARTHEST, exponent)));
    }

    /** log10 of its size, also where {@link #value} is 0 or infinite; of 1e-400 it is -400. */
    double log10() {
        return StrictMath.log10(Math.abs(high)) + exponent * StrictMath.log10(2);
    }
}
