package dev.nabla.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.ShippedCourse;
import org.junit.jupiter.api.Test;

/** A run towards a goal ends where the goal ends, and begins at a pace that can be followed. */
class GoalAttemptTest {
    private static final int MOST_TICKS = 2000;

    private static GoalAttempt at(String section, String id) {
        Goal goal = ShippedCourse.COURSE.section(section).lesson().orElseThrow().goals().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return GoalAttempt.of(goal);
    }

    private static GoalAttempt run(GoalAttempt attempt) {
        GoalAttempt now = attempt.withFigure(attempt.live().run());
        for (int i = 0; now.live().cursor().running(); i++) {
            assertThat(i).as("ticks").isLessThan(MOST_TICKS);
            now = now.withFigure(now.live().tick());
        }
        return now;
    }

    @Test
    void aRunStopsAtTheLastStepThatTheGoalAllows() {
        GoalAttempt three = run(at("07", "7.g1"));
        assertThat(three.live().stepNumber()).isEqualTo(3);
        assertThat(three.isRun()).isFalse();
        assertThat(run(at("05", "5.g4")).live().stepNumber()).isEqualTo(64);
    }

    @Test
    void aGoalWithoutALimitRunsToTheEndOfTheFigure() {
        GoalAttempt rest = run(at("05", "5.g2"));
        assertThat(rest.live().isOver()).isTrue();
    }

    @Test
    void aRunBeginsSlowlyGetsFasterAndRestsWhenNothingChanges() {
        FigureState<?> live = ShippedCourse.COURSE
                .section("07")
                .lesson()
                .orElseThrow()
                .shown("loss")
                .run();
        int millis = 0;
        for (int i = 0; live.cursor().running(); i++) {
            assertThat(i).as("ticks").isLessThan(MOST_TICKS);
            assertThat(live.tickMillis()).isEqualTo(live.stepNumber() < 10 ? 250 : 60);
            millis += live.tickMillis();
            live = live.tick();
        }
        assertThat(live.stepNumber()).isBetween(30L, 150L);
        assertThat(millis).isLessThan(10_000);
        assertThat(live.isOver()).isTrue();
    }
}
