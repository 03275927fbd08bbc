package dev.nabla.figure;

import dev.nabla.math.Decimal;

/**
 * How numbers of one kind are written, everywhere.
 *
 * @param places decimals on a screen, and those that an answer needs; 3 for a loss in nats
 * @param unit the unit, like {@code nats}; "" if there is none
 * @param form the notation besides the digits
 */
public record Style(int places, String unit, Notation form) {
    /** The notation of a number besides its digits. */
    enum Notation {
        PLAIN,
        /** A share from 0 to 1. In a sentence it reads as 0 or as 1 only if it is exactly that. */
        SHARE,
        /** A share from 0 to 1 in percent. It reads as 100 % only if it is exactly that. */
        PERCENT,
        /** Digits grouped in threes by commas. */
        GROUPED
    }

    /** Cells of a number in a sentence; a longer number is written with a power of ten. */
    private static final int SENTENCE = 8;

    private static final int BRIEF = 4;

    /** Cells of a small number besides its decimals: a sign, a digit and the point. */
    private static final int SIGN_AND_POINT = 3;

    /** Counts, positions and words, which need no rounding. */
    public static final Style WHOLE = number(0);

    /** A large count: {@code 124,439,808}. */
    public static final Style GROUPED = new Style(0, "", Notation.GROUPED);

    /** A probability: {@code 0.757}. */
    public static final Style SHARE = new Style(3, "", Notation.SHARE);

    /** A share from 0 to 1 in percent: {@code 75.7 %} for 0.757. */
    public static final Style PERCENT = new Style(1, "", Notation.PERCENT);

    /** A loss: {@code 2.270 nats}. */
    public static final Style NATS = of(3, "nats");

    public static final Style BITS = of(2, "bits");

    public static final Style DEGREES = of(2, "degrees");

    /** Returns the style of plain numbers without a unit. */
    public static Style number(int places) {
        return of(places, "");
    }

    /** Returns the style of plain numbers with a unit. */
    public static Style of(int places, String unit) {
        return new Style(places, unit, Notation.PLAIN);
    }

    /** Returns a copy with another number of decimals. */
    public Style places(int other) {
        return new Style(other, unit, form);
    }

    /**
     * Writes a number for a column with its decimals, or with a power of ten if that needs more than {@code cells}
     * cells. A percentage is never shortened.
     */
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

    /**
     * Writes a share in percent. A share below 1 that would read as 100 % becomes the largest percentage below it,
     * after the text {@code over}.
     */
    private String percent(double share, String over) {
        boolean almost = share < 1 && readsAs(share * 100, 100);
        return (almost ? over + "99." + "9".repeat(places) : Decimal.typeset(Decimal.fixed(share * 100, places)))
                + " %";
    }

    private boolean readsAs(double x, double other) {
        return Decimal.fixed(x, places).equals(Decimal.fixed(other, places));
    }

    /**
     * Writes a number for a column, always with a sign: {@code +0.153}. A number that rounds to 0 is written {@code
     * 0.000} without a sign.
     */
    public String signed(double x) {
        return Decimal.typeset(Decimal.signed(x, places));
    }

    /**
     * Writes a number of a formula in {@code cells} cells. A number other than 0 is never written as 0: {@code 0.0004}.
     */
    public String formula(double x, int cells) {
        return Decimal.nonzero(x, places, cells);
    }

    /**
     * Writes a number for a sentence. A number other than 0 is never written as 0: {@code 0.0004}. A share below 1 is
     * never written as 1.
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

    /**
     * Writes a number with as many decimals as on a screen, but at most four digits and no zeros at the end: {@code
     * 0.757}, {@code 0.5}. A number other than 0 is never written as 0.
     */
    public String brief(double x) {
        String digits = Decimal.typeset(Decimal.significant(x, BRIEF));
        boolean isFixed = places >= 0 && (form == Notation.PLAIN || form == Notation.SHARE);
        String fixed = isFixed ? nonzero(x) : digits;
        return fixed.length() < digits.length() ? fixed : digits;
    }

    private String nonzero(double x) {
        return formula(x, Math.max(SENTENCE, places + SIGN_AND_POINT));
    }

    /** Returns a text of numbers followed by the unit. */
    public String counted(String numbers) {
        return unit.isEmpty() ? numbers : numbers + " " + unit;
    }
}
