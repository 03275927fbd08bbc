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
 * The names, the help and the kind of a knob; its methods create the knob itself.
 *
 * @param name its name as flag, lesson key and JSON key, like {@code tau}
 * @param symbol its name in formulas, like {@code τ}
 * @param help a few words with an example, for {@code --help}
 * @param isInput whether it is an input of the question, and so of {@code solve}; the others only change the picture
 * @param needed whether a question must state it: its start value is an example, like a vector, and no default, like a
 *     temperature of 1
 * @param rows what the rows of a table are that is given for it
 * @param labels its names in pictures, the longest first, like {@code τ temperature} and {@code τ temp}; if none fits,
 *     a picture drops the last words of the first
 */
public record KnobInfo(
        String name, String symbol, String help, boolean isInput, boolean needed, RowUse rows, List<String> labels) {
    /** What the rows of a table are that is given for a knob. */
    public enum RowUse {
        /** All of them together are its value. */
        WHOLE,
        /** Each is a value, and asks a question of its own. */
        QUESTIONS,
        /** Each asks a question of its own; the header names its numbers, which are given as {@code w=2,c=1}. */
        NAMED_QUESTIONS
    }

    /** Returns an input that a question must state. */
    public static KnobInfo question(String name, String symbol, String help) {
        return new KnobInfo(name, symbol, help, true, true, RowUse.WHOLE, List.of(name));
    }

    /** Returns an input with a default value. */
    public static KnobInfo usual(String name, String symbol, String help) {
        return new KnobInfo(name, symbol, help, true, false, RowUse.WHOLE, List.of(name));
    }

    public static KnobInfo picture(String name, String symbol, String help) {
        return new KnobInfo(name, symbol, help, false, false, RowUse.WHOLE, List.of(name));
    }

    /** Returns its name in sentences: the label that explains its symbol, like {@code τ temperature}, else the name. */
    public String inWords() {
        String label = labels.get(0);
        return label.contains(" ") && label.contains(symbol) ? label : name;
    }

    /**
     * Returns its name in sentences. A Greek letter that no label explains is followed by what it is, like
     * {@code ε, the nudge of x,}; of a name like {@code a_rows}, whose symbol is words, the help says what it is.
     */
    public String explained() {
        if (!inWords().equals(name)) {
            return inWords();
        }
        String what = help.split("[,:;]")[0];
        boolean sign = symbol.length() == 1 && symbol.charAt(0) > '~';
        return sign ? symbol + ", " + what + "," : name.contains("_") && symbol.contains(" ") ? what : name;
    }

    /** Returns whether a table given for it asks one question per row. */
    public boolean byRow() {
        return rows != RowUse.WHOLE;
    }

    /** Returns a copy for which a table asks one question per row. */
    public KnobInfo inRows() {
        return used(RowUse.QUESTIONS);
    }

    /** Returns a copy for which a table asks one question per row, with numbers that its header names. */
    public KnobInfo inNamedRows() {
        return used(RowUse.NAMED_QUESTIONS);
    }

    private KnobInfo used(RowUse other) {
        return new KnobInfo(name, symbol, help, isInput, needed, other, labels);
    }

    /** Returns a copy with labels for pictures, the longest first. Without them pictures show the name. */
    public KnobInfo labelled(String... others) {
        return new KnobInfo(name, symbol, help, isInput, needed, rows, List.of(others));
    }

    public <M extends Record, V> Knob<M, V> holding(Codec<V> codec, Function<M, V> get, BiFunction<M, V, M> set) {
        return bound(model -> codec, get, set);
    }

    /** Returns a knob whose codec, and so its bounds, depends on the model. */
    public <M extends Record, V> Knob<M, V> bound(
            Function<M, Codec<V>> codec, Function<M, V> get, BiFunction<M, V, M> set) {
        return new Knob<>(this, get, set, codec, model -> true, model -> true, "", model -> List.of());
    }

    /** Returns a knob for any finite number. */
    public <M extends Record> Knob<M, Double> real(Range range, Function<M, Double> get, BiFunction<M, Double, M> set) {
        return real(range, Bounds.NONE, get, set);
    }

    public <M extends Record> Knob<M, Double> real(
            Range range, Bounds bounds, Function<M, Double> get, BiFunction<M, Double, M> set) {
        return holding(new RealCodec(range, bounds), get, set);
    }

    /** Returns a knob for a list of finite numbers. */
    public <M extends Record> Knob<M, Vector> vector(
            Range range, VectorCodec.NudgeMode kind, Function<M, Vector> get, BiFunction<M, Vector, M> set) {
        return vector(range, Bounds.NONE, kind, get, set);
    }

    /**
     * Returns a knob for a list of numbers.
     *
     * @param bounds the bounds of each number
     */
    public <M extends Record> Knob<M, Vector> vector(
            Range range,
            Bounds bounds,
            VectorCodec.NudgeMode kind,
            Function<M, Vector> get,
            BiFunction<M, Vector, M> set) {
        return holding(new VectorCodec(range, kind, bounds), get, set);
    }

    public <M extends Record> Knob<M, Matrix> matrix(
            Range range, Function<M, Matrix> get, BiFunction<M, Matrix, M> set) {
        return holding(new MatrixCodec(range), get, set);
    }

    /** Returns a knob for a whole number from {@code lo} to {@code hi}: steps, draws, a seed, a position. */
    public <M extends Record> Knob<M, Long> whole(long lo, long hi, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        return whole(Bounds.atLeast(lo).atMost(hi), lo, model -> hi, get, set);
    }

    /** Returns a knob for how many of the model's items are kept; 0, which the arrows show as the last, keeps all. */
    public <M extends Record> Knob<M, Long> kept(
            long most, ToLongFunction<M> items, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        WholeCodec typed = new WholeCodec(0, most, false, "", Bounds.atLeast(0L).atMost(most));
        return bound(model -> new KeptCodec(items.applyAsLong(model), typed), get::applyAsLong, set);
    }

    /** Returns a knob for a typed count from 1 to {@code most}; the arrow keys step through the presets. */
    public <M extends Record> Knob<M, Long> sizes(
            long most, List<Long> presets, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        return holding(Codec.sizes(most, presets), get::applyAsLong, set);
    }

    /** Returns a knob for a row of the picture, counted from 1. */
    public <M extends Record> Knob<M, Long> row(long most, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        Bounds bounds = Bounds.atLeast(1L).atMost(most);
        return holding(new WholeCodec(1, most, true, "", bounds), get::applyAsLong, set);
    }

    /**
     * Returns a knob for a whole number whose largest value depends on the model.
     *
     * @param bounds the bounds for all models
     * @param most returns the largest value for a model
     */
    public <M extends Record> Knob<M, Long> whole(
            Bounds bounds, long lo, ToLongFunction<M> most, ToLongFunction<M> get, BiFunction<M, Long, M> set) {
        return bound(model -> new WholeCodec(lo, most.applyAsLong(model), false, "", bounds), get::applyAsLong, set);
    }

    /**
     * Returns a knob for a typed word, like a name; the arrow keys step through the presets.
     *
     * @param reader returns the stored form of a stripped text, and throws BadInput for a character that is not allowed
     */
    public <M extends Record> Knob<M, String> text(
            List<String> presets, UnaryOperator<String> reader, Function<M, String> get, BiFunction<M, String, M> set) {
        return holding(new TextCodec<>(presets, text -> reader.apply(text.strip()), Value.Word::new), get, set);
    }

    /** Returns a knob for the constants of an enum, in lower case. */
    public <M extends Record, E extends Enum<E>> Knob<M, E> word(
            Class<E> type, Function<M, E> get, BiFunction<M, E, M> set) {
        return word(List.of(type.getEnumConstants()), get, set);
    }

    /** Returns a knob for some constants of an enum, in lower case. */
    public <M extends Record, E extends Enum<E>> Knob<M, E> word(
            List<E> values, Function<M, E> get, BiFunction<M, E, M> set) {
        return holding(words(values), get, set);
    }

    /** Returns a knob for constants of an enum that are rows of the picture, the first one at the top. */
    public <M extends Record, E extends Enum<E>> Knob<M, E> wordInRows(
            List<E> values, Function<M, E> get, BiFunction<M, E, M> set) {
        return holding(words(values).inRows(), get, set);
    }

    private static <E extends Enum<E>> TextCodec<E> words(List<E> values) {
        List<String> words = new ArrayList<>();
        for (E value : values) {
            words.add(value.name().toLowerCase(Locale.ROOT));
        }
        return Codec.named(words, values, values);
    }
}
