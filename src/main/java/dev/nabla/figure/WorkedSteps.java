package dev.nabla.figure;

import dev.nabla.math.Decimal;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in worked steps, with six digits everywhere, so that a line can be checked with those above it. */
public final class WorkedSteps {
    public static final int DIGITS = 6;
    /** A number from here on is written with a power of ten. */
    private static final double PLAIN = 1e16;

    private static final String COMPUTED = "-?[0-9]+[.][0-9]+(e-?[0-9]+)?";

    private WorkedSteps() {}

    /**
     * Returns a knob's text with its computed numbers shortened to six digits: {@code 2.34312,0.5} for {@code
     * 2.343123377733205,0.5}.
     */
    public static String shortened(String text) {
        return Pattern.compile("[^,;]+").matcher(text).replaceAll(one -> {
            boolean computed = one.group().length() > DIGITS + 1 && one.group().matches(COMPUTED);
            String number = computed ? Decimal.significant(Double.parseDouble(one.group()), DIGITS) : one.group();
            return Matcher.quoteReplacement(number);
        });
    }

    public static String number(double x) {
        return number(x, DIGITS);
    }

    /** Returns the text of a number, or {@code none} for NaN. */
    public static String orNone(double x) {
        return Double.isNaN(x) ? Value.Absent.TEXT : number(x);
    }

    /**
     * Returns a number with {@code digits} significant digits, but with all those before the point: with 4 digits
     * 12345.6 is 12346, not 12350.
     */
    public static String number(double x, int digits) {
        boolean exact = Math.abs(x) >= Math.pow(10, digits) && Math.abs(x) < PLAIN;
        return Decimal.typeset(exact ? Decimal.fixed(x, 0) : Decimal.significant(x, digits));
    }

    /**
     * Returns the result of exp after an equals sign. No exponential is 0, so a 0 from underflow gets {@code ≈}
     * instead.
     */
    public static String exponential(double exponent, double x) {
        return (x == 0 && exponent > Double.NEGATIVE_INFINITY ? " ≈ " : " = ") + number(x);
    }

    /**
     * Returns the terms of a line. If there are more than {@code most}, the first ones and dots: {@code 1·2 + 3·4 +
     * ...}.
     */
    public static String listed(int n, int most, String between, IntFunction<String> term) {
        StringBuilder listed = new StringBuilder();
        for (int i = 0; i < Math.min(n, most); i++) {
            listed.append(i == 0 ? "" : between).append(term.apply(i));
        }
        return n > most ? listed + between + "..." : listed.toString();
    }

    /** Returns the line for steps that are left out, with a noun or without: {@code ... and 3 more rows}. */
    public static String leftOut(int n, String noun) {
        return "... and " + (noun.isEmpty() ? n + " more" : count(n, "more " + noun));
    }

    /** Returns a number with its noun, in the plural unless it is 1: {@code 1 row}, {@code 2 rows}. */
    public static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    public static String bracketed(double x) {
        return bracketed(number(x));
    }

    /** Returns a number's text, in brackets if it is negative, as needed after an operator: {@code 2·(−0.5)}. */
    public static String bracketed(String number) {
        return number.startsWith("−") ? "(" + number + ")" : number;
    }
}
