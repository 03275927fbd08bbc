package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is remembered of all trainings of a JVM stays within its limit. */
@Isolated("What others train would count, and be forgotten.")
class TrainingMemoryTest {
    private static final Recipe STANDARD = Recipe.standard();
    private static final RewardRecipe REWARD = RewardRecipe.standard();
    private static final Recipe SMALL =
            STANDARD.withShape(ScalingGrid.shape(8)).withOf(60).withBatch(4);
    private static final long CLASS = 64 << 20;

    /**
     * Forty students train forty recipes in turn, more than the cache holds: every training advances, and the memory
     * stays bounded.
     */
    @Test
    void fortyFilmsInTurnGetOnWithinTheMemory() {
        Shape wide = STANDARD.shape().withEmbd(32).withLayers(2);
        int[] reached = new int[40];
        try (EmptyCache empty = new EmptyCache(CLASS)) {
            for (int tick = 0; tick < 8; tick++) {
                for (int who = 0; who < reached.length; who++) {
                    TrainingRun film = new TrainingRun(STANDARD.withShape(wide).withSeed(1000 + who));
                    int before = reached[who];
                    reached[who] = film.approach(before + 2, TrainingRun.PIECE);
                    assertThat(reached[who]).isEqualTo(before + 2);
                    assertThat(film.snapshot(reached[who]).step()).isEqualTo(reached[who]);
                    assertThat(TrainingRun.remembered()).isLessThanOrEqualTo(empty.limit());
                }
            }
        }
    }

    /** However long the schedules are, the losses of their steps do not push keyframes out. */
    @Test
    void halfOfALongFilmIsNearAfterAnother() {
        int steps = Draws.count(25_000, 100_000);
        Recipe small = STANDARD.withOf(steps).withShape(STANDARD.shape().withEmbd(4));
        TrainingRun film = new TrainingRun(small);
        try (EmptyCache empty = new EmptyCache(CLASS)) {
            film.approach(steps, Long.MAX_VALUE);
            new TrainingRun(small.withSeed(2)).approach(steps, Long.MAX_VALUE);
            assertThat(film.approach(steps / 2 + 1, 3 * TrainingRun.PIECE)).isEqualTo(steps / 2 + 1);
            assertThat(TrainingRun.remembered()).isLessThanOrEqualTo(empty.limit());
        }
    }

    /** Twenty runs leave the states of another training where they were, and nothing of their own. */
    @Test
    void onlyTheLossesAreKept() {
        TrainingRun other = new TrainingRun(Recipe.standard().withSeed(904));
        other.snapshot(1000);
        long before = TrainingRun.remembered();
        for (int i = 0; i < 20; i++) {
            new FinishedRun(SMALL.withSeed(910 + i)).loss();
            assertThat(TrainingRun.remembered()).isLessThanOrEqualTo(before);
            assertThat(new FinishedRun(SMALL.withSeed(910 + i)).isDone()).isTrue();
            assertThat(new FinishedRun(SMALL.withSeed(910 + i)).steps()).isZero();
        }
        assertThat(other.approach(1000, 0)).isEqualTo(1000);
    }

    @Test
    void whileItTrainsOneStateIsKept() {
        FinishedRun run = new FinishedRun(SMALL.withSeed(905).withOf(2000));
        long before = TrainingRun.remembered();
        for (int i = 0; i < 30; i++) {
            run.finish(TrainingRun.PIECE);
            assertThat(TrainingRun.remembered()).isLessThan(before + (200 << 10)); // and the run itself
        }
        TrainingRun.MEMORY.forget(run::equals);
        assertThat(run.steps()).isZero();
    }

    @Test
    void runsByRewardStayWithinTheMemoryOfAllRuns() {
        try (EmptyCache empty = new EmptyCache(TrainingRun.USUAL_BYTES)) {
            for (long seed = 100; seed < 106; seed++) {
                new RewardRun(REWARD.withGroup(4).withOf(60).withSeed(seed)).state(60);
                assertThat(TrainingRun.remembered()).isLessThanOrEqualTo(empty.limit());
            }
        }
    }

    @Test
    void aListThatIsForgottenLeavesNothing() {
        Corpus own = Corpus.of(List.of("anna", "otto", "bob", "eve", "ada", "lea", "mia", "lia", "pia", "ria"));
        TrainingRun.forget(own);
        long before = TrainingRun.remembered();
        RewardRun run = new RewardRun(
                new RewardRecipe(Recipe.standard(own).withOf(20), 20, RewardRule.PALINDROME, 0, 4, 0.003, 5, 1));
        assertThat(run.stats(5).names()).isEqualTo(RewardStats.NAMES);
        assertThat(run.stats(5, 0)).isNotEqualTo(RewardStats.NONE);
        TrainingRun.forget(own);
        assertThat(TrainingRun.remembered()).isLessThanOrEqualTo(before);
        assertThat(run.stats(5, 0)).isEqualTo(RewardStats.NONE);
    }
}
