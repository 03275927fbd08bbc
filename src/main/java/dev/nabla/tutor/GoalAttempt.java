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

    /**
     * Returns the attempt with another state of the figure. A run stops at the last step that the goal allows, and
     * pauses where another number exceeds what it may be at most. Once another value is tried, the pause is over.
     */
    public GoalAttempt withFigure(FigureState<?> other) {
        FigureState<?> next = other.stoppedAt(lastStep());
        boolean paused = live.cursor().isPaused() && next.cursor().isPaused();
        if (paused && !next.model().equals(live.model())) {
            return new GoalAttempt(goal, next.stopped());
        }
        boolean isLeft = next.cursor().running() && goal.isLeft(live, next);
        return new GoalAttempt(goal, isLeft ? next.pausedAtShown() : next);
    }

    /**
     * Returns whether the goal allows the figure to run on: it has steps, their knob may be moved, and the last step
     * that the goal allows is not reached.
     */
    public boolean isRun() {
        boolean allowed = live.stepper()
                .filter(stepper -> goal.free().isEmpty()
                        || goal.free().contains(stepper.knob().name()))
                .isPresent();
        return allowed && (live.cursor().running() || live.stepNumber() < lastStep());
    }

    /** Returns the last step that the goal allows; the largest number if it sets no limit. */
    public long lastStep() {
        String knob =
                live.figure().stepper().map(stepper -> stepper.knob().name()).orElse("");
        return goal.holds().stream()
                .filter(condition -> condition.key().name().equals(knob))
                .mapToLong(condition -> condition.most(goal.start()))
                .min()
                .orElse(Long.MAX_VALUE);
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
