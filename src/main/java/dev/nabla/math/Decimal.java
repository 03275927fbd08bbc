package dev.nabla.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text, the only place in nabla where this happens: never locale-dependent, the same on every JDK.
 *
 * <p>The text has an ASCII minus; what draws it may set the longer true minus.
 */
public final class Decimal {
    /** A decimal of at most so many digits survives the way to a normal double and back. */
    private static final int SAFE_DIGITS = 15;

    /** No number is longer: a sign, 17 digits, a point, and e-324. */
    public static final int LONGEST = 26;

    /** 2^35 / 10 rounded up: n times it, shifted, is n / 10 for every int. */
    private static final long TENTH = 3_435_973_837L;

    /** 10^0 to 10^17: no double needs more than 17 digits. */
    private static final long[] POWERS = new long[18];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private Decimal() {}

    /** x with a fixed number of places, rounded half up as a student would: 0.125 with two places is 0.13; NaN, inf and -inf by name. */
    public static String fixed(double x, int places) {
        if (!Double.isFinite(x)) {
            return named(x);
        }
        BigDecimal rounded = new BigDecimal(shortest(x)).setScale(places, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }

    /** The same with a sign always: +0.019, -0.012, and a bare 0.000 for what rounds to nothing. */
    public static String signed(double x, int places) {
        String text = fixed(x, places);
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9' || c == 'i' || c == 'N');
        return nothing || text.startsWith("-") || Double.isNaN(x) ? text : "+" + text;
    }

    /** The same as it is drawn: a true minus, and a power of ten where the plain number is longer than the field. */
    public static String drawn(double x, int places, int field) {
        return drawn(x, places, field, false);
    }

    /** The same in a column with others: before a power of ten no zero is dropped, so that 6.10e-5 stands below 2.44e-4. */
    public static String aligned(double x, int places, int field) {
        return drawn(x, places, field, true);
    }

    /** As {@link #drawn} does it, but what is not zero never reads as zero: 0.0004 with two places, 3e-9 where that is too long. */
    public static String nonzero(double x, int places, int field) {
        String plain = drawn(x, places, field);
        return x == 0 || !isNothing(plain) ? plain : typeset(significant(x, 2));
    }

    private static boolean isNothing(String number) {
        return number.chars().noneMatch(c -> c >= '1' && c <= '9' || c == '\u221e' || c == 'N');
    }

    private static String drawn(double x, int places, int field, boolean padded) {
        String plain = fixed(x, places);
        boolean fits = plain.length() <= field || !Double.isFinite(x);
        return typeset(fits ? plain : scientific(new BigDecimal(x), field, padded));
    }

    /** With a power of ten and as many digits as the field holds, at least one. */
    private static String scientific(BigDecimal exact, int field, boolean padded) {
        int digits = Math.max(1, field - 5);
        String text;
        do {
            BigDecimal bare =
                    exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            int zeros = padded && bare.signum() != 0 ? digits - bare.precision() : 0;
            text = scientific(bare.setScale(bare.scale() + zeros));
            digits--;
        } while (text.length() > field && digits > 0);
        return text;
    }

    /** A number's text with a true minus and the infinity sign. */
    public static String typeset(String number) {
        return number.replace('-', '\u2212').replace("inf", "\u221e");
    }

    /** x with so many significant digits and no trailing zeros: 0.756877, 1.5, 3.2e-9; zero has no sign. */
    public static String significant(double x, int digits) {
        if (!Double.isFinite(x) || x == 0) {
            return shortest(x + 0.0);
        }
        Shortest shortest = Shortest.of(x);
        int surplus = length(shortest.digits()) - digits;
        boolean safe = digits <= SAFE_DIGITS && Math.abs(x) >= Double.MIN_NORMAL;
        if (surplus <= 0 && safe) {
            return text(x < 0, shortest.digits(), shortest.exponent());
        }
        long unit = POWERS[Math.max(0, surplus)];
        long rest = shortest.digits() % unit;
        if (!safe || 2 * rest == unit) {
            return significant(new BigDecimal(x), digits);
        }
        long rounded = shortest.digits() / unit + (2 * rest > unit ? 1 : 0);
        return text(x < 0, rounded, shortest.exponent() + surplus);
    }

    /** The same of a number that may be beyond every double: 1e616. */
    public static String significant(BigDecimal x, int digits) {
        return plainOrScientific(x.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /** The shortest decimal that reads back as exactly x: 0.1, 2, 1e300, 5e-324. */
    public static String shortest(double x) {
        if (!Double.isFinite(x)) {
            return named(x);
        }
        byte[] to = new byte[LONGEST];
        return string(to, shortest(x, to, 0));
    }

    /**
     * The same for many numbers in a row: written at a place, with room for {@link #LONGEST} of them;
     * returns the place behind it. x must be finite.
     */
    public static int shortest(double x, byte[] to, int at) {
        Shortest shortest = Shortest.of(x);
        return write(Double.doubleToRawLongBits(x) < 0, shortest.digits(), shortest.exponent(), to, at);
    }

    @SuppressWarnings("deprecation") // for ASCII it is what it says, and needs no charset
    private static String string(byte[] ascii, int length) {
        return new String(ascii, 0, 0, length);
    }

    private static String text(boolean negative, long digits, int exponent) {
        byte[] to = new byte[LONGEST];
        Shortest bare = Shortest.trimmed(digits, exponent);
        return string(to, write(negative, bare.digits(), bare.exponent(), to, 0));
    }

    /** Plain from 0.00001 to below 1e16, with a power of ten outside. */
    private static int write(boolean negative, long digits, int exponent, byte[] to, int at) {
        int end = at;
        if (negative) {
            to[end++] = '-';
        }
        int count = length(digits);
        int power = exponent + count - 1;
        if (power < -5 || power >= 16) {
            end = pointed(digits, count, 1, to, end);
            to[end++] = 'e';
            return whole(power, to, end);
        }
        if (power < 0) {
            to[end++] = '0';
            to[end++] = '.';
            end = zeros(-power - 1, to, end);
            return pointed(digits, count, count, to, end);
        }
        end = pointed(digits, count, Math.min(count, power + 1), to, end);
        return zeros(exponent, to, end);
    }

    /** So many digits, a point after the first few if there are more. */
    private static int pointed(long digits, int count, int before, byte[] to, int at) {
        if (before == count) {
            digits(digits, to, at, at + count);
            return at + count;
        }
        digits(digits, to, at + 1, at + 1 + count);
        for (int i = at; i < at + before; i++) {
            to[i] = to[i + 1];
        }
        to[at + before] = '.';
        return at + 1 + count;
    }

    /** A number's digits, eight at a time from the last one on. */
    private static void digits(long number, byte[] to, int from, int end) {
        long rest = number;
        int at = end;
        while (at - from >= 8) {
            long above = rest / 100_000_000;
            at -= 8;
            eight((int) (rest - 100_000_000 * above), to, at);
            rest = above;
        }
        int few = (int) rest;
        while (at > from) {
            int above = (int) (few * TENTH >>> 35);
            to[--at] = (byte) ('0' + few - 10 * above);
            few = above;
        }
    }

    /** Multiplied and shifted, which is what a good compiler makes of a division by a constant, and a quick one does not. */
    private static void eight(int number, byte[] to, int at) {
        int high = (int) (number * 109_951_163L >>> 40);
        four(high, to, at);
        four(number - 10_000 * high, to, at + 4);
    }

    private static void four(int number, byte[] to, int at) {
        int high = number * 5243 >>> 19;
        two(high, to, at);
        two(number - 100 * high, to, at + 2);
    }

    private static void two(int number, byte[] to, int at) {
        int high = number * 103 >>> 10;
        to[at] = (byte) ('0' + high);
        to[at + 1] = (byte) ('0' + number - 10 * high);
    }

    private static int zeros(int count, byte[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] = '0';
        }
        return at + Math.max(0, count);
    }

    private static int whole(int number, byte[] to, int at) {
        int end = at;
        if (number < 0) {
            to[end++] = '-';
        }
        int size = Math.abs(number);
        return pointed(size, length(size), length(size), to, end);
    }

    private static int length(long digits) {
        int atMost = (64 - Long.numberOfLeadingZeros(digits | 1)) * 1233 >> 12; // bits times log10 of 2
        return atMost < POWERS.length && digits >= POWERS[atMost] ? atMost + 1 : Math.max(1, atMost);
    }

    private static String plainOrScientific(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return text(bare.signum() < 0, bare.unscaledValue().abs().longValueExact(), -bare.scale());
    }

    private static String scientific(BigDecimal bare) {
        int exponent = bare.precision() - bare.scale() - 1;
        return bare.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    private static String named(double x) {
        return Double.isNaN(x) ? "NaN" : x > 0 ? "inf" : "-inf";
    }
}
