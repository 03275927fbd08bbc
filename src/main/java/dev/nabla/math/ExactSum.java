package dev.nabla.math;

import java.math.BigInteger;

/**
 * A sum of products that loses nothing until it is read: a fixed-point number wide enough for every product of two doubles,
 * from 2^-2148 to 2^2048.
 *
 * <p>The number is {@code sum_i digits[i] 2^(32 i - 2148)}. A digit takes up 32 bits of its place and has 31 more for
 * carries, which are let through before they could fill up. A product takes five digits, whatever came before.
 *
 * <p>After the long accumulator of Kulisch, Computer Arithmetic and Validity (2008).
 */
final class ExactSum {
    private static final int BITS = 32;
    private static final long MASK = (1L << BITS) - 1;
    private static final int LOWEST = -2148;
    private static final int DIGITS = (2048 - LOWEST) / BITS + 4;
    private static final int MOST_WITHOUT_CARRY = 1 << 30;

    private final long[] digits = new long[DIGITS];
    private int sinceCarry;

    /** The sum of a[i] b[i]; infinities and NaN are not for this. */
    static ExactSum ofProducts(Vector a, Vector b) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < a.size(); i++) {
            sum.add(a.get(i), b.get(i));
        }
        return sum;
    }

    private void add(double x, double y) {
        long m = mantissa(x);
        long n = mantissa(y);
        int shift = exponent(x) + exponent(y) - LOWEST;
        int at = shift / BITS;
        int by = shift % BITS;
        // 106 bits of product, moved up by less than a digit: 138 bits in five digits.
        long low = m * n;
        long high = Math.multiplyHigh(m, n);
        long sign = (Double.doubleToRawLongBits(x) ^ Double.doubleToRawLongBits(y)) < 0 ? -1 : 1;
        digits[at] += sign * (low << by & MASK);
        digits[at + 1] += sign * (low >>> BITS - by & MASK);
        digits[at + 2] += sign * ((low >>> BITS >>> BITS - by) + (high << by & MASK));
        digits[at + 3] += sign * (high >>> BITS - by & MASK);
        digits[at + 4] += sign * (high >>> BITS >>> BITS - by);
        if (++sinceCarry == MOST_WITHOUT_CARRY) {
            carry();
        }
    }

    /** An integer; with the power of two of {@link #exponent} it is |x|. */
    private static long mantissa(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long fraction = bits & (1L << 52) - 1;
        return (bits >>> 52 & 0x7ff) == 0 ? fraction : fraction | 1L << 52;
    }

    private static int exponent(double x) {
        return Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
    }

    /** Leaves every digit but the last from 0 to 2^32 - 1. */
    private void carry() {
        for (int i = 0; i < DIGITS - 1; i++) {
            digits[i + 1] += digits[i] >> BITS;
            digits[i] &= MASK;
        }
        sinceCarry = 0;
    }

    /** -1, 0 or 1. */
    int sign() {
        return whole().signum();
    }

    /** The double nearest to the sum, of two as near the even one; infinite beyond 1.8e308. */
    double value() {
        BigInteger whole = whole();
        BigInteger size = whole.abs();
        // A double has 53 bits, and none below 2^-1074.
        int kept = Math.min(53, size.bitLength() + LOWEST - Double.MIN_EXPONENT + 52);
        int dropped = size.bitLength() - kept;
        return whole.signum() * Math.scalb(rounded(size, dropped).doubleValue(), LOWEST + dropped);
    }

    private static BigInteger rounded(BigInteger size, int dropped) {
        BigInteger cut = size.shiftRight(dropped);
        boolean half = size.testBit(dropped - 1);
        boolean more = size.getLowestSetBit() < dropped - 1;
        return half && (more || cut.testBit(0)) ? cut.add(BigInteger.ONE) : cut;
    }

    /** The sum in units of 2^-2148. */
    private BigInteger whole() {
        carry();
        byte[] bytes = new byte[(DIGITS - 1) * Integer.BYTES + Long.BYTES];
        for (int i = 0; i < DIGITS; i++) {
            for (int k = 0; k < (i == DIGITS - 1 ? Long.BYTES : Integer.BYTES); k++) {
                bytes[bytes.length - 1 - i * Integer.BYTES - k] = (byte) (digits[i] >> 8 * k);
            }
        }
        return new BigInteger(bytes);
    }
}
