package dev.nabla.figure;

import dev.nabla.math.Vector;
import java.util.List;

/**
 * A named value that follows from a model.
 *
 * @param name its name on every surface, like {@code entropy_bits}
 * @param symbol what its figure's picture calls it, like {@code entropy}; the name where that is the same
 * @param value the value itself
 * @param unit what it is counted in, empty where there is none
 * @param places decimals worth showing on a screen
 * @param onRequest whether it is printed only when asked for by name: it can be very long
 */
public record Fact(String name, String symbol, Value value, String unit, int places, boolean onRequest) {
    public static Fact real(String name, double value, String unit, int places) {
        return new Fact(name, name, new Value.Real(value), unit, places, false);
    }

    public static Fact whole(String name, long value) {
        return new Fact(name, name, new Value.Whole(value), "", 0, false);
    }

    public static Fact wholes(String name, List<Integer> values) {
        return new Fact(name, name, new Value.Wholes(values), "", 0, false);
    }

    public static Fact reals(String name, Vector values, int places) {
        return new Fact(name, name, new Value.Reals(values), "", places, false);
    }

    public static Fact word(String name, String word) {
        return new Fact(name, name, new Value.Word(word), "", 0, false);
    }

    public static Fact absent(String name, String why) {
        return new Fact(name, name, new Value.Absent(why), "", 0, false);
    }

    public static Fact rows(String name, List<Vector> rows, int places) {
        return new Fact(name, name, new Value.Rows(rows), "", places, false);
    }

    /** This fact under the name that the picture has for it. */
    public Fact called(String other) {
        return new Fact(name, other, value, unit, places, onRequest);
    }

    public Fact whenAsked() {
        return new Fact(name, symbol, value, unit, places, true);
    }
}
