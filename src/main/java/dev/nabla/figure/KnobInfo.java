package dev.nabla.figure;

import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * How a knob is called, and with what it holds the knob itself.
 *
 * @param name its name on every surface: flag, lesson key, JSON key, like {@code tau}
 * @param symbol what formulas call it, like {@code τ}
 * @param help what it is, in a few words and with an example, for {@code --help}
 * @param asked whether it is an input of the question, and so of {@code solve}; the others only change the picture
 * @param needed whether there is no question without it: what the figure opens with is an example, as a vector is, and not what
 *     is usual, as a temperature of 1 is
 * @param byRow whether a table given for it asks one question a row
 * @param labels what pictures call it, the longest first, like {@code τ temperature} and {@code τ temp}; where none has
 *     room a picture drops the last words of the first
 */
public record KnobInfo(
        String name, String symbol, String help, boolean asked, boolean needed, boolean byRow, List<String> labels) {
    /** An input that a question must state. */
    public static KnobInfo question(String name, String symbol, String help) {
        return new KnobInfo(name, symbol, help, true, true, false, List.of(name));
    }

    /** An input that a question may leave as it usually is. */
    public static KnobInfo usual(String name, String symbol, String help) {
        return new KnobInfo(name, symbol, help, true, false, false, List.of(name));
    }

    public static KnobInfo picture(String name, String symbol, String help) {
        return new KnobInfo(name, symbol, help, false, false, false, List.of(name));
    }

    /** This, with a question in each row of a table. */
    public KnobInfo inRows() {
        return new KnobInfo(name, symbol, help, asked, needed, true, labels);
    }

    /** Returns this under the labels that pictures have for it, the longest first; they show its name otherwise. */
    public KnobInfo labelled(String... others) {
        return new KnobInfo(name, symbol, help, asked, needed, byRow, List.of(others));
    }

    public <M extends Record, V> Knob<M, V> holding(Codec<V> codec, Function<M, V> get, BiFunction<M, V, M> set) {
        return bound(model -> codec, get, set);
    }

    /** A knob whose bounds follow from the model. */
    public <M extends Record, V> Knob<M, V> bound(
            Function<M, Codec<V>> codec, Function<M, V> get, BiFunction<M, V, M> set) {
        return new Knob<>(this, get, set, codec, model -> true, "", model -> List.of());
    }

    /** A knob that holds any finite number. */
    public <M extends Record> Knob<M, Double> real(Range range, Function<M, Double> get, BiFunction<M, Double, M> set) {
        return real(range, Bounds.NONE, get, set);
    }

    public <M extends Record> Knob<M, Double> real(
            Range range, Bounds bounds, Function<M, Double> get, BiFunction<M, Double, M> set) {
        return holding(new Codec.RealCodec(range, bounds), get, set);
    }

    /** A knob that holds finite numbers. */
    public <M extends Record> Knob<M, Vector> vector(
            Range range, Codec.VectorCodec.NudgeMode kind, Function<M, Vector> get, BiFunction<M, Vector, M> set) {
        return vector(range, Bounds.NONE, kind, get, set);
    }

    /** @param bounds of each number */
    public <M extends Record> Knob<M, Vector> vector(
            Range range,
            Bounds bounds,
            Codec.VectorCodec.NudgeMode kind,
            Function<M, Vector> get,
            BiFunction<M, Vector, M> set) {
        return holding(new Codec.VectorCodec(range, kind, bounds), get, set);
    }

    public <M extends Record> Knob<M, Matrix> matrix(
            Range range, Function<M, Matrix> get, BiFunction<M, Matrix, M> set) {
        return holding(new Codec.MatrixCodec(range), get, set);
    }

    /** A knob that counts: steps, draws, a seed, a position. */
    public <M extends Record> Knob<M, Long> whole(long lo, long hi, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        return whole(Bounds.atLeast(lo).atMost(hi), lo, model -> hi, get, set);
    }

    /** A knob that counts from 1 and is typed; the keys go through a few sizes. */
    public <M extends Record> Knob<M, Long> sizes(
            long most, List<Long> presets, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        return holding(Codec.sizes(most, presets), get::applyAsLong, set);
    }

    /** A knob that counts rows of the picture from 1. */
    public <M extends Record> Knob<M, Long> row(long most, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        Bounds bounds = Bounds.atLeast(1L).atMost(most);
        return holding(new Codec.WholeCodec(1, most, true, "", bounds), get::applyAsLong, set);
    }

    /**
     * A knob that counts as far as the model allows.
     *
     * @param bounds of all models
     * @param most the largest count of one
     */
    public <M extends Record> Knob<M, Long> whole(
            Bounds bounds, long lo, ToLongFunction<M> most, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        return bound(
                model -> new Codec.WholeCodec(lo, most.applyAsLong(model), false, "", bounds), get::applyAsLong, set);
    }

    /**
     * A knob that holds a word as it is typed, like a name; the keys go through a few.
     *
     * @param reader how it is kept; complains of a character that cannot stand in it
     */
    public <M extends Record> Knob<M, String> text(
            List<String> presets, UnaryOperator<String> reader, Function<M, String> get, BiFunction<M, String, M> set) {
        return holding(new Codec.TextCodec<>(presets, text -> reader.apply(text.strip()), Value.Word::new), get, set);
    }

    /** A knob over the constants of an enum, in lower case. */
    public <M extends Record, E extends Enum<E>> Knob<M, E> word(
            Class<E> type, Function<M, E> get, BiFunction<M, E, M> set) {
        return word(List.of(type.getEnumConstants()), get, set);
    }

    /** A knob over some of them. */
    public <M extends Record, E extends Enum<E>> Knob<M, E> word(
            List<E> values, Function<M, E> get, BiFunction<M, E, M> set) {
        List<String> words = new ArrayList<>();
        for (E value : values) {
            words.add(value.name().toLowerCase(Locale.ROOT));
        }
        return holding(Codec.named(words, values, values), get, set);
    }
}
