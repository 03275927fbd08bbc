package dev.nabla.figure;

import dev.nabla.math.Decimal;

/** A knob's text as it is told: numbers that were computed have no more digits than are of use. */
public final class ToldNumbers {
    private static final int DIGITS = 6;

    private ToldNumbers() {}

    /** {@code 2.34312,0.5} for {@code 2.343123377733205,0.5}; what is no list of numbers stays as it is. */
    public static String of(String text) {
        StringBuilder told = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',' || text.charAt(i) == ';') {
                told.append(number(text.substring(from, i)));
                told.append(text, i, Math.min(i + 1, text.length()));
                from = i + 1;
            }
        }
        return told.toString();
    }

    private static String number(String text) {
        boolean computed = text.length() > DIGITS + 1 && text.indexOf('.') >= 0;
        for (int i = 0; i < text.length(); i++) {
            computed &= "-0123456789.e".indexOf(text.charAt(i)) >= 0;
        }
        try {
            return computed ? Decimal.significant(Double.parseDouble(text), DIGITS) : text;
        } catch (NumberFormatException expression) {
            return text;
        }
    }
}
