package dev.nabla.figure.part;

import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Range;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Tone;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Optional;

/** The knobs of a figure as its picture shows them: label, value and focus of each. */
public final class Knobs<M extends Record> {
    private final List<Knob<M, ?>> all;
    private final M model;
    private final ViewState<M> cursor;

    public Knobs(List<Knob<M, ?>> all, M model, ViewState<M> cursor) {
        this.all = all;
        this.model = model;
        this.cursor = cursor;
    }

    /**
     * Returns a whole knob. It is focused if any of its components is. A dot stands for its value if a guess hides it.
     *
     * @throws IllegalArgumentException if there is no such knob
     */
    public KnobView at(String name) {
        Knob<M, ?> knob = named(name);
        Optional<Range> range = knob.range(model);
        return new KnobView(
                new Focus(name, 0),
                cursor.isFocused(name),
                Tone.SECOND,
                false,
                knob.info().labels(),
                cells -> cursor.hidesKnob(name) ? ViewState.HIDDEN : knob.shown(model, cells),
                range,
                range.isPresent() && !cursor.hidesKnob(name) ? knob.number(model, 0) : Double.NaN);
    }

    /**
     * Returns component {@code part} of a knob, counted from 0, with its symbol as label: {@code a₁}.
     *
     * @throws IllegalArgumentException if there is no such knob
     */
    public KnobView at(String name, int part) {
        Knob<M, ?> knob = named(name);
        return new KnobView(
                new Focus(name, part),
                cursor.isFocused(name, part),
                Tone.SECOND,
                false,
                List.of(knob.info().symbol() + Subscript.of(part)),
                cells -> knob.shown(model, part, cells),
                knob.range(model),
                knob.number(model, part));
    }

    /**
     * Returns the learner's guess on the picture as a knob, for a figure whose guess is a single number; empty if there
     * is no guess.
     */
    public Optional<KnobView> ghost() {
        return cursor.guess().ghost().map(this::ghost);
    }

    private KnobView ghost(Ghost ghost) {
        double at = ghost.at().get(0);
        return new KnobView(
                Focus.GHOST,
                cursor.spot().equals(Focus.GHOST),
                Tone.SECOND,
                false,
                List.of("your ghost"),
                cells -> Decimal.typeset(Decimal.fixed(at, ghost.places())),
                Optional.of(ghost.range()),
                at);
    }

    private Knob<M, ?> named(String name) {
        for (Knob<M, ?> knob : all) {
            if (knob.name().equals(name)) {
                return knob;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
