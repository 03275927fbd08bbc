package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Goal;
import dev.nabla.math.BadInput;

/**
 * A goal that is tried, on a figure of its own: the section's is as it was when this one is left.
 *
 * @param goal where to bring it
 * @param live the figure now
 */
public record GoalAttempt(Goal goal, FigureState<?> live) {
    /** The keys are on what may be moved. */
    public static GoalAttempt of(Goal goal) {
        return new GoalAttempt(goal, goal.start().onOneOf(goal.free()));
    }

    public GoalAttempt withFigure(FigureState<?> other) {
        return new GoalAttempt(goal, other);
    }

    /** True if its steps are among what may be moved. */
    public boolean isRun() {
        return live.figure()
                .stepper()
                .filter(stepper -> goal.free().isEmpty()
                        || goal.free().contains(stepper.knob().name()))
                .isPresent();
    }

    /** True if a goal of a lesson that has been saved anew is still the one that is tried. */
    public boolean isAt(Goal now) {
        return goal.id().equals(now.id())
                && goal.ask().equals(now.ask())
                && goal.holds().equals(now.holds())
                && goal.free().equals(now.free())
                && Tutor.isSame(goal.start(), now.start());
    }

    /** How far it is; a goal that asks for what the figure has not is never met, and says so. */
    public Goal.GoalProgress progress() {
        try {
            return goal.progress(live);
        } catch (BadInput bad) {
            return new Goal.GoalProgress(false, bad.getMessage());
        }
    }
}
