package dev.nabla.figure;

import dev.nabla.math.Decimal;

/**
 * How numbers of one kind are written, wherever they are shown.
 *
 * @param places decimals that a screen shows, and that an answer needs; 3 for a loss in nats
 * @param unit what they are counted in, like {@code nats}; empty where there is none
 * @param form what is written besides the digits
 */
public record Style(int places, String unit, Notation form) {
    /** What is written besides the digits of a number. */
    enum Notation {
        PLAIN,
        /** A share of 1: in a sentence none reads as 0 or as 1 unless it is. */
        SHARE,
        /** A share of 1 in percent: none reads as 100 % unless it is. */
        PERCENT,
        /** With a comma before each three digits. */
        GROUPED
    }

    /** Cells of a number in a sentence; one that needs more is written with a power of ten. */
    private static final int SENTENCE = 8;

    /** Cells of a small number besides its places: a sign, a digit and the point. */
    private static final int SIGN_AND_POINT = 3;

    /** A count, a position, a word: nothing to round. */
    public static final Style WHOLE = number(0);

    /** A large count: {@code 124,439,808}. */
    public static final Style GROUPED = new Style(0, "", Notation.GROUPED);

    /** A probability: {@code 0.757}. */
    public static final Style SHARE = new Style(3, "", Notation.SHARE);

    /** A share of 1 in percent: {@code 75.7 %} for 0.757. */
    public static final Style PERCENT = new Style(1, "", Notation.PERCENT);

    /** A loss: {@code 2.270 nats}. */
    public static final Style NATS = of(3, "nats");

    public static final Style BITS = of(2, "bits");

    public static final Style DEGREES = of(2, "degrees");

    /** Numbers without a unit. */
    public static Style number(int places) {
        return of(places, "");
    }

    /** Returns numbers that are counted in such a unit. */
    public static Style of(int places, String unit) {
        return new Style(places, unit, Notation.PLAIN);
    }

    /** Returns this style with other places. */
    public Style places(int other) {
        return new Style(other, unit, form);
    }

    /** Writes a number for a column: its places, and a power of ten where that needs more than so many cells. */
    public String column(double x, int cells) {
        if (form == Notation.PLAIN || form == Notation.SHARE) {
            return Decimal.drawn(x, places, cells);
        }
        if (form == Notation.PERCENT) {
            return percent(x, "");
        }
        String text = Decimal.grouped(x);
        return text.length() <= cells ? text : Decimal.drawn(x, places, Math.min(cells, SENTENCE));
    }

    /** What is less than all reads as the largest percentage below it, behind a word for that. */
    private String percent(double share, String over) {
        boolean almost = share < 1 && readsAs(share * 100, 100);
        return (almost ? over + "99." + "9".repeat(places) : Decimal.typeset(Decimal.fixed(share * 100, places)))
                + " %";
    }

    private boolean readsAs(double x, double other) {
        return Decimal.fixed(x, places).equals(Decimal.fixed(other, places));
    }

    /**
     * Writes a number for a column with its sign always: {@code +0.153}, and a bare {@code 0.000} for what rounds to
     * nothing.
     */
    public String signed(double x) {
        return Decimal.typeset(Decimal.signed(x, places));
    }

    /** Writes a number of a formula in so many cells, where what is not 0 never reads as 0: {@code 0.0004}. */
    public String formula(double x, int cells) {
        return Decimal.nonzero(x, places, cells);
    }

    /**
     * Writes a number for a sentence, where what is not 0 never reads as 0: {@code 0.0004}; of a share neither as 1.
     */
    public String sentence(double x) {
        if (form == Notation.PERCENT) {
            return percent(x, "over ");
        }
        if (form == Notation.GROUPED) {
            return Decimal.grouped(x);
        }
        boolean almost = form == Notation.SHARE && x < 1 && readsAs(x, 1);
        return almost ? "over 0." + "9".repeat(places) : nonzero(x);
    }

    private String nonzero(double x) {
        return formula(x, Math.max(SENTENCE, places + SIGN_AND_POINT));
    }

    /** Returns a text of numbers with the unit behind it. */
    public String counted(String numbers) {
        return unit.isEmpty() ? numbers : numbers + " " + unit;
    }
}
