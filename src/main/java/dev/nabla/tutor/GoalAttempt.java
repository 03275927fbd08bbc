package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Goal;
import dev.nabla.math.BadInput;

/**
 * An attempt at a goal, on a separate figure. The figure of the section is unchanged by it.
 *
 * @param goal the goal to reach
 * @param live the current state of the separate figure
 */
public record GoalAttempt(Goal goal, FigureState<?> live) {
    /** Starts a goal with the focus on a knob that the goal allows to move. */
    public static GoalAttempt of(Goal goal) {
        return new GoalAttempt(goal, goal.start().onOneOf(goal.free()));
    }

    public GoalAttempt withFigure(FigureState<?> other) {
        return new GoalAttempt(goal, other);
    }

    /** Returns whether the goal allows the figure to run: it has steps, and their knob may be moved. */
    public boolean isRun() {
        return live.figure()
                .stepper()
                .filter(stepper -> goal.free().isEmpty()
                        || goal.free().contains(stepper.knob().name()))
                .isPresent();
    }

    /** Returns whether {@code now}, from a reloaded lesson, is the same goal with the same start. */
    public boolean isAt(Goal now) {
        return goal.id().equals(now.id())
                && goal.ask().equals(now.ask())
                && goal.holds().equals(now.holds())
                && goal.free().equals(now.free())
                && Tutor.isSame(goal.start(), now.start());
    }

    /**
     * Returns how far the figure is from the goal. If the goal needs a fact that the figure lacks, it is not met and
     * the distance is the error message.
     */
    public Goal.GoalProgress progress() {
        try {
            return goal.progress(live);
        } catch (BadInput bad) {
            return new Goal.GoalProgress(false, bad.getMessage());
        }
    }
}
