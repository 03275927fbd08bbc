package dev.nabla.figure.part;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import java.util.Optional;
import java.util.function.Function;

/** A figure whose steps are those of a training run, counted by {@link Trained#knob}. */
public interface TrainedFigure<M extends Record & Trained<M>> extends Figure.LinkedFigure<M> {
    /** Estimate of the speed of a training; a step of microgpt.py's recipe takes 0.1 ms. */
    double FLOPS_PER_MICROSECOND = 2200;

    @Override
    default double effort(M model) {
        return model.steps() * (double) model.film().recipe().flops() / FLOPS_PER_MICROSECOND;
    }

    @Override
    default Optional<String> caveat(M model) {
        return model.steps() == 0 ? Optional.of(untrained(model.lastStep())) : Optional.empty();
    }

    /**
     * Returns the caveat of a model without training.
     *
     * @param most the most steps that can be given
     */
    static String untrained(int most) {
        return "steps is 0, so nothing was trained; give up to " + most;
    }

    @Override
    default boolean isSameRun(M model, M other) {
        return model.film().equals(other.film());
    }

    @Override
    default Optional<Stepper<M>> stepper() {
        return Optional.of(stepper(Trained.<M>knob(), TrainedFigure::pace));
    }

    /** Returns a stepper over a knob for the steps taken. */
    static <M extends Record & Trained<M>> Stepper<M> stepper(Knob<M, Long> steps, Function<M, Pace> pace) {
        return new Stepper<M>(
                steps,
                "step",
                "steps",
                pace,
                model -> model.steps() == model.lastStep(),
                model -> true,
                Optional.<PieceWork<M>>of(Trained::shown));
    }

    /**
     * Returns a tick of 33 ms that takes a 300th of the schedule, but at most about 6 ms of work. It takes at most one
     * step more than were taken before, because a program that has just started is slow. A burst is a tenth of the
     * schedule.
     */
    static Pace pace(Trained<?> model) {
        Recipe recipe = model.film().recipe();
        long most = Math.min(3 * TrainingRun.PIECE / recipe.flops(), 1 + model.steps());
        return new Pace(Math.max(1, recipe.of() / 10), (int) Math.max(1, Math.min(recipe.of() / 300, most)), 33);
    }
}
