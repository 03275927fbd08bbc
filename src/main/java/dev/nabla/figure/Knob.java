package dev.nabla.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named input of a figure. The same knob is the target of the arrow keys, the {@code --flag}, the lesson key and the
 * JSON key.
 *
 * @param <M> the model
 * @param <V> its values
 * @param codec how its values are typed and nudged, which may depend on the model
 * @param applies whether the keys can stop at it now
 * @param counts whether it has a meaning in a model; elsewhere it keeps its value but reads {@code none}
 * @param idle why the knob is ignored where it has no meaning; empty for a knob that always counts
 * @param readings texts that pictures show in place of its value, the longest first; empty if they show the value
 */
public record Knob<M extends Record, V>(
        KnobInfo info,
        Function<M, V> get,
        BiFunction<M, V, M> set,
        Function<M, Codec<V>> codec,
        Predicate<M> applies,
        Predicate<M> counts,
        String idle,
        Function<M, List<String>> readings) {

    /** Returns a copy that Tab skips unless the model fulfils {@code other}. */
    public Knob<M, V> when(Predicate<M> other) {
        return new Knob<>(info, get, set, codec, both(counts, other), counts, idle, readings);
    }

    /**
     * Returns a copy that is an input only while the model fulfils {@code other}, like given slopes where there could
     * be functions instead.
     *
     * @param why the reason in the error message if the knob is set otherwise
     */
    public Knob<M, V> either(Predicate<M> other, String why) {
        return new Knob<>(info, get, set, codec, both(applies, other), other, why, readings);
    }

    /** Returns the conjunction. {@link Predicate#and} gives the same, but takes longer at a start. */
    private static <M> Predicate<M> both(Predicate<M> one, Predicate<M> other) {
        return model -> one.test(model) && other.test(model);
    }

    /**
     * Returns a copy with words for its value, like {@code all} for the 0 of top_k.
     *
     * @param other returns the texts that pictures choose from, the longest first; empty if they show the value
     */
    public Knob<M, V> reading(Function<M, List<String>> other) {
        return new Knob<>(info, get, set, codec, applies, counts, idle, other);
    }

    /** Returns this knob for a model that contains a model of this figure. */
    public <W extends Record> Knob<W, V> within(Function<W, M> part, BiFunction<W, M, W> with) {
        return new Knob<>(
                info,
                get.compose(part),
                (outer, value) -> with.apply(outer, set.apply(part.apply(outer), value)),
                codec.compose(part),
                outer -> applies.test(part.apply(outer)),
                outer -> counts.test(part.apply(outer)),
                idle,
                readings.compose(part));
    }

    /**
     * Returns the knob of a name.
     *
     * @throws java.util.NoSuchElementException if the figure has no such knob
     */
    public static <M extends Record> Knob<M, ?> named(String name, Figure<M> figure) {
        return figure.knobs().stream()
                .filter(knob -> knob.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public String name() {
        return info.name();
    }

    /** Returns whether the keys can stop at it in this model. */
    public boolean isOffered(M model) {
        return applies.test(model);
    }

    private boolean isIdle(M model) {
        return !counts.test(model);
    }

    /**
     * Returns at how many places of the knob the keys can stop: 0 if it does nothing now, n for a vector of n
     * components.
     */
    public int stops(M model) {
        return applies.test(model) ? codec.apply(model).stops(get.apply(model)) : 0;
    }

    public Value value(M model) {
        return isIdle(model) ? new Value.Absent(idle) : held(model);
    }

    /** Returns what the knob holds, also where that has no meaning now. */
    public Value held(M model) {
        return codec.apply(model).value(get.apply(model));
    }

    /** Returns the numbers that the knob can hold; see {@link Codec#bounds}. */
    public Bounds bounds(M model) {
        return codec.apply(model).bounds();
    }

    /** Returns what is said of a question that does not state this knob: its name, and what to give. */
    public String missing(M model) {
        List<String> names = codec.apply(model).names();
        return name() + " is missing: "
                + (names.isEmpty()
                        ? info.help() + bounds(model).words(" (", ")")
                        : "numbers for " + String.join(", ", names) + ", like " + NamedNumbers.example(names));
    }

    /** Returns all possible values if they are a few words, else an empty list. */
    public List<String> choices(M model) {
        return codec.apply(model).choices();
    }

    /** Returns whether the knob is on or off. */
    public boolean isFlag(M model) {
        return value(model) instanceof Value.Flag;
    }

    /**
     * Returns the size of a vector; 0 for anything else, while the knob is ignored, or if the size follows from other
     * knobs.
     */
    int components(M model) {
        return isIdle(model) ? 0 : codec.apply(model).components(get.apply(model));
    }

    /** Returns whether the up and down arrows move the value, as a point, instead of the focus. */
    public boolean movesUp(M model) {
        return codec.apply(model).movesUp(get.apply(model));
    }

    /**
     * Returns the model with a new value for this knob. The word {@code none} leaves a knob that can be ignored as it
     * is.
     *
     * @throws dev.nabla.math.BadInput if the value cannot be read
     */
    M read(M model, Value given) {
        boolean none = !idle.isEmpty() && given.word().map(String::strip).equals(Optional.of(Value.Absent.TEXT));
        if (codec.apply(model).names().isEmpty()) {
            Codec.requireUnnamed(given);
        }
        return none ? model : set.apply(model, codec.apply(model).read(given));
    }

    /** Returns the text that {@link #read} accepts for the same value. */
    public String text(M model) {
        return value(model).text();
    }

    /** Returns what a picture shows of the value in a field of {@code cells} cells. */
    public String shown(M model, int cells) {
        String reading = reading(model, cells);
        return reading.isEmpty() ? codec.apply(model).shown(get.apply(model), cells) : reading;
    }

    /** Returns what a picture shows of one component, counted from 0, in a column of {@code cells} cells. */
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

    /** Returns the range of its slider; empty for a value that is no number. */
    public Optional<Range> range(M model) {
        return codec.apply(model).range();
    }

    /** Returns the component that a slider shows, counted from 0. */
    public double number(M model, int part) {
        return codec.apply(model).number(get.apply(model), part);
    }

    /** Returns the model after a nudge of one place; see {@link Codec#nudge}. A knob without places stays as it is. */
    M nudge(M model, int part, int across, int up, Stride stride) {
        return stops(model) == 0
                ? model
                : set.apply(model, codec.apply(model).nudge(get.apply(model), part, across, up, stride));
    }

    /**
     * Returns the model with a place dragged to (x, y); see {@link Codec#drag}. A knob without places stays as it is.
     */
    M drag(M model, int part, double x, double y) {
        return stops(model) == 0 ? model : set.apply(model, codec.apply(model).drag(get.apply(model), part, x, y));
    }

    /** Returns {@code model} with this knob's value from {@code from}. */
    public M copy(M model, M from) {
        return set.apply(model, get.apply(from));
    }
}
