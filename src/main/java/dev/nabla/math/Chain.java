package dev.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The chain rule along one path: the slope of a composition is the product of its local slopes.
 *
 * <p>{@code L = f[n](... f[2](f[1](w)))}, {@code dL/dw = f[1]' f[2]' ... f[n]'}. On the way back, the signal is 1 at
 * the loss and is multiplied by a slope on every edge: by that of f[n] first, by that of f[1] last. Six slopes of 0.8
 * leave 0.262144; ten of 0.25, the steepest slope of a sigmoid, leave 9.5367e-7.
 *
 * @param slopes f[i]' at its own input, the innermost function first; NaN or infinite if there is none
 * @see <a href="https://doi.org/10.1038/323533a0">Rumelhart, Hinton, Williams (1986)</a>
 */
public record Chain(Vector slopes) {
    /** A signal below this share, or above its inverse, is called vanishing or exploding. */
    public static final double FAINT = 0.1;

    /** The state of the signal on its way from the loss to w. */
    public enum ChainStatus {
        UNDEFINED,
        /** Exactly 0, because a slope is 0. */
        STOPPED,
        /** Not 0, but smaller than any double. */
        VANISHED,
        VANISHING,
        SHRINKING,
        STEADY,
        GROWING,
        EXPLODING,
        /** Larger than any double. */
        OVERFLOWED;

        public String word() {
            return this == VANISHED ? "vanished to 0" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Creates a chain of typed slopes.
     *
     * @throws BadInput {@code not_finite} if a slope is infinite or NaN
     */
    public static Chain of(Vector slopes) {
        BadInput.require(slopes.isFinite(), "not_finite", "slopes", slopes, "every slope must be finite");
        return new Chain(slopes);
    }

    /**
     * Returns the signal after each edge, from the loss: {@code f[n]'}, then {@code f[n]' f[n-1]'}, and so on down to
     * {@link #product}. For slopes (2, 3, 5) it is (5, 15, 30).
     */
    public Vector partials() {
        List<ScaledProduct> running = running();
        return Vector.of(running.size(), i -> running.get(i).value());
    }

    /** Returns dL/dw, the product of the slopes; infinite or 0 if it is out of a double's range. */
    public double product() {
        return whole().value();
    }

    /** Returns log10 |dL/dw|, also if {@link #product} vanished or overflowed: 1000 slopes of 0.25 give -602.06. */
    public double decades() {
        return whole().log10();
    }

    public ChainStatus status() {
        double product = Math.abs(product());
        if (Double.isNaN(product) || !slopes.isFinite()) {
            return ChainStatus.UNDEFINED;
        }
        if (product == 0) {
            return slopes.stream().anyMatch(slope -> slope == 0) ? ChainStatus.STOPPED : ChainStatus.VANISHED;
        }
        if (Double.isInfinite(product)) {
            return ChainStatus.OVERFLOWED;
        }
        if (product < FAINT || product > 1 / FAINT) {
            return product < 1 ? ChainStatus.VANISHING : ChainStatus.EXPLODING;
        }
        return product < 1 ? ChainStatus.SHRINKING : product > 1 ? ChainStatus.GROWING : ChainStatus.STEADY;
    }

    private ScaledProduct whole() {
        List<ScaledProduct> running = running();
        return running.get(running.size() - 1);
    }

    private List<ScaledProduct> running() {
        List<ScaledProduct> running = new ArrayList<>();
        ScaledProduct product = ScaledProduct.ONE;
        for (int i = slopes.size() - 1; i >= 0; i--) {
            product = product.times(slopes.get(i));
            running.add(product);
        }
        return running;
    }

    /**
     * A running product with twice the digits of a double and its own exponent, {@code (high + low) 2^exponent}.
     * Nothing overflows or vanishes on the way, and rounding errors are kept (Dekker 1971, with a fused multiply).
     *
     * @param high 1 &le; |high| &lt; 2; or 0, infinite or NaN, and then low and exponent do not matter
     * @param low rounding error of {@code high}
     * @param exponent of 2
     */
    private record ScaledProduct(double high, double low, long exponent) {
        static final ScaledProduct ONE = new ScaledProduct(1, 0, 0);
        private static final int FARTHEST = 5000;

        /**
         * Returns the product with one more factor; 1e200, 1e200, 1e-300 give 1e100, where plain multiplication gives
         * infinity.
         */
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

        /** Returns the nearest double: 0 or infinite if the product is too small or too large for a double. */
        double value() {
            return Math.scalb(high + low, (int) Math.max(-FARTHEST, Math.min(FARTHEST, exponent)));
        }

        /** Returns log10 of its size, also if {@link #value} is 0 or infinite; of 1e-400 it is -400. */
        double log10() {
            return StrictMath.log10(Math.abs(high)) + exponent * StrictMath.log10(2);
        }
    }
}
