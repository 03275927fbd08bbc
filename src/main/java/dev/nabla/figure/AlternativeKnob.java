package dev.nabla.figure;

import java.util.Optional;
import java.util.function.Function;

/**
 * A knob that counts only while the question is asked its way, like given slopes where there could be functions instead.
 * While it does not count it keeps its value, reads {@code none}, and has no place to stop at.
 *
 * @param knob what it is while it counts
 * @param idle why it does not count now; empty while it does
 */
public record AlternativeKnob<M extends Record>(Knob<M> knob, Function<M, Optional<String>> idle) implements Knob<M> {
    static final String NONE = "none";

    @Override
    public Label label() {
        return knob.label();
    }

    @Override
    public int stops(M model) {
        return idle.apply(model).isPresent() ? 0 : knob.stops(model);
    }

    @Override
    public Value value(M model) {
        return idle.apply(model).<Value>map(Value.Absent::new).orElseGet(() -> knob.value(model));
    }

    @Override
    public int components(M model) {
        return idle.apply(model).isPresent() ? 0 : knob.components(model);
    }

    @Override
    public M parse(M model, String text) {
        return text.strip().equals(NONE) ? model : knob.parse(model, text);
    }

    @Override
    public M take(M model, Value value) {
        return value instanceof Value.Word word ? parse(model, word.word()) : knob.take(model, value);
    }

    @Override
    public String text(M model) {
        return idle.apply(model).isPresent() ? NONE : knob.text(model);
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        return knob.nudge(model, part, across, up, stride);
    }

    @Override
    public boolean movesUp(M model) {
        return knob.movesUp(model);
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        return knob.drag(model, part, x, y);
    }

    @Override
    public M copy(M model, M from) {
        return knob.copy(model, from);
    }
}
