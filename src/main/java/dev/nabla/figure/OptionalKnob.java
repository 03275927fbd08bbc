package dev.nabla.figure;

import java.util.function.Predicate;

/** A knob for an input that only some models have; reading it gives the model that input. Without it there is nothing to turn. */
public record OptionalKnob<M extends Record>(Knob<M> knob, Predicate<M> present, String why) implements Knob<M> {
    @Override
    public Label label() {
        return knob.label();
    }

    @Override
    public boolean isPresent(M model) {
        return present.test(model);
    }

    @Override
    public int stops(M model) {
        return isPresent(model) ? knob.stops(model) : 0;
    }

    @Override
    public Value value(M model) {
        return isPresent(model) ? knob.value(model) : new Value.Absent(why);
    }

    @Override
    public M parse(M model, String text) {
        return knob.parse(model, text);
    }

    @Override
    public String text(M model) {
        return isPresent(model) ? knob.text(model) : "";
    }

    @Override
    public M nudge(M model, int part, int across, int up, Stride stride) {
        return isPresent(model) ? knob.nudge(model, part, across, up, stride) : model;
    }

    @Override
    public M drag(M model, int part, double x, double y) {
        return isPresent(model) ? knob.drag(model, part, x, y) : model;
    }

    @Override
    public M copy(M model, M from) {
        return isPresent(from) ? knob.copy(model, from) : model;
    }
}
