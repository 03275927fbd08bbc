package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Spelling;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads, writes, nudges and drags the values of a knob.
 *
 * <p>Nudging and dragging stay within bounds and never throw; reading throws {@link BadInput}.
 *
 * @param <V> the type of the values
 */
public sealed interface Codec<V>
        permits RealCodec,
                WholeCodec,
                KeptCodec,
                VectorCodec,
                NamedCodec,
                MatrixCodec,
                PairsCodec,
                PositionCodec,
                TextCodec {
    /**
     * Returns the value that a text means. Numbers that are given as numbers are not parsed.
     *
     * @throws BadInput if it cannot be read; a {@link WholeCodec} also throws it for a number out of bounds
     */
    V read(Value given);

    /** Returns the value in the form that {@link #read} accepts. Reading its text gives the same value. */
    Value value(V now);

    /** Returns at how many places of the value the keys can stop. */
    default int stops(V now) {
        return 1;
    }

    /** Returns the size of a vector; 0 for anything else, or if the size follows from other knobs. */
    default int components(V now) {
        return 0;
    }

    /** Returns whether the up and down arrows move the value, as a point, instead of the focus. */
    default boolean movesUp(V now) {
        return false;
    }

    /** Returns whether the arrows choose a cell of a table. */
    default boolean choosesCell() {
        return false;
    }

    /**
     * Returns whether the values count rows of the picture. The up and down arrows then step through them before the
     * focus leaves the knob.
     */
    default boolean rows() {
        return false;
    }

    /** Returns all possible values if they are a few words, else an empty list. */
    default List<String> choices() {
        return List.of();
    }

    /** Returns the names of the numbers that a user can type like {@code w=2,c=1}; empty if they have none. */
    default List<String> names() {
        return List.of();
    }

    /** Returns the numbers that the knob, or each entry of its list, can hold in any model. */
    default Bounds bounds() {
        return Bounds.NONE;
    }

    /** Returns the range of a slider; empty for a value that is no number. */
    default Optional<Range> range() {
        return Optional.empty();
    }

    /** Returns the component that a slider shows, counted from 0; NaN if there is none. */
    default double number(V now, int part) {
        return Double.NaN;
    }

    /** Returns the whole value as a picture shows it in a field of {@code cells} cells. A text may be longer. */
    default String shown(V now, int cells) {
        return Decimal.typeset(value(now).text());
    }

    /**
     * Returns one component, counted from 0, for a column of {@code cells} cells. A single value is written as by
     * {@link #shown(Object, int)}.
     */
    default String shown(V now, int part, int cells) {
        return shown(now, cells);
    }

    /**
     * Returns the value after one place, counted from 0, moved by {@code across} steps to the right. A point also moves
     * by {@code up} steps up.
     */
    V nudge(V now, int part, int across, int up, Stride stride);

    /**
     * Returns the value with one place, counted from 0, at x, snapped to a step. {@code y} counts only for a value that
     * moves both ways.
     */
    V drag(V now, int part, double x, double y);

    /** Returns a codec for {@code true} and {@code false}; the right arrow turns it on, the left one off. */
    static Codec<Boolean> flag() {
        return new TextCodec<>(List.of(false, true), Codec::truth, Value.Flag::new);
    }

    /**
     * Checks that a value is no list.
     *
     * @throws BadInput if it is a list, also of a single value
     */
    static void requireSingle(Value given, String code) {
        if (!given.parts().isEmpty()) {
            throw BadInput.usage(code, "is a list; give one value");
        }
    }

    /**
     * Checks that the numbers of a value have no names.
     *
     * @throws BadInput if they have, as those of an object in JSON
     */
    static void requireUnnamed(Value given) {
        if (given instanceof Value.NamedReals) {
            throw BadInput.usage("bad_value", "is an object; give a number, a text or a list of numbers");
        }
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw BadInput.usage("unknown_word", "'" + text + "' is unknown; type true or false");
        }
        return text.equals("true");
    }

    /**
     * Returns a codec for a few named values. Its {@link #read} throws BadInput for any other word.
     *
     * @param words the names, in the order of {@code values}
     * @param presets the values that the arrow keys reach
     */
    static <V> TextCodec<V> named(List<String> words, List<V> values, List<V> presets) {
        Function<String, V> reader = text -> {
            if (!words.contains(text)) {
                throw BadInput.usage("unknown_word", "'" + text + "' is unknown; " + Spelling.suggest(text, words));
            }
            return values.get(words.indexOf(text));
        };
        return new TextCodec<>(
                presets, words, reader, now -> new Value.Word(words.get(values.indexOf(now))), false, Bounds.NONE);
    }

    /** Returns a codec for a typed count from 1 to {@code most}; the arrow keys step through the presets. */
    static Codec<Long> sizes(long most, List<Long> presets) {
        Bounds bounds = Bounds.atLeast(1L).atMost(most);
        return new TextCodec<>(
                presets, List.of(), text -> Numerals.whole(text, 1, most), Value.Whole::new, false, bounds);
    }
}
