package dev.nabla.figure.part;

import dev.nabla.figure.Figure;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import java.util.Optional;

/** A figure whose steps are those of a training, counted by {@link Trained#knob}. */
public interface TrainedFigure<M extends Record & Trained<M>> extends Figure.LinkedFigure<M> {
    /** A microsecond is 2,200 operations, so that a step of microgpt.py's recipe takes 0.1 ms. */
    @Override
    default double effort(M model) {
        return model.steps() * (double) model.film().recipe().flops() / 2200;
    }

    @Override
    default Optional<Stepper<M>> stepper() {
        return Optional.of(new Stepper<M>(
                Trained.knob(),
                "step",
                TrainedFigure::pace,
                model -> model.steps() == model.film().recipe().of(),
                true,
                Optional.<PieceWork<M>>of(Trained::shown)));
    }

    /**
     * The 300th part of the schedule at a tick of a thirtieth of a second, but no more than 6 ms of work, nor more than twice
     * what was taken before: a program that has just begun is slow. A tenth of it at once.
     */
    static Pace pace(Trained<?> model) {
        Recipe recipe = model.film().recipe();
        long most = Math.min(3 * TrainingRun.PIECE / recipe.flops(), 1 + model.steps());
        return new Pace(Math.max(1, recipe.of() / 10), (int) Math.max(1, Math.min(recipe.of() / 300, most)), 33);
    }
}
