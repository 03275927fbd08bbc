package dev.nabla.figure;

import java.util.List;

/** Symbols with subscripts: {@code p₁}, {@code C₁₂}; or {@code C[7,12]} if a position is larger than 5. */
public final class Subscript {
    private static final String DIGITS = "₁₂₃₄₅";

    private Subscript() {}

    /** Returns the subscript alone for a position counted from 0. */
    public static String of(int j) {
        return of("", List.of(j + 1));
    }

    /** Returns the symbol with its positions, counted from 1; the symbol alone if there are none. */
    public static String of(String symbol, List<Integer> places) {
        StringBuilder drawn = new StringBuilder(symbol);
        for (int place : places) {
            if (place < 1 || place > DIGITS.length()) {
                return symbol + places.toString().replace(" ", "");
            }
            drawn.append(DIGITS.charAt(place - 1));
        }
        return drawn.toString();
    }
}
