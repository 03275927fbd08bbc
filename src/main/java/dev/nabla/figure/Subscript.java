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
        StringBuilder subscripts = new StringBuilder(symbol);
        StringBuilder digits = new StringBuilder(symbol);
        boolean drawn = true;
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            drawn &= place >= 1 && place <= DIGITS.length();
            subscripts.append(drawn ? DIGITS.charAt(place - 1) : ' ');
            digits.append(i == 0 ? '[' : ',').append(place);
        }
        return drawn ? subscripts.toString() : digits.append(']').toString();
    }
}
