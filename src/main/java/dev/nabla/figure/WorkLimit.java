package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Optional;

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
            Optional<Figure.Stepper<M>> stepper = figure.stepper(model);
            String nouns = stepper.map(Figure.Stepper::nouns).orElse("steps");
            long fits = stepper.map(counted -> mostSteps(figure, counted, model, most))
                    .orElse(0L);
            throw tooMuch(
                    figure.id() + " takes too many " + nouns,
                    fits == 0 ? "" : ", like " + Decimal.grouped(fits) + " " + nouns);
        }
    }

    /**
     * Returns the model at the last step that costs no more than {@code most}, for a figure that {@linkplain
     * Figure#endsEarly ends early}; empty if its own step costs no more, or every step costs more.
     *
     * @param notes where a warning about the cut is added
     */
    public static <M extends Record> Optional<M> cut(Figure<M> figure, M model, double most, List<String> notes) {
        if (!figure.endsEarly() || figure.effort(model) <= most) {
            return Optional.empty();
        }
        Figure.Stepper<M> stepper = figure.stepper().orElseThrow();
        long fits = mostSteps(figure, stepper, model, most);
        if (fits == 0) {
            return Optional.empty();
        }
        notes.add(figure.id() + " ends after " + Decimal.grouped(fits) + " of " + Decimal.grouped(stepper.at(model))
                + " " + stepper.nouns() + ", because others wait; nabla on your own machine takes them all");
        return Optional.of(stepper.to(model, fits));
    }

    /** Returns the largest number of steps that costs no more than {@code most}; 0 if even one costs more. */
    private static <M extends Record> long mostSteps(
            Figure<M> figure, Figure.Stepper<M> stepper, M model, double most) {
        long few = 0;
        long many = stepper.at(model);
        while (many - few > 1) {
            long steps = few + (many - few) / 2;
            boolean fits = figure.effort(stepper.to(model, steps)) <= most;
            few = fits ? steps : few;
            many = fits ? many : steps;
        }
        return few;
    }

    /**
     * Returns the error for a request that costs too much.
     *
     * @param what the start of the message: the knob or figure, and what it asks for
     */
    public static BadInput tooMuch(String what) {
        return tooMuch(what, "");
    }

    private static BadInput tooMuch(String what, String less) {
        return BadInput.usage(
                "too_much",
                what + ", too much where others wait; ask for less" + less + ", or nabla on your own machine");
    }
}
