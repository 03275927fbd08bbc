package dev.nabla.tui;

import dev.nabla.figure.Live;
import dev.nabla.lesson.Goal;
import dev.nabla.math.BadInput;

/**
 * A goal that is tried, on a figure of its own: the section's is as it was when this one is left.
 *
 * @param goal where to bring it
 * @param live the figure now
 * @param from what was shown before, and is again when it is left
 */
record Trial(Goal goal, Live<?> live, ReadingView.Pane from) {
    /** The keys are on what may be moved. */
    static Trial of(Goal goal, ReadingView.Pane from) {
        return new Trial(goal, goal.start().onOneOf(goal.free()), from);
    }

    Trial with(Live<?> other) {
        return new Trial(goal, other, from);
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
