package dev.nabla.closing;

import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import dev.nabla.math.Decimal;
import dev.nabla.own.KeptModel;
import dev.nabla.tutor.Tutor;
import java.util.Optional;

/** The model that stands for a learner at the end of the course. */
public sealed interface LearnerModel permits CourseModel, NamedModel {
    /**
     * Returns the learner's model: a kept one of own names, else the one of the course. Trains nothing.
     *
     * @param kept the model of own names that was kept last
     */
    static LearnerModel of(Tutor tutor, Optional<KeptModel> kept) {
        return kept.<LearnerModel>map(NamedModel::new).orElseGet(() -> CourseModel.of(tutor));
    }

    /** Returns whose model it is: {@code Your model}. */
    String owner();

    /** Returns what determines the model: {@code seed 5, 1,000 steps}, with a shorter version. */
    String[] words();

    /** Returns what the learner has done, as a sentence with shorter versions. */
    String[] achievement();

    Recipe recipe();

    /** Returns its weights and losses. Trains it if necessary, however long it takes. */
    Snapshot snapshot();

    /** Returns the steps that it was trained for. */
    int step();

    /** Returns how long it was trained: {@code 1,000 steps}. */
    default String steps() {
        return Decimal.grouped(step()) + (step() == 1 ? " step" : " steps");
    }

    /** Trains it as far as the budget allows. Returns the steps that are trained. */
    int trained(WorkBudget work);

    /** Computes what the card needs besides, as far as the budget allows. Returns true once it is known. */
    boolean examined(WorkBudget work);

    /** Returns what is shown of it. Trains and examines it, however long it takes. */
    ModelCard card();

    /** Returns the command that trains it again; empty if there is none. */
    Optional<String> again();

    /**
     * Checks that training it is affordable on a shared server.
     *
     * @throws dev.nabla.math.BadInput if it is not
     */
    void requireFairAnswer();
}
