package dev.nabla.figure;

import dev.nabla.math.Decimal;

/**
 * How numbers of one kind are written, wherever they are shown.
 *
 * @param places decimals that a screen shows, and that an answer needs; 3 for a loss in nats
 * @param unit what they are counted in, like {@code nats}; empty where there is none
 * @param share whether they are shares of 1, of which none reads as 0 or as 1 unless it is
 */
public record Style(int places, String unit, boolean share) {
    /** Cells of a number in a sentence; one that needs more is written with a power of ten. */
    private static final int SENTENCE = 8;

    /** A count, a position, a word: nothing to round. */
    public static final Style WHOLE = number(0);

    /** A probability: {@code 0.757}. */
    public static final Style SHARE = new Style(3, "", true);

    /** A loss: {@code 2.270 nats}. */
    public static final Style NATS = new Style(3, "nats", false);

    public static final Style BITS = new Style(2, "bits", false);

    public static final Style DEGREES = new Style(2, "degrees", false);

    /** Numbers without a unit. */
    public static Style number(int places) {
        return new Style(places, "", false);
    }

    /** Returns numbers that are counted in such a unit. */
    public static Style of(int places, String unit) {
        return new Style(places, unit, false);
    }

    /** Returns this style with other places. */
    public Style places(int other) {
        return new Style(other, unit, share);
    }

    /** Writes a number for a column: its places, and a power of ten where that needs more than so many cells. */
    public String column(double x, int cells) {
        return Decimal.drawn(x, places, cells);
    }

    /** Writes a number for a column with its sign always: {@code +0.153}, and a bare {@code 0.000} for what rounds to nothing. */
    public String signed(double x) {
        return Decimal.typeset(Decimal.signed(x, places));
    }

    /** Writes a number for a sentence, where what is not 0 never reads as 0: {@code 0.0004}; of a share neither as 1. */
    public String sentence(double x) {
        boolean almost = share && x < 1 && Decimal.fixed(x, places).equals(Decimal.fixed(1, places));
        return almost ? "over 0." + "9".repeat(places) : Decimal.nonzero(x, places, SENTENCE);
    }

    /** Returns a text of numbers with the unit behind it. */
    public String counted(String numbers) {
        return unit.isEmpty() ? numbers : numbers + " " + unit;
    }
}
