package dev.nabla.figure.part;

import dev.nabla.figure.Figure;
import dev.nabla.gpt.Film;
import dev.nabla.gpt.Recipe;
import java.util.Optional;

/** A figure whose steps are those of a training, counted by {@link Trained#knob}. */
public interface TrainedFigure<M extends Record & Trained<M>> extends Figure.Leading<M> {
    @Override
    default Optional<Stepper<M>> stepper() {
        return Optional.of(new Stepper<M>(
                Trained.knob(),
                "step",
                model -> pace(model.film().recipe()),
                model -> model.steps() == model.film().recipe().of(),
                true,
                Optional.<Work<M>>of(Trained::shown)));
    }

    /** The 300th part of the schedule at a tick of a thirtieth of a second, but no more than 6 ms of work; a tenth of it at once. */
    static Pace pace(Recipe recipe) {
        long most = 3 * Film.PIECE / recipe.flops();
        return new Pace(Math.max(1, recipe.of() / 10), (int) Math.max(1, Math.min(recipe.of() / 300, most)), 33);
    }
}
