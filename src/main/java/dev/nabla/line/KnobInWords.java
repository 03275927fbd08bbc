package dev.nabla.line;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Codec.Stride;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A knob that words name, and what they make of its figure.
 *
 * @param live the figure as it stands
 * @param knob one of its knobs
 * @param part which of the knob's numbers, from 1; 0 where none was named
 */
record KnobInWords<M extends Record>(FigureState<M> live, Knob<M, ?> knob, int part) {
    /** @param name of the knob, or the letter that formulas have for it; empty for the knob that was moved last */
    static <M extends Record> KnobInWords<M> of(FigureState<M> live, Optional<String> name, int part) {
        String word = name.orElse(live.cursor().spot().knob());
        return new KnobInWords<>(live, named(live.figure(), word), part);
    }

    private static <M extends Record> Knob<M, ?> named(Figure<M> figure, String name) {
        List<String> names = figure.knobs().stream().<String>map(Knob::name).toList();
        Problem.OneOf known = new Problem.OneOf(name, names);
        return Stream.<Function<Knob<M, ?>, String>>of(
                        Knob::name, knob -> knob.info().symbol())
                .flatMap(word ->
                        figure.knobs().stream().filter(knob -> word.apply(knob).equals(name)))
                .findFirst()
                .orElseThrow(() -> BadInput.usage("unknown_knob", figure.id() + " has no '" + name + "'", known));
    }

    /** The figure with the knob, or its part, as it is typed. */
    FigureState<M> set(String typed) {
        FigureState<M> set = part == 0 ? live.set(knob.name(), typed) : live.set(knob.name(), part, typed);
        return set.take(new Focus(knob.name(), Math.max(0, part - 1)));
    }

    /** The figure with the knob moved up, or down with -1; a point has one part to the right and one up. */
    FigureState<M> nudged(int sign, Stride stride) {
        int stops = knob.stops(live.model());
        if (stops == 0) {
            throw BadInput.usage(
                    "no_steps", knob.name() + " has no steps here; type " + knob.name() + " = and a value");
        }
        boolean point = knob.movesUp(live.model());
        int parts = point ? 2 : stops;
        if (part > parts) {
            throw BadInput.usage(
                    "bad_position", knob.name() + "[" + part + "] is not there; it ends at [" + parts + "]");
        }
        // The first part of a cell is its row, which goes down; that of any other point goes to the right.
        boolean cell = knob.codec().apply(live.model()) instanceof Codec.PositionCodec;
        boolean up = point && part == (cell ? 1 : 2);
        return live.take(new Focus(knob.name(), point ? 0 : part == 0 ? last() : part - 1))
                .nudge(up ? 0 : sign, up ? cell ? -sign : sign : 0, stride);
    }

    /** The part that was moved last, from 0; the first if that was another knob's. */
    private int last() {
        Focus last = live.cursor().spot();
        return knob.name().equals(last.knob()) ? last.part() : 0;
    }
}
