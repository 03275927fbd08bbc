package dev.nabla.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.ShippedCourse;
import java.util.Map;
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

    /** With β = 0 the model has moved 1.95 nats after 21 of 60 steps, 2.14 after 22, and 6.7 at the end. */
    @Test
    void aRunPausesWhereANumberExceedsWhatItMayBeAtMost() {
        GoalAttempt moved = trained(at("22", "22.g1"));
        assertThat(moved.live().cursor().isPaused()).isTrue();
        assertThat(moved.live().stepNumber()).isBetween(20L, 26L);
        assertThat(trained(moved).live().isOver()).as("it can run on").isTrue();
        GoalAttempt other = moved.withFigure(moved.live().set("beta", "0.1"));
        assertThat(other.live().cursor().isPaused()).isFalse();
        assertThat(other.isRun()).isTrue();
    }

    private static GoalAttempt trained(GoalAttempt attempt) {
        GoalAttempt now = attempt.withFigure(attempt.live().run());
        while (now.live().cursor().running()) {
            now = now.withFigure(now.live().tick());
            now = now.withFigure(now.live().worked(1000));
        }
        return now;
    }

    @Test
    void aGoalWithoutALimitRunsToTheEndOfTheFigure() {
        GoalAttempt rest = run(at("05", "5.g2"));
        assertThat(rest.live().isOver()).isTrue();
    }

    /** Returns a goal like another with a model that no other test trains. */
    private static <M extends Record> Goal untrained(Goal like, FigureState<M> start, Map<String, String> settings) {
        FigureState<M> other = start.set(settings);
        FigureState<M> opens = FigureState.of(other.figure(), other.model());
        return new Goal(like.id(), like.ask(), like.holds(), like.free(), opens, like.place());
    }

    @Test
    void aGoalWhoseModelIsNotTrainedYetSaysHowFarItIs() {
        Goal like = at("12", "12.g2").goal();
        GoalAttempt goal =
                GoalAttempt.of(untrained(like, like.start(), Map.of("cut", "norm", "of", "9000", "steps", "9000")));
        GoalAttempt opened = goal.withFigure(goal.live().worked(0));
        assertThat(opened.progress()).isEqualTo(new Goal.GoalProgress(false, "getting ready: 0 of 9,000 steps"));
        GoalAttempt later = opened.withFigure(opened.live().worked(20));
        assertThat(later.progress().distance()).matches("getting ready: [1-9][\\d,]* of 9,000 steps");
    }

    @Test
    void aRunWithFreeKnobsIsNotCalledAMove() {
        Goal like = at("16", "16.g3").goal();
        GoalAttempt now = GoalAttempt.of(untrained(like, like.start(), Map.of("seed", "77")));
        now = now.withFigure(now.live().run());
        while (now.live().stepNumber() < 20) {
            now = now.withFigure(now.live().tick().worked(1));
        }
        assertThat(now.progress().distance()).startsWith("smoothed ");
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
