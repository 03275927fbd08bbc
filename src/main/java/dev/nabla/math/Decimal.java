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
    private static final int EXACT_DIGITS = 17;

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
        String plain = fixed(x, places);
        boolean fits = plain.length() <= field || !Double.isFinite(x);
        return typeset(fits ? plain : scientific(new BigDecimal(x), field));
    }

    /** With a power of ten and as many digits as the field holds, at least one. */
    private static String scientific(BigDecimal exact, int field) {
        int digits = Math.max(1, field - 5);
        String text;
        do {
            text = scientific(
                    exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros());
            digits--;
        } while (text.length() > field && digits > 0);
        return text;
    }

    /** A number's text with a true minus and the infinity sign. */
    public static String typeset(String number) {
        return number.replace('-', '\u2212').replace("inf", "\u221e");
    }

    /** x with so many significant digits and no trailing zeros: 0.756877, 1.5, 3.2e-9. */
    public static String significant(double x, int digits) {
        if (!Double.isFinite(x) || x == 0) {
            return shortest(x);
        }
        return plainOrScientific(new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /** The shortest decimal that reads back as exactly x: 0.1, 2, 1e300, 5e-324. */
    public static String shortest(double x) {
        if (!Double.isFinite(x)) {
            return named(x);
        }
        if (x == 0) {
            return 1 / x < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(x);
        // A decimal of at most 15 digits survives the way to a double and back, so 15 finds it; subnormals hold fewer.
        int digits = Math.abs(x) < 1e-292 ? 1 : 15;
        BigDecimal candidate = readingBack(exact, digits);
        while (candidate.doubleValue() != x && digits < EXACT_DIGITS) {
            digits++;
            candidate = readingBack(exact, digits);
        }
        return plainOrScientific(candidate);
    }

    /** The nearest decimal of so many digits, or the next larger where only that one reads back: a power of two has less room below. */
    private static BigDecimal readingBack(BigDecimal exact, int digits) {
        BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        BigDecimal larger = exact.round(new MathContext(digits, RoundingMode.UP));
        double x = exact.doubleValue();
        return nearest.doubleValue() != x && larger.doubleValue() == x ? larger : nearest;
    }

    private static String plainOrScientific(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = exponent(bare);
        return exponent >= -5 && exponent < 16 ? bare.toPlainString() : scientific(bare);
    }

    private static String scientific(BigDecimal bare) {
        int exponent = exponent(bare);
        return bare.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String named(double x) {
        return Double.isNaN(x) ? "NaN" : x > 0 ? "inf" : "-inf";
    }
}
