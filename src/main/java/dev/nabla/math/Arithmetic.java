package dev.nabla.math;

import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A constant expression, evaluated while it is read (recursive descent, one method a level).
 *
 * <pre>
 * sum     = product { (+|-) product }
 * product = unary { (*|/) unary }
 * unary   = (+|-) unary | power
 * power   = atom [ ^ unary ]
 * atom    = decimal | pi | e | inf | sqrt ( sum ) | exp ( sum ) | log ( sum ) | ( sum )
 * </pre>
 */
final class Arithmetic {
    private static final Map<String, Double> CONSTANTS =
            Map.of("pi", Math.PI, "e", Math.E, "inf", Double.POSITIVE_INFINITY, "infinity", Double.POSITIVE_INFINITY);
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
            Map.of("sqrt", Math::sqrt, "exp", StrictMath::exp, "log", StrictMath::log);
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    Arithmetic(String text) {
        this.text = text;
    }

    /** Whether infinity was asked for by name; otherwise a result that is infinite is a slip. */
    private boolean infinityNamed;

    double value() {
        double value = sum();
        if (!atEnd()) {
            throw unreadable();
        }
        if (Double.isNaN(value)) {
            throw BadInput.maths(
                    "nan", Numerals.quoted(text) + " is not a number (NaN); type a number like 0.5 or 1/3");
        }
        if (Double.isInfinite(value) && !infinityNamed) {
            throw tooLarge();
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (true) {
            if (next('+')) {
                value += product();
            } else if (next('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = unary();
        while (true) {
            if (next('*')) {
                value *= unary();
            } else if (next('/')) {
                value /= nonZero(unary());
            } else {
                return value;
            }
        }
    }

    private double unary() {
        if (++depth > DEEPEST) {
            throw unreadable();
        }
        double value = next('-') ? -unary() : next('+') ? unary() : power();
        depth--;
        return value;
    }

    private double power() {
        double base = atom();
        return next('^') ? StrictMath.pow(base, unary()) : base;
    }

    private double atom() {
        if (next('(')) {
            return closed(sum());
        }
        String word = word();
        if (word.isEmpty()) {
            return decimal();
        }
        if (FUNCTIONS.containsKey(word) && next('(')) {
            return FUNCTIONS.get(word).applyAsDouble(closed(sum()));
        }
        if (CONSTANTS.containsKey(word)) {
            infinityNamed |= word.startsWith("inf");
            return CONSTANTS.get(word);
        }
        if (word.equals("nan")) {
            throw BadInput.maths(
                    "nan", Numerals.quoted(text) + " is not a number (NaN); type a number like 0.5 or 1/3");
        }
        throw unreadable();
    }

    private double decimal() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at - start == 0 || at - start == 1 && text.charAt(start) == '.') {
            throw unreadable();
        }
        int mantissaEnd = at;
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int exponent = at;
            digits();
            if (at == exponent) {
                at = mantissaEnd;
            }
        }
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value)) {
            throw tooLarge();
        }
        return value;
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private String word() {
        skipBlanks();
        int start = at;
        while (at < text.length() && (text.charAt(at) | 0x20) >= 'a' && (text.charAt(at) | 0x20) <= 'z') {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private double closed(double value) {
        if (!next(')')) {
            throw unreadable();
        }
        return value;
    }

    private double nonZero(double divisor) {
        if (divisor == 0) {
            throw BadInput.maths(
                    "division_by_zero", Numerals.quoted(text) + " divides by zero; type inf if you mean infinity");
        }
        return divisor;
    }

    private boolean next(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        skipBlanks();
        return at == text.length();
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private BadInput tooLarge() {
        return BadInput.maths(
                "too_large",
                Numerals.quoted(text) + " is larger than any double (1.8e308); type inf if you mean infinity");
    }

    private BadInput unreadable() {
        return BadInput.usage(
                "bad_number", Numerals.quoted(text) + " is not a number; type one like 0.5, -1e-3, 1/3 or pi");
    }
}
