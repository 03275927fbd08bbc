package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.figure.Played;
import dev.nabla.key.Effect;

/** Lets the figure of a screen run to its end. */
public final class FinishedFigure {
    private static final int MOST_TICKS = 10_000;
    /** Ticks between two looks at the goals, and at the model of a step; one with {@code -Pall}, as for a learner. */
    private static final int TICKS_AT_ONCE = Draws.count(20, 1);

    private FinishedFigure() {}

    public static ScreenState of(ScreenState state) {
        ScreenState now = state;
        for (int i = 0; now.live().filter(live -> live.cursor().running()).isPresent(); i++) {
            assertThat(i).as("effects of a run").isLessThan(MOST_TICKS / TICKS_AT_ONCE);
            now = now.apply(new Effect.Act(live -> Played.after(live, "tick " + TICKS_AT_ONCE)));
        }
        return now;
    }
}
