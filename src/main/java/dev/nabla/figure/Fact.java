package dev.nabla.figure;

import java.util.List;

/**
 * A named value that follows from a model.
 *
 * @param name its name in commands, JSON and lessons, like {@code entropy_bits}
 * @param symbol its name in the figure's picture, like {@code entropy}; often equal to the name
 * @param value the value itself
 * @param style how its numbers are written
 * @param visibility where it is shown
 * @param rounding the possible rounding error of the value: a result of at most this size may truly be 0; it is 0 if
 *     nothing can cancel
 * @param calm whether an absent or infinite value causes no warning, because it is a normal result, like the log of a
 *     masked share
 * @param doubt why its digits may be wrong; empty if they are reliable
 * @param words its name in sentences, or that of each component; empty if that is the symbol
 */
public record Fact(
        String name,
        String symbol,
        Value value,
        Style style,
        Visibility visibility,
        double rounding,
        boolean calm,
        String doubt,
        List<String> words) {
    /**
     * Default rounding error, below which 0 is a right answer: 16 · 2^-50. A smaller one would reject 0 for sin π, a
     * larger one accept 0 for 1e-13.
     */
    public static final double ROUNDING = 0x1p-46;

    /** Returns a fact of any kind, printed everywhere, with the default rounding error. */
    public static Fact of(String name, Value value) {
        return new Fact(name, name, value, Style.WHOLE, Visibility.PRINTED, ROUNDING, false, "", List.of());
    }

    public static Fact real(String name, double value, Style style) {
        return new Fact(name, name, new Value.Real(value), style, Visibility.PRINTED, ROUNDING, false, "", List.of());
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

    /** Returns a copy with the symbol that the picture uses. */
    public Fact called(String other) {
        return part(name, other, value);
    }

    /** Returns a fact that holds a part of this one's value. */
    Fact part(String partName, String partSymbol, Value part) {
        return new Fact(partName, partSymbol, part, style, visibility, rounding, calm, doubt, List.of());
    }

    /** Returns whether the fact is printed only when it is requested by name. */
    public boolean onRequest() {
        return visibility == Visibility.ON_REQUEST;
    }

    /** Returns the unit of its numbers; "" if there is none. */
    public String unit() {
        return style.unit();
    }

    /** Returns the number of decimals that a screen shows. */
    public int places() {
        return style.places();
    }

    /** Returns the symbol in words: {@code numeric gradient}. */
    public String label() {
        return symbol.replace('_', ' ');
    }

    /**
     * Returns its name in a sentence, or that of a component.
     *
     * @param places position of the component, from 1; empty for the whole value
     */
    public String inWords(List<Integer> places) {
        return places.size() == 1 && words.size() > 1
                ? words.get(places.get(0) - 1)
                : Subscript.of(words.size() == 1 ? words.get(0) : label(), places);
    }
}
