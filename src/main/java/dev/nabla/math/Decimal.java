package dev.nabla.math;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Conversion of numbers to text, the only place in nabla that does it: independent of the locale, the same on every
 * JDK.
 *
 * <p>The text has an ASCII minus; {@link #typeset} replaces it by the true minus.
 */
public final class Decimal {
    /** From this size on the printer's minimum of two digits is never too many; below it one digit may be enough. */
    private static final double COARSE = 1e-321;
    /** The printer writes 0 and the sizes from LEAST_PLAIN to below MOST_PLAIN without a power of ten. */
    private static final double LEAST_PLAIN = 1e-3;

    private static final double MOST_PLAIN = 1e7;

    private Decimal() {}

    /**
     * Returns x with a fixed number of decimals, rounded half up as by hand: 0.125 with two decimals is 0.13. Otherwise
     * NaN, inf or -inf.
     */
    public static String fixed(double x, int places) {
        if (!Double.isFinite(x)) {
            return named(x);
        }
        BigDecimal rounded = new BigDecimal(shortest(x)).setScale(places, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }

    /** Returns x as {@link #fixed}, always with a sign: +0.019, -0.012, and a bare 0.000 for what rounds to 0. */
    public static String signed(double x, int places) {
        String text = fixed(x, places);
        return isNothing(text) || text.startsWith("-") || Double.isNaN(x) ? text : "+" + text;
    }

    /**
     * Returns x as {@link #fixed} with a true minus, and with a power of ten if the plain number is longer than the
     * field.
     */
    public static String drawn(double x, int places, int field) {
        return drawn(x, places, field, false);
    }

    /**
     * Returns x as {@link #drawn} for a column: trailing zeros before a power of ten stay, so that 6.10e-5 stands below
     * 2.44e-4.
     */
    public static String aligned(double x, int places, int field) {
        return drawn(x, places, field, true);
    }

    /**
     * Returns x as {@link #drawn}, except that a number other than 0 never reads as 0: 0.0004 with two decimals, or
     * 3e-9 if that is too long.
     */
    public static String nonzero(double x, int places, int field) {
        String plain = drawn(x, places, field);
        return x == 0 || !isNothing(plain) ? plain : typeset(significant(x, 2));
    }

    /** Returns a whole number with thousands separators: {@code 124,439,808}. */
    public static String grouped(double number) {
        return inThousands(fixed(number, 0));
    }

    /** Returns the text of a number with thousands separators before its point: {@code 7,815.123}. */
    public static String inThousands(String number) {
        int end = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        return number.substring(0, end).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + number.substring(end);
    }

    private static boolean isNothing(String number) {
        return number.chars().noneMatch(c -> "123456789iN\u221e".indexOf(c) >= 0);
    }

    private static String drawn(double x, int places, int field, boolean padded) {
        String plain = fixed(x, places);
        boolean fits = plain.length() <= field || !Double.isFinite(x);
        return typeset(fits ? plain : scientific(new BigDecimal(x), field, padded));
    }

    /** Returns a number with a power of ten and as many digits as the field holds, at least one. */
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

    /** Returns a number's text with a true minus and the infinity sign. */
    public static String typeset(String number) {
        return number.replace('-', '\u2212').replace("inf", "\u221e");
    }

    /** Returns x with {@code digits} significant digits and no trailing zeros: 0.756877, 1.5, 3.2e-9; 0 has no sign. */
    public static String significant(double x, int digits) {
        if (!Double.isFinite(x) || x == 0) {
            return x == 0 ? "0" : named(x);
        }
        return significant(new BigDecimal(x), digits);
    }

    /** Returns a number, which may be beyond every double, with {@code digits} significant digits: 1e616. */
    public static String significant(BigDecimal x, int digits) {
        return plainOrScientific(x.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /** Returns the shortest decimal that reads back as exactly x: 0.1, 2, 1e300, 5e-324; inf, -inf and nan. */
    public static String shortest(double x) {
        if (!Double.isFinite(x)) {
            return named(x).toLowerCase(Locale.ROOT);
        }
        String text = real(x);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /**
     * Returns x as {@link #shortest}, but always with a point or a power of ten, so that a JSON reader makes it a
     * double: 2.0, -0.0, 1e300.
     */
    public static String real(double finite) {
        String text = NumberOutput.toString(finite, true);
        double size = Math.abs(finite);
        if (size >= LEAST_PLAIN && size < MOST_PLAIN || size == 0) {
            return text;
        }
        if (size < COARSE) {
            return plainOrScientific(fewestDigits(finite, text));
        }
        int mark = text.indexOf('E');
        int power = Integer.parseInt(text, mark + 1, text.length(), 10);
        return isPlain(power)
                ? plain(text, mark, power)
                : text.replace(".0E", "e").replace('E', 'e');
    }

    /** Returns the printer's text, like -1.5E-4, without its power of ten: -0.00015. */
    private static String plain(String text, int mark, int power) {
        int minus = text.startsWith("-") ? 1 : 0;
        int end = text.startsWith(".0", mark - 2) ? mark - 2 : mark;
        String digits = text.substring(minus, end).replace(".", "");
        int whole = power + 1;
        StringBuilder plain = new StringBuilder(digits);
        if (power < 0) {
            plain.insert(0, "0." + "0".repeat(-whole));
        } else if (digits.length() > whole) {
            plain.insert(whole, '.');
        } else {
            plain.append("0".repeat(whole - digits.length())).append(".0");
        }
        return plain.insert(0, text, 0, minus).toString();
    }

    /**
     * Returns the decimal with the fewest digits. The printer writes at least two, but one may do for the smallest
     * doubles.
     */
    private static BigDecimal fewestDigits(double x, String text) {
        BigDecimal oneDigit = new BigDecimal(x).round(new MathContext(1));
        return oneDigit.doubleValue() == x ? oneDigit : new BigDecimal(text);
    }

    /** Returns plain digits from 0.00001 to below 1e16, and a power of ten outside. */
    private static String plainOrScientific(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return isPlain(bare.precision() - bare.scale() - 1) ? bare.toPlainString() : scientific(bare);
    }

    /** Returns whether numbers from 10^power to below 10^(power + 1) are written without a power of ten. */
    private static boolean isPlain(int power) {
        return power >= -5 && power < 16;
    }

    private static String scientific(BigDecimal bare) {
        int exponent = bare.precision() - bare.scale() - 1;
        return bare.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    private static String named(double x) {
        return Double.isNaN(x) ? "NaN" : x > 0 ? "inf" : "-inf";
    }
}
