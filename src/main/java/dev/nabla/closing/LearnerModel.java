package dev.nabla.closing;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.part.Trained;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.tutor.Tutor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The model of a learner: the last one of FIG.16 that the journal knows, else the one that the opening trains.
 *
 * @param figure the training figure with this recipe and step
 * @param isOwn whether the learner has trained it
 */
public record LearnerModel(FigureState<?> figure, boolean isOwn) {
    private static final String TRAINING = "train";

    /** Returns the learner's model. Reads the lesson of the section where it was trained; trains nothing. */
    public static LearnerModel of(Tutor tutor) {
        List<Stood> figures = tutor.progress().traces().figures();
        for (int i = figures.size() - 1; i >= 0; i--) {
            Optional<LearnerModel> own = own(figures.get(i), tutor);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return standard();
    }

    /** Returns the model of the opening. */
    static LearnerModel standard() {
        FigureState<?> figure = FigureState.of(Figures.named(TRAINING));
        return new LearnerModel(figure.set(Map.of("steps", String.valueOf(Recipe.STANDARD_STEPS))), false);
    }

    /** Returns the model of a position; empty if it shows no training, or one that is not the learner's. */
    private static Optional<LearnerModel> own(Stood left, Tutor tutor) {
        return left.figure().equals(TRAINING)
                ? CourseRecord.restored(left, tutor)
                        .map(live -> new LearnerModel(live, true))
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

    Recipe recipe() {
        return run().recipe();
    }

    /** Returns the steps that it was trained for, at least 1. */
    public int step() {
        return (int) trained().steps();
    }

    /** Returns the command that shows its training. */
    public String command() {
        List<String> commands = figure.commands();
        return commands.get(commands.size() - 1);
    }
}
