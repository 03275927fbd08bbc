package dev.nabla.figure;

import java.util.function.Predicate;

/**
 * The steps of a figure: a counting knob and when it has come to its end.
 *
 * @param knob the counter
 * @param verb what one step does, for the key line
 * @param burst how many steps {@code g} takes at once
 * @param perTick how many steps a running figure takes at a tick
 * @param finished whether more steps would show nothing new
 */
public record Stepper<M extends Record>(
        Knob<M, Long> knob, String verb, int burst, int perTick, Predicate<M> finished) {

    public long at(M model) {
        return knob.get().apply(model);
    }

    /** The model at such a step, or at the first or the last that there is. */
    M to(M model, long step) {
        return knob.set().apply(model, knob.codec().apply(model).drag(step, 0, step, 0));
    }
}
