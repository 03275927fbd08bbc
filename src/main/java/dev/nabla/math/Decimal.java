package dev.nabla.math;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as text, the only place in nabla where this happens: never locale-dependent, the same on every JDK.
 *
 * <p>The text has an ASCII minus; what draws it may set the longer true minus.
 */
public final class Decimal {
    /** From here on doubles lie so close that a decimal of two digits never stands for one of fewer. */
    private static final double COARSE = 1e-321;

    private Decimal() {}

    /** x with a fixed number of places, rounded half up as a student would: 0.125 with two places is 0.13; NaN, inf and -inf by name. */
    public static String fixed(double x, int places) {
        if (!Double.isFinite(x)) {
            return named(x);
        }
        BigDecimal rounded = new BigDecimal(shortest(x)).setScale(places, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }

    /** x as {@link #fixed}, with a sign always: +0.019, -0.012, and a bare 0.000 for what rounds to nothing. */
    public static String signed(double x, int places) {
        String text = fixed(x, places);
        return isNothing(text) || text.startsWith("-") || Double.isNaN(x) ? text : "+" + text;
    }

    /** x as {@link #fixed}, drawn: a true minus, and a power of ten where the plain number is longer than the field. */
    public static String drawn(double x, int places, int field) {
        return drawn(x, places, field, false);
    }

    /** x as {@link #drawn} in a column with others: before a power of ten no zero is dropped, so that 6.10e-5 stands below 2.44e-4. */
    public static String aligned(double x, int places, int field) {
        return drawn(x, places, field, true);
    }

    /** As {@link #drawn} does it, but what is not zero never reads as zero: 0.0004 with two places, 3e-9 where that is too long. */
    public static String nonzero(double x, int places, int field) {
        String plain = drawn(x, places, field);
        return x == 0 || !isNothing(plain) ? plain : typeset(significant(x, 2));
    }

    /** A whole number with its digits in threes: {@code 124,439,808}. */
    public static String grouped(double whole) {
        return fixed(whole, 0).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    private static boolean isNothing(String number) {
        return number.chars().noneMatch(c -> "123456789iN\u221e".indexOf(c) >= 0);
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
            return x == 0 ? "0" : named(x);
        }
        return significant(new BigDecimal(x), digits);
    }

    /** A number that may be beyond every double, with so many significant digits: 1e616. */
    public static String significant(BigDecimal x, int digits) {
        return plainOrScientific(x.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /** The shortest decimal that reads back as exactly x: 0.1, 2, 1e300, 5e-324; inf, -inf and nan. */
    public static String shortest(double x) {
        if (!Double.isFinite(x)) {
            return named(x).toLowerCase(Locale.ROOT);
        }
        String text = real(x);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** x as {@link #shortest}, with a point or a power of ten always, so that a reader of JSON makes a double of it: 2.0, -0.0, 1e300. */
    public static String real(double finite) {
        String text = NumberOutput.toString(finite, true);
        if (text.indexOf('E') < 0) {
            return text;
        }
        String bare = plainOrScientific(fewestDigits(finite, text));
        return bare.indexOf('.') < 0 && bare.indexOf('e') < 0 ? bare + ".0" : bare;
    }

    /** The printer writes two digits at least; of the smallest doubles one may be enough. */
    private static BigDecimal fewestDigits(double x, String text) {
        BigDecimal oneDigit = Math.abs(x) < COARSE ? new BigDecimal(x).round(new MathContext(1)) : null;
        return oneDigit != null && oneDigit.doubleValue() == x ? oneDigit : new BigDecimal(text);
    }

    /** Plain from 0.00001 to below 1e16, with a power of ten outside. */
    private static String plainOrScientific(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        int power = bare.precision() - bare.scale() - 1;
        return power < -5 || power >= 16 ? scientific(bare) : bare.toPlainString();
    }

    private static String scientific(BigDecimal bare) {
        int exponent = bare.precision() - bare.scale() - 1;
        return bare.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    private static String named(double x) {
        return Double.isNaN(x) ? "NaN" : x > 0 ? "inf" : "-inf";
    }
}
