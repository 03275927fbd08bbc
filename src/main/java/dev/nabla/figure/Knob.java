package dev.nabla.figure;

import dev.nabla.figure.Codec.Stride;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named input of a figure: the only way its model changes.
 *
 * <p>The same knob is the arrow keys' target, the {@code --flag}, the lesson key and the JSON key.
 *
 * @param <M> the model
 * @param <V> its values
 * @param codec how its values are typed and nudged, which may depend on the model
 * @param applies whether the keys can stop at it now
 * @param idle why it does not count while it does not apply: it then keeps its value and reads {@code none}; empty for one
 *     that counts all the same
 * @param readings what pictures show in place of its value, the longest text first; empty where they show the value
 */
public record Knob<M extends Record, V>(
        KnobInfo info,
        Function<M, V> get,
        BiFunction<M, V, M> set,
        Function<M, Codec<V>> codec,
        Predicate<M> applies,
        String idle,
        Function<M, List<String>> readings) {

    /** The knob that Tab passes over unless the model is such a one. */
    public Knob<M, V> when(Predicate<M> other) {
        return new Knob<>(info, get, set, codec, other, idle, readings);
    }

    /** The knob that counts only if the question is asked its way, like given slopes where there could be functions instead. */
    public Knob<M, V> either(Predicate<M> other, String why) {
        return new Knob<>(info, get, set, codec, other, why, readings);
    }

    /**
     * Returns this knob with words for what it holds, as {@code all} for the 0 of top_k.
     *
     * @param other makes of a model the texts that pictures choose from, the longest first; none where the value speaks
     */
    public Knob<M, V> reading(Function<M, List<String>> other) {
        return new Knob<>(info, get, set, codec, applies, idle, other);
    }

    /** The knob of a model that holds this one's. */
    public <W extends Record> Knob<W, V> within(Function<W, M> part, BiFunction<W, M, W> with) {
        return new Knob<>(
                info,
                get.compose(part),
                (whole, value) -> with.apply(whole, set.apply(part.apply(whole), value)),
                codec.compose(part),
                whole -> applies.test(part.apply(whole)),
                idle,
                readings.compose(part));
    }

    /** The knob of a name; there must be one. */
    public static <M extends Record> Knob<M, ?> named(String name, Figure<M> figure) {
        return figure.knobs().stream()
                .filter(knob -> knob.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The knobs that are inputs of the question; the others only change the picture. */
    public static <M extends Record> List<Knob<M, ?>> asked(Figure<M> figure) {
        List<Knob<M, ?>> asked = new ArrayList<>(figure.knobs());
        asked.removeIf(knob -> !knob.info().asked());
        return asked;
    }

    public String name() {
        return info.name();
    }

    private boolean isIdle(M model) {
        return !idle.isEmpty() && !applies.test(model);
    }

    /** How many places of it the keys can stop at: 0 for one that does nothing now, n for a vector's components. */
    public int stops(M model) {
        return applies.test(model) ? codec.apply(model).stops(get.apply(model)) : 0;
    }

    public Value value(M model) {
        return isIdle(model) ? new Value.Absent(idle) : codec.apply(model).value(get.apply(model));
    }

    /** The numbers it can hold; see {@link Codec#bounds}. */
    public Bounds bounds(M model) {
        return codec.apply(model).bounds();
    }

    /** All it can hold, if that is one of a few words. */
    public List<String> choices(M model) {
        return codec.apply(model).choices();
    }

    /** True if it is on or off. */
    public boolean isFlag(M model) {
        return value(model) instanceof Value.Flag;
    }

    /** How many components its vector has; 0 where it holds none, or one whose size follows from other knobs. */
    int components(M model) {
        return isIdle(model) ? 0 : codec.apply(model).components(get.apply(model));
    }

    /** True if the up and down arrows move its value, as a point's, instead of the focus. */
    public boolean movesUp(M model) {
        return codec.apply(model).movesUp(get.apply(model));
    }

    /** The model with what is given; the word {@code none} leaves a knob that need not count as it is. */
    M read(M model, Value given) {
        boolean none = !idle.isEmpty() && given.word().map(String::strip).equals(Optional.of(Value.Absent.TEXT));
        return none ? model : set.apply(model, codec.apply(model).read(given));
    }

    /** The text that {@link #read} takes for the same value. */
    public String text(M model) {
        return value(model).text();
    }

    /** What a picture shows of it in a field of so many cells. */
    public String shown(M model, int cells) {
        String reading = reading(model, cells);
        return reading.isEmpty() ? codec.apply(model).shown(get.apply(model), cells) : reading;
    }

    /** What a picture shows of one of its numbers, counted from 0, in a column of so many cells. */
    public String shown(M model, int part, int cells) {
        String reading = reading(model, cells);
        return reading.isEmpty() ? codec.apply(model).shown(get.apply(model), part, cells) : reading;
    }

    private String reading(M model, int cells) {
        String last = isIdle(model) ? Value.Absent.TEXT : "";
        for (String text : readings.apply(model)) {
            last = text;
            if (text.length() <= cells) {
                return text;
            }
        }
        return last;
    }

    /** How far its slider goes; empty for what is no number. */
    public Optional<Range> range(M model) {
        return codec.apply(model).range();
    }

    /** One of its numbers, counted from 0, which a slider shows. */
    public double number(M model, int part) {
        return codec.apply(model).number(get.apply(model), part);
    }

    /** The model after a nudge of one place; see {@link Codec#nudge}. */
    M nudge(M model, int part, int across, int up, Stride stride) {
        return stops(model) == 0
                ? model
                : set.apply(model, codec.apply(model).nudge(get.apply(model), part, across, up, stride));
    }

    /** The model with a place dragged to (x, y); see {@link Codec#drag}. */
    M drag(M model, int part, double x, double y) {
        return stops(model) == 0 ? model : set.apply(model, codec.apply(model).drag(get.apply(model), part, x, y));
    }

    /** The model with this knob's value as another model has it. */
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
