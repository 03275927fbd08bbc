package dev.nabla.figure.train;

import dev.nabla.figure.ViewState;
import dev.nabla.gpt.Snapshot.Losses;
import dev.nabla.gpt.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A run of FIG.16 as far as it has come, which may be farther than the shown step. On a screen only what needs no more
 * work belongs to it.
 *
 * @param film the run
 * @param end the farthest step that was reached
 * @param waits whether missing values are computed, as for a picture that is printed
 * @param losses the losses of all its steps
 * @param smoothed the smoothed losses
 * @param marks the steps whose held-out loss is known, in ascending order
 */
record RunSoFar(TrainingRun film, int end, boolean waits, double[] losses, double[] smoothed, List<Integer> marks) {
    /** Returns the run of a model up to the farthest step that was reached on this screen. */
    static RunSoFar of(TrainModel model, ViewState<TrainModel> cursor) {
        boolean waits = cursor.shown().isEmpty();
        int reached = Math.max(
                model.step(), (int) Math.min(cursor.reached(), model.recipe().of()));
        int end = waits ? reached : Math.max(model.step(), model.film().approach(reached, 0));
        TrainModel ahead = end == model.step() ? model : model.withSteps(end);
        double[] losses = ahead.now().losses().toArray();
        List<Integer> marks = new ArrayList<>(ahead.known());
        marks.removeIf(mark -> !waits && !ahead.film().examine(mark, 0));
        return new RunSoFar(ahead.film(), end, waits, losses, Losses.smoothed(losses), marks);
    }

    /** Returns the run as it would have gone on without the last change of eta, as far as the model knows it. */
    static Optional<RunSoFar> before(TrainModel model, ViewState<TrainModel> cursor) {
        return model.withoutLastChange().map(old -> {
            double[] losses = old.now().losses().toArray();
            boolean waits = cursor.shown().isEmpty();
            return new RunSoFar(old.film(), old.step(), waits, losses, Losses.smoothed(losses), old.known());
        });
    }

    /** Returns the held-out loss after a step; empty if that would need work on a screen. */
    OptionalDouble heldOut(int step) {
        boolean known = step <= end && (waits || film.examine(step, 0));
        return known ? OptionalDouble.of(film.heldOut(step)) : OptionalDouble.empty();
    }

    /** Returns the last step up to {@code most} whose held-out loss is known; 0 if there is none. */
    int lastKnown(int most) {
        int last = 0;
        for (int mark : marks) {
            last = mark <= most ? mark : last;
        }
        return last;
    }

    /** Returns the first step whose smoothed loss is above the linear part of the axis; 0 if there is none. */
    int left() {
        return 1
                + IntStream.range(0, smoothed.length)
                        .filter(i -> !(smoothed[i] <= LossAxis.KNEE))
                        .findFirst()
                        .orElse(-1);
    }

    /** Returns the step with the largest smoothed loss, from 1; 0 if no step was taken. */
    int highest() {
        int highest = -1;
        for (int i = 0; i < smoothed.length; i++) {
            highest = highest < 0 || smoothed[i] > smoothed[highest] ? i : highest;
        }
        return highest + 1;
    }
}
