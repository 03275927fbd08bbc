package dev.nabla.figure;

import dev.nabla.math.Decimal;

/** Numbers in worked steps: six digits wherever one stands, so that a line can be checked with those above it. */
final class Worked {
    static final int DIGITS = 6;

    private Worked() {}

    static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, DIGITS));
    }

    static String bracketed(double x) {
        return bracketed(number(x));
    }

    /** A number's text, in brackets if it is negative, as it must be behind a sign: {@code 2·(−0.5)}. */
    static String bracketed(String number) {
        return number.startsWith("−") ? "(" + number + ")" : number;
    }
}
