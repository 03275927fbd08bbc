package dev.nabla.closing;

import dev.nabla.figure.Figure.Budget;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.own.KeptModel;
import dev.nabla.tutor.Tutor;
import java.util.Optional;

/**
 * The closing page at one moment: once the model is trained again, its curve is drawn in about a second.
 *
 * @param model the learner's model
 * @param reached steps that are trained again
 * @param card what is shown of the model; empty until it is trained and examined
 * @param scene how much of the curve is drawn, 0 to {@link #LAST}
 */
public record Closing(LearnerModel model, int reached, Optional<ModelCard> card, int scene) {
    /** The last scene: the whole curve. */
    static final int LAST = 20;

    private static final int TICK_MILLIS = 50;

    /**
     * Returns the page before any work.
     *
     * @param kept the model of own names that was kept last
     */
    public static Closing start(Tutor tutor, Optional<KeptModel> kept) {
        return new Closing(LearnerModel.of(tutor, kept), 0, Optional.empty(), 0);
    }

    /** Returns the page of the course's model at rest. Trains it, however long it takes. */
    public static Closing end(Tutor tutor) {
        return start(tutor, Optional.empty()).rested();
    }

    /** Returns the page at rest. Trains the model, however long it takes. */
    public Closing rested() {
        return tickMillis() == 0 ? this : new Closing(model, model.step(), Optional.of(model.card()), LAST);
    }

    /** Returns the page one scene later, once there is something to draw. */
    public Closing ticked() {
        return card.isEmpty() || scene == LAST ? this : new Closing(model, reached, card, scene + 1);
    }

    /** Trains and examines the model as far as the budget allows. */
    public Closing worked(Budget budget) {
        if (card.isPresent()) {
            return this;
        }
        WorkBudget work = new WorkBudget(budget);
        int trained = model.trained(work);
        boolean done = trained == model.step() && model.examined(work);
        return done
                ? new Closing(model, trained, Optional.of(model.card()), scene)
                : new Closing(model, trained, Optional.empty(), scene);
    }

    /** Returns the card if it shows a model of the course; empty for one of own names, which is in no record. */
    public Optional<ModelCard> courseCard() {
        return model.again().isPresent() ? card : Optional.empty();
    }

    /** Returns the milliseconds until the next tick; 0 once the page is at rest. */
    public int tickMillis() {
        return scene == LAST ? 0 : TICK_MILLIS;
    }
}
