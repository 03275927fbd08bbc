package dev.nabla.figure;

/**
 * A named value that follows from a model.
 *
 * @param name its name on every surface, like {@code entropy_bits}
 * @param symbol what its figure's picture calls it, like {@code entropy}; the name where that is the same
 * @param value the value itself
 * @param style how its numbers are written
 * @param visibility where it is shown
 * @param rounding how far doubles may have moved it: what is no larger may be 0 in truth; 0 where nothing can cancel
 * @param calm whether nobody need be warned if it does not exist or is not finite: an answer where all is well may be so, like
 *     the log of a masked share
 * @param doubt why its digits are not to be trusted; empty where they are
 */
public record Fact(
        String name,
        String symbol,
        Value value,
        Style style,
        Visibility visibility,
        double rounding,
        boolean calm,
        String doubt) {
    /** Of a sum of terms of about 16, in 2^-50 of that; a smaller one would refuse 0 for sin π, a larger one allow it for 1e-13. */
    public static final double ROUNDING = 0x1p-46;

    /** A value of any kind. */
    public static Fact of(String name, Value value) {
        return new Fact(name, name, value, Style.WHOLE, Visibility.PRINTED, ROUNDING, false, "");
    }

    public static Fact real(String name, double value, Style style) {
        return new Fact(name, name, new Value.Real(value), style, Visibility.PRINTED, ROUNDING, false, "");
    }

    public static Fact whole(String name, long value) {
        return of(name, new Value.Whole(value));
    }

    public static Fact word(String name, String word) {
        return of(name, new Value.Word(word));
    }

    public static Fact absent(String name, String why) {
        return of(name, new Value.Absent(why));
    }

    /** This fact under the name that the picture has for it. */
    public Fact called(String other) {
        return part(name, other, value);
    }

    /** A part of this fact. */
    Fact part(String partName, String partSymbol, Value part) {
        return new Fact(partName, partSymbol, part, style, visibility, rounding, calm, doubt);
    }

    /** True if it is printed only when it is asked for by name. */
    public boolean onRequest() {
        return visibility == Visibility.ON_REQUEST;
    }

    /** What its numbers are counted in, empty where there is no unit. */
    public String unit() {
        return style.unit();
    }

    /** Decimals that a screen shows. */
    public int places() {
        return style.places();
    }

    /** Its symbol in words: {@code numeric gradient}. */
    public String label() {
        return symbol.replace('_', ' ');
    }

    /** This fact, with nothing to warn of. */
    public Fact withoutWarning() {
        return new Fact(name, symbol, value, style, visibility, rounding, true, doubt);
    }
}
