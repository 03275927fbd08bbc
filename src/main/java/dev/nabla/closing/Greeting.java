package dev.nabla.closing;

import dev.nabla.figure.Figure.Budget;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.NameSampler;
import dev.nabla.own.KeptModel;
import dev.nabla.tutor.Tutor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Names that the learner's model makes on a day, other ones every day.
 *
 * @param names the names; empty until the model is trained again
 */
public record Greeting(LearnerModel model, LocalDate day, Optional<List<String>> names) {
    private static final int NAMES = 6;

    /** Names that are drawn to find enough which are not empty. */
    private static final int DRAWN = 24;

    private static final double TAU = 0.5;
    /** Days after which the names come again. */
    private static final int DAYS = 10_000;

    /**
     * Returns the greeting of today, before any work.
     *
     * @param kept the model of own names that was kept last
     */
    public static Greeting start(Tutor tutor, Optional<KeptModel> kept) {
        return new Greeting(LearnerModel.of(tutor, kept), tutor.progress().today(), Optional.empty());
    }

    /** Trains the model as far as the budget allows, then draws the names. */
    public Greeting worked(Budget budget) {
        boolean waits = names.isEmpty() && model.trained(new WorkBudget(budget)) == model.step();
        return waits ? new Greeting(model, day, Optional.of(drawn())) : this;
    }

    private List<String> drawn() {
        NameSampler sampler = new NameSampler(
                model.recipe().corpus(),
                model.snapshot().weights(),
                model.recipe().cut(),
                TAU,
                model.recipe().seed(),
                0,
                "");
        int from = DRAWN * (1 + (int) Math.floorMod(day.toEpochDay(), (long) DAYS));
        return sampler.names(from, from + DRAWN).stream()
                .map(NameSampler.GeneratedName::text)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(NAMES)
                .toList();
    }
}
