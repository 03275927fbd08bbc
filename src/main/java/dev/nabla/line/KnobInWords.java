package dev.nabla.line;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.PositionCodec;
import dev.nabla.figure.Stride;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A knob of a figure selected by name, and the changes that a typed line can make to it.
 *
 * @param live the current state of the figure
 * @param knob the knob
 * @param part index of the knob's number, from 1; 0 if none was typed
 */
record KnobInWords<M extends Record>(FigureState<M> live, Knob<M, ?> knob, int part) {
    /**
     * @param name name of the knob, or its letter in formulas; empty for the knob that was moved last
     * @throws BadInput if the figure has no such knob, or an open guess hides it: whether a typed value changes it
     *     would tell the answer
     */
    static <M extends Record> KnobInWords<M> of(FigureState<M> live, Optional<String> name, int part) {
        String word = name.orElse(live.cursor().spot().knob());
        Knob<M, ?> knob = named(live.figure(), word);
        if (live.cursor().hidesKnob(knob.name())) {
            throw BadInput.usage(
                    "guess_first", "'" + knob.name() + "' is hidden; guess first, or put the guess off to change it");
        }
        return new KnobInWords<>(live, knob, part);
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

    /** Returns the figure with the knob, or its selected number, set to a typed value. */
    FigureState<M> set(String typed) {
        FigureState<M> set = part == 0 ? live.set(knob.name(), typed) : live.set(knob.name(), part, typed);
        return set.take(new Focus(knob.name(), Math.max(0, part - 1)));
    }

    /**
     * Returns the figure with the knob moved by one stride: up for sign 1, down for -1. A point has two parts, 1 to the
     * right and 2 up.
     *
     * @throws BadInput if the knob has no steps or no such part
     */
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
        // The first part of a cell is its row, which counts downwards. The first part of any other point goes to the
        // right.
        boolean cell = knob.codec().apply(live.model()) instanceof PositionCodec;
        boolean up = point && part == (cell ? 1 : 2);
        return live.take(new Focus(knob.name(), point ? 0 : part == 0 ? last() : part - 1))
                .nudge(up ? 0 : sign, up ? cell ? -sign : sign : 0, stride);
    }

    /** Returns the part of this knob that was moved last, from 0; 0 if another knob was moved last. */
    private int last() {
        Focus last = live.cursor().spot();
        return knob.name().equals(last.knob()) ? last.part() : 0;
    }
}
