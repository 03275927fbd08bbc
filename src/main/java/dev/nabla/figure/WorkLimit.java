package dev.nabla.figure;

import dev.nabla.math.BadInput;

/** How much a figure may take of a machine where others wait: what is longer to work out is refused beforehand. */
public final class WorkLimit {
    /** {@link Figure#effort} of what is answered once: about 2 s. */
    public static final double ANSWER = 2e6;

    /** Of what is worked out several times for a picture, at each key: about 0.1 s in all. */
    public static final double PICTURE = 2e4;

    private WorkLimit() {}

    public static <M extends Record> void require(Figure<M> figure, M model, double most) {
        if (figure.effort(model) > most) {
            throw tooMuch(figure.id() + " takes too many steps");
        }
    }

    /** @param what is too much, the knob or the figure in front */
    public static BadInput tooMuch(String what) {
        return BadInput.usage(
                "too_much", what + ", too much where others wait; ask for less, or nabla on your own machine");
    }
}
