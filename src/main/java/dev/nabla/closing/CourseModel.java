package dev.nabla.closing;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.tutor.Tutor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of the course, which is trained again: the last one of FIG.16 that the journal knows, else the one that the
 * opening trains.
 *
 * @param figure the training figure with this recipe and step
 * @param isOwn whether the learner has trained it
 */
public record CourseModel(FigureState<?> figure, boolean isOwn) implements LearnerModel {
    /** Id of the figure that trains. */
    public static final String TRAINING = "train";

    /** Returns the learner's model. Reads the lesson of the section where it was trained; trains nothing. */
    public static CourseModel of(Tutor tutor) {
        List<Stood> figures = tutor.progress().traces().figures();
        for (int i = figures.size() - 1; i >= 0; i--) {
            Optional<CourseModel> own = own(figures.get(i), tutor);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return standard();
    }

    /** Returns the model of the opening. */
    static CourseModel standard() {
        FigureState<?> figure = FigureState.of(Figures.named(TRAINING));
        return new CourseModel(figure.set(Map.of("steps", String.valueOf(Recipe.STANDARD_STEPS))), false);
    }

    /** Returns the model of a position; empty if it shows no training, or one that is not the learner's. */
    private static Optional<CourseModel> own(Stood left, Tutor tutor) {
        return left.figure().equals(TRAINING)
                ? CourseRecord.restored(left, tutor)
                        .map(live -> new CourseModel(live, true))
                        .filter(model -> model.step() > 0)
                : Optional.empty();
    }

    private Trained<?> trained() {
        return (Trained<?>) figure.model();
    }

    /** Returns its training. */
    public TrainingRun run() {
        return trained().film();
    }

    @Override
    public String owner() {
        return isOwn ? "Your model" : "The model of the opening";
    }

    @Override
    public String[] words() {
        String seed = "seed " + recipe().seed();
        return new String[] {seed + ", " + steps(), seed, ""};
    }

    @Override
    public String[] achievement() {
        return isOwn
                ? new String[] {
                    "You trained a language model, and you have read all of it. Now with your names",
                    "You trained a language model, and you have read all of it",
                    "You have read a whole language model"
                }
                : new String[] {
                    "You have read a whole language model. Train one in 16, and it will stand here",
                    "You have read a whole language model"
                };
    }

    @Override
    public Recipe recipe() {
        return run().recipe();
    }

    @Override
    public Snapshot snapshot() {
        return run().snapshot(step());
    }

    @Override
    public int trained(WorkBudget work) {
        return work.trains(run(), step());
    }

    @Override
    public boolean examined(WorkBudget work) {
        return work.examines(run(), 0) && work.examines(run(), step());
    }

    @Override
    public ModelCard card() {
        Snapshot end = snapshot();
        List<String> said = run().scene(step(), ModelCard.DRAWN, "", Long.MAX_VALUE)
                .orElseThrow()
                .names();
        return ModelCard.of(
                recipe(), end, said, new ModelCard.LossChange(true, run().heldOut(0), run().heldOut(step())));
    }

    @Override
    public void requireFairAnswer() {
        figure.requireFairAnswer();
    }

    /** Returns the steps that it was trained for, at least 1. */
    @Override
    public int step() {
        return (int) trained().steps();
    }

    @Override
    public Optional<String> again() {
        return Optional.of(command());
    }

    /** Returns the command that shows its training. */
    public String command() {
        List<String> commands = figure.commands();
        return commands.get(commands.size() - 1);
    }
}
