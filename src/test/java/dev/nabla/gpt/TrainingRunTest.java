package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Draws;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Draws.class)
class TrainingRunTest {
    private static final Recipe STANDARD = Recipe.standard();

    @Property(tries = 15)
    void anyStepInAnyOrderIsThatOfAStraightRun(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 90) Integer> steps,
            @ForAll @IntRange(min = 1, max = 3) int batch,
            @ForAll long seed) {
        Recipe recipe = STANDARD.withOf(90).withBatch(batch).withSeed(seed);
        List<Snapshot> straight = new ArrayList<>();
        Trainer trainer = new Trainer(recipe, Snapshot.first(recipe));
        for (int step = 0; step < 90; step++) {
            straight.add(trainer.snapshot());
            trainer.next();
        }
        straight.add(trainer.snapshot());
        TrainingRun film = new TrainingRun(recipe);
        try (EmptyCache empty = new EmptyCache(TrainingRun.USUAL_BYTES)) {
            for (int step : steps) {
                assertThat(film.snapshot(step)).isEqualTo(straight.get(step));
                int reached = film.approach(90 - step, 1);
                assertThat(reached).isBetween(0, 90 - step);
                assertThat(film.snapshot(reached)).isEqualTo(straight.get(reached));
                assertThat(TrainingRun.remembered()).isLessThanOrEqualTo(empty.limit());
            }
        }
    }

    @Test
    void theSlopesOfTheLastStepAreKeptWithIt() {
        TrainingRun film = new TrainingRun(STANDARD.withSeed(5));
        for (int step : new int[] {40, 39, 41}) {
            int[] name = film.learnt(step).get(0);
            Weights before = film.snapshot(step - 1).weights();
            assertThat(film.slopes(step)).isEqualTo(new ForwardTrace(before, STANDARD.cut(), name).slopes());
        }
        assertThat(film.learnt(0)).isEmpty();
        assertThat(film.slopes(0).norm()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Recipe.UpdateRule.class)
    void aStepIsWhatTheWeightsHaveLost(Recipe.UpdateRule rule) {
        TrainingRun film = new TrainingRun(STANDARD.withRule(rule));
        for (int step : new int[] {1, 2, 40}) {
            Snapshot now = film.snapshot(step);
            double[] taken = now.lastStep(film.recipe(), film.slopes(step)).toArray();
            double[] before = film.snapshot(step - 1).weights().toArray();
            double[] lost = Vector.of(
                            before.length, i -> before[i] - now.weights().get(i))
                    .toArray();
            assertThat(lost).containsExactly(taken, within(1e-16));
        }
    }

    /** A step of 32 names takes many pieces; each gets further, and nobody is needed but who looks. */
    @Test
    void piecesSmallerThanAStepArriveToo() {
        Recipe large = STANDARD.withShape(STANDARD.shape().withEmbd(32).withLayers(2))
                .withBatch(32)
                .withSeed(77);
        TrainingRun film = new TrainingRun(large);
        int calls = 0;
        while (film.approach(2, TrainingRun.PIECE) < 2) {
            calls++;
        }
        assertThat(calls).isBetween(2 * 32 * 1_000_000 / (int) TrainingRun.PIECE / 2, 2 * 32);
        Trainer straight = new Trainer(large, Snapshot.first(large));
        straight.next();
        straight.next();
        assertThat(film.snapshot(2)).isEqualTo(straight.snapshot());
    }

    @Test
    void threadsThatLookAtOneFilmSeeTheSame() throws Exception {
        Recipe recipe = STANDARD.withSeed(4242).withOf(120);
        Trainer straight = new Trainer(recipe, Snapshot.first(recipe));
        List<Snapshot> expected = new ArrayList<>();
        for (int step = 0; step <= 120; step++) {
            expected.add(straight.snapshot());
            if (step < 120) {
                straight.next();
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> looks = new ArrayList<>();
        for (int who = 0; who < 4; who++) {
            int first = who;
            looks.add(pool.submit(() -> {
                boolean same = true;
                for (int i = 0; i < 100; i++) {
                    int step = (first * 31 + i * 17) % 121;
                    same &= new TrainingRun(recipe).snapshot(step).equals(expected.get(step));
                    int reached = new TrainingRun(recipe).approach((step + 20) % 121, 500_000);
                    same &= new TrainingRun(recipe).snapshot(reached).equals(expected.get(reached));
                }
                return same;
            }));
        }
        for (Future<Boolean> look : looks) {
            assertThat(look.get()).isTrue();
        }
        pool.shutdown();
    }

    @Test
    void aStepBeyondTheScheduleIsRefused() {
        assertThatThrownBy(() -> TrainingRun.standard().snapshot(1001))
                .isInstanceOf(BadInput.class)
                .hasMessage("steps 1001: type a whole number from 0 to 1000");
        assertThatThrownBy(() -> TrainingRun.standard().snapshot(-1)).isInstanceOf(BadInput.class);
    }

    @Test
    void heldOutNamesAreReadInPieces() {
        TrainingRun film = new TrainingRun(STANDARD.withOf(50).withSeed(9));
        HeldOutLoss exam = film.exam(50, TrainingRun.PIECE);
        int calls = 1;
        while (!film.examine(50, 0)) {
            HeldOutLoss next = film.exam(50, TrainingRun.PIECE);
            assertThat(next.names() > exam.names() || exam.names() == 0).isTrue(); // first it trains
            exam = next;
            calls++;
        }
        assertThat(calls).isBetween(5, 30);
        Weights weights = film.snapshot(50).weights();
        List<int[]> heldOut = STANDARD.corpus().split(9).heldOut();
        assertThat(film.heldOut(50))
                .isEqualTo(exam.loss())
                .isEqualTo(
                        HeldOutLoss.of(weights, Recipe.Ablation.NONE, heldOut).loss());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aThousandStepsBeatCountingWhateverTheSeed(long seed) {
        TrainingRun film = new TrainingRun(STANDARD.withSeed(seed));
        assertThat(film.heldOut(0)).isBetween(3.25, 3.45);
        assertThat(film.heldOut(1000)).isLessThan(2.36);
    }

    /** Rounding alone moves these by 0.006 either way, and seed 4 comes to 2.20. */
    @ParameterizedTest
    @MethodSource("seeds")
    void twentyThousandStepsFindMore(long seed) {
        assertThat(new TrainingRun(STANDARD.withSeed(seed).withOf(20_000)).heldOut(20_000))
                .isLessThan(seed == 4 ? 2.21 : 2.2);
    }

    static List<Long> seeds() {
        return Draws.some(1, List.of(1L, 2L, 3L, 4L), "twenty thousand steps");
    }

    /** What the page says of the standard training, to three places. */
    @Test
    void theStandardTrainingIsWhatTheCourseSays() {
        assertThat(TrainingRun.standard().heldOut(1000)).isCloseTo(2.3226, within(5e-4));
        assertThat(heldOut(STANDARD.withBatch(4))).isCloseTo(2.230, within(1e-3));
        assertThat(heldOut(STANDARD.withBatch(4).withOf(2000))).isCloseTo(2.180, within(1e-3));
        double[] cuts = {2.323, 2.335, 2.317, 2.430, 2.373, 2.332, 0.045, 2.484};
        for (Recipe.Ablation cut : Recipe.Ablation.values()) {
            assertThat(heldOut(STANDARD.withCut(cut))).as("%s", cut).isCloseTo(cuts[cut.ordinal()], within(1e-3));
        }
    }

    private static double heldOut(Recipe recipe) {
        return new TrainingRun(recipe).heldOut(recipe.of());
    }

    /** Heads are counted from 1 in words: the third reads the letter before, the fourth rests on the beginning. */
    @Test
    void headsFindAPurpose() {
        Weights weights =
                new TrainingRun(STANDARD.withOf(20_000)).snapshot(20_000).weights();
        ForwardTrace parts = new ForwardTrace(
                weights, Recipe.Ablation.NONE, STANDARD.corpus().tokens("amelia"));
        assertThat(parts.layer(0).shares().get(2).get(2, 1)).isGreaterThan(0.9);
        Vector begin = parts.layer(0).shares().get(3).column(0);
        assertThat(begin.sum() - begin.get(0) - begin.get(1)).isGreaterThan(0.95 * (begin.size() - 2));
    }

    @Test
    void theSecondViewerOfATrainingComputesNothing() {
        TrainingRun run = new TrainingRun(Recipe.standard().withSeed(7704));
        assertThat(run.scene(30, 4, "", TrainingRun.PIECE)).isEmpty();
        TrainingScene first = run.scene(30, 4, "", Long.MAX_VALUE).orElseThrow();
        assertThat(first.names()).hasSize(4);
        assertThat(new TrainingRun(Recipe.standard().withSeed(7704)).scene(30, 4, "", 0))
                .contains(first);
    }

    @Test
    void aSceneShowsTheNamesAndTheSmoothedLossOfItsStep() {
        TrainingRun run = TrainingRun.standard();
        TrainingScene end = run.scene(1000, 3, "", Long.MAX_VALUE).orElseThrow();
        assertThat(end.names()).containsExactly("marty", "lia", "ronia");
        double[] smoothed = Snapshot.Losses.smoothed(run.snapshot(1000).losses().toArray());
        assertThat(end.loss()).isEqualTo(smoothed[999]);
        assertThat(run.scene(0, 3, "", Long.MAX_VALUE).orElseThrow().loss()).isNaN();
    }
}
