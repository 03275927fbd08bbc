package dev.nabla.figure;

import java.util.List;

/** A part of a symbol as it is drawn: {@code p₁}, {@code C₁₂}, or {@code C[7,12]} where there are no such subscripts. */
public final class Subscript {
    private static final String DIGITS = "₁₂₃₄₅";

    private Subscript() {}

    /** The subscript alone of one place, counted from 0. */
    public static String of(int j) {
        return of("", List.of(j + 1));
    }

    /** The symbol with its places, counted from 1; none for all of it. */
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
