package dev.nabla.figure;

import java.util.function.Predicate;

/**
 * What Space moves on: a counting knob and when it has come to its end.
 *
 * @param knob the counter
 * @param verb what one step does, for the key line
 * @param burst how many steps {@code g} takes at once
 * @param perTick how many steps a running figure takes at a tick
 * @param finished whether more steps would show nothing new
 */
public record Stepper<M extends Record>(WholeKnob<M> knob, String verb, int burst, int perTick, Predicate<M> finished) {

    long at(M model) {
        return knob.get().applyAsLong(model);
    }
}
