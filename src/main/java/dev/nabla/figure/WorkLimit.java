package dev.nabla.figure;

import dev.nabla.math.BadInput;

/** Cost limits of figures on a shared server, checked before computing. */
public final class WorkLimit {
    /** Largest {@link Figure#effort} of a single answer, in microseconds: about 2 s. */
    public static final double ANSWER = 2e6;

    /**
     * Largest {@link Figure#effort} of a picture, in microseconds. A picture computes its results several times at each
     * key, together about 0.1 s.
     */
    public static final double PICTURE = 2e4;

    private WorkLimit() {}

    public static <M extends Record> void require(Figure<M> figure, M model, double most) {
        if (figure.effort(model) > most) {
            throw tooMuch(figure.id() + " takes too many steps");
        }
    }

    /**
     * Returns the error for a request that costs too much.
     *
     * @param what the start of the message: the knob or figure, and what it asks for
     */
    public static BadInput tooMuch(String what) {
        return BadInput.usage(
                "too_much", what + ", too much where others wait; ask for less, or nabla on your own machine");
    }
}
