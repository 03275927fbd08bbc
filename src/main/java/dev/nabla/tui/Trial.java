package dev.nabla.tui;

import dev.nabla.figure.Live;
import dev.nabla.lesson.Goal;
import dev.nabla.math.BadInput;

/**
 * A goal that is tried, on a figure of its own: the section's is as it was when this one is left.
 *
 * @param goal where to bring it
 * @param live the figure now
 */
record Trial(Goal goal, Live<?> live) {
    static Trial of(Goal goal) {
        return new Trial(goal, goal.start());
    }

    Trial with(Live<?> other) {
        return new Trial(goal, other);
    }

    boolean isMet() {
        return progress().isMet();
    }

    /** How far it is; a goal that asks for what the figure has not is never met, and says so. */
    Goal.Progress progress() {
        try {
            return goal.progress(live);
        } catch (BadInput bad) {
            return new Goal.Progress(false, bad.getMessage());
        }
    }
}
