package dev.nabla.math;

/**
 * The double nearest to {@code digits * 10^exponent}: the way back from {@link Shortest}.
 *
 * <p>The first 63 bits of the power of ten tell the product's first 62, and nearly always that is enough to round it to 53.
 *
 * @see <a href="https://arxiv.org/abs/2101.11408">Lemire: Number parsing at a gigabyte per second (2021)</a>
 */
public final class Nearest {
    private static final int LEAST_EXPONENT = -292;
    private static final int MOST_EXPONENT = 308;
    private static final int FRACTION = 52;
    private static final int BIAS = 1023;
    /** Up to here every whole number is a double. */
    private static final long MOST_EXACT = 1L << FRACTION + 1;

    /** The powers of ten that are doubles: one operation with one of them rounds but once. */
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Nearest() {}

    /**
     * The nearest double, or NaN where this quick way cannot tell, about once in a thousand times: then {@link
     * Double#parseDouble} can.
     *
     * @param digits from 0 to 2^63 - 1
     */
    public static double to(long digits, int exponent) {
        if (digits == 0) {
            return 0;
        }
        if (digits <= MOST_EXACT && Math.abs(exponent) < TENS.length) {
            return exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
        }
        if (exponent < LEAST_EXPONENT || exponent > MOST_EXPONENT) {
            return Double.NaN;
        }
        int free = Long.numberOfLeadingZeros(digits) - 1;
        long w = digits << free;
        long power = Shortest.Power.of(exponent).high();
        // The product's first 62 or 63 bits; power may be a little too large or up to 1 too small, so the product
        // itself lies
        // between these and two more.
        long product = Math.multiplyHigh(w, power) << 1 | w * power >>> 63;
        int bits = 64 - Long.numberOfLeadingZeros(product);
        int cut = bits - FRACTION - 1;
        long half = 1L << cut - 1;
        long rest = product & (half << 1) - 1;
        int binary = Shortest.floorLog2Pow10(exponent) - free + bits;
        if (rest >= half - 2 && rest <= half || binary <= -BIAS + 1 || binary >= BIAS) {
            return Double.NaN;
        }
        long mantissa = (product >> cut) + (rest > half ? 1 : 0);
        return Double.longBitsToDouble((binary - 1L + BIAS << FRACTION) + mantissa);
    }
}
