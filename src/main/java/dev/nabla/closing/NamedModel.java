package dev.nabla.closing;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import dev.nabla.own.KeptModel;
import java.util.Optional;

/** A kept model of the learner's own names. It is trained already, and its names are not known any more. */
record NamedModel(KeptModel kept) implements LearnerModel {
    @Override
    public String owner() {
        return "Your model '" + kept.title() + "'";
    }

    @Override
    public String[] words() {
        String names = WorkedSteps.count(kept.names(), "name");
        return new String[] {names + ", " + steps(), names, ""};
    }

    @Override
    public String[] achievement() {
        return new String[] {
            "You trained a language model on names of your own, and you have read all of it",
            "You trained a language model, and you have read all of it",
            "You have read a whole language model"
        };
    }

    @Override
    public Recipe recipe() {
        return kept.recipe();
    }

    @Override
    public Snapshot snapshot() {
        return kept.snapshot();
    }

    @Override
    public int step() {
        return kept.snapshot().step();
    }

    @Override
    public int trained(WorkBudget work) {
        return step();
    }

    @Override
    public boolean examined(WorkBudget work) {
        return true;
    }

    @Override
    public ModelCard card() {
        double[] losses = Snapshot.Losses.smoothed(kept.snapshot().losses().toArray());
        double first = losses.length == 0 ? Double.NaN : losses[0];
        double last = losses.length == 0 ? Double.NaN : losses[losses.length - 1];
        return ModelCard.of(
                recipe(), kept.snapshot(), kept.says(0, ModelCard.DRAWN), new ModelCard.LossChange(false, first, last));
    }

    @Override
    public Optional<String> again() {
        return Optional.empty();
    }

    @Override
    public void requireFairAnswer() {
        // nothing is left to train
    }
}
