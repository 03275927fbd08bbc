package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewardRunTest {
    private static final RewardRecipe STANDARD = RewardRecipe.standard();
    private static final Weights BASE = TrainingRun.standard().snapshot(1000).weights();

    @Property(tries = 20)
    void anyStepInAnyOrderIsThatOfAStraightRun(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 12) Integer> steps,
            @ForAll RewardRule wish,
            @ForAll @IntRange(min = 0, max = 2) int tenths,
            @ForAll long seed) {
        RewardRecipe recipe = STANDARD.withWish(wish)
                .withBeta(tenths / 10.0)
                .withGroup(4)
                .withOf(12)
                .withSeed(seed);
        List<RewardState> straight = new ArrayList<>();
        RewardTrainer trainer = new RewardTrainer(recipe, BASE, RewardState.first(BASE));
        straight.add(trainer.place());
        while (trainer.step() < recipe.of()) {
            trainer.advance();
            straight.add(trainer.place());
        }
        RewardRun run = new RewardRun(recipe);
        for (int step : steps) {
            assertThat(run.state(step)).isEqualTo(straight.get(step));
            RewardState reached = run.approach(recipe.of() - step, 1).orElseThrow();
            assertThat(reached).isEqualTo(straight.get(reached.step()));
        }
    }

    /** The gradient of a step, from the names' probabilities and the slopes of each alone. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 2})
    void aStepMakesNamesLikelierByTheirAdvantage(double beta) {
        RewardRecipe recipe = STANDARD.withWish(RewardRule.LONG).withBeta(beta).withSeed(7);
        RewardState from = new RewardRun(recipe).state(5);
        RewardState to = new RewardRun(recipe).state(6);
        int first = (1 << 20) + 5 * recipe.group();
        List<NameSampler.GeneratedName> names = new NameSampler(
                        recipe.corpus(), from.weights(), Recipe.Ablation.NONE, 1, 7, 0, "")
                .names(first, first + recipe.group());
        double[] marks = new double[recipe.group()];
        double reward = 0;
        for (int i = 0; i < marks.length; i++) {
            NameSampler.GeneratedName name = names.get(i);
            ForwardTrace before = trace(BASE, name);
            double ratio = Math.log(name.p()) + before.loss() * before.places();
            marks[i] = name.text().length() / 8.0 - beta * ratio;
            reward += name.text().length() / 8.0 / marks.length;
        }
        double mean = 0;
        for (double mark : marks) {
            mean += mark / marks.length;
        }
        double square = 0;
        for (double mark : marks) {
            square += (mark - mean) * (mark - mean) / marks.length;
        }
        double[] slopes = new double[recipe.shape().parameters()];
        for (int i = 0; i < marks.length; i++) {
            ForwardTrace trace = trace(from.weights(), names.get(i));
            double weight = (marks[i] - mean) / Math.sqrt(square) / marks.length * trace.places();
            Weights own = trace.slopes();
            for (int j = 0; j < slopes.length; j++) {
                slopes[j] += weight * own.get(j);
            }
        }
        assertThat(to.groups().get(5).reward()).isCloseTo(reward, within(1e-12));
        for (int j = 0; j < slopes.length; j++) {
            double old = from.mean().get(j);
            assertThat(to.mean().get(j)).isCloseTo(0.85 * old + 0.15 * slopes[j], within(1e-9));
            double step = to.weights().get(j) - from.weights().get(j);
            assertThat(step * to.mean().get(j)).isLessThanOrEqualTo(0);
        }
    }

    private static ForwardTrace trace(Weights weights, NameSampler.GeneratedName name) {
        return new ForwardTrace(weights, Recipe.Ablation.NONE, STANDARD.corpus().tokens(name.text()));
    }

    @Test
    void advantagesHaveMeanZeroAndSpreadOne() {
        assertThat(RewardGroup.advantages(Vector.of(1, 0, 0, 1)).toArray()).containsExactly(1, -1, -1, 1);
        assertThat(RewardGroup.advantages(Vector.of(4, 4, 4, 8)).toArray())
                .containsExactly(
                        new double[] {-1 / Math.sqrt(3), -1 / Math.sqrt(3), -1 / Math.sqrt(3), Math.sqrt(3)},
                        within(1e-15));
        assertThat(RewardGroup.advantages(Vector.of(0.1, 0.1, 0.1)).toArray()).containsOnly(0);
    }

    @Test
    void aGroupWithoutDifferencesTeachesNothing() {
        RewardState after = new RewardRun(
                        STANDARD.withWish(RewardRule.PALINDROME).withGroup(2).withOf(1))
                .state(1);
        assertThat(after.groups().get(0).reward()).isZero();
        assertThat(after.updates()).isZero();
        assertThat(after.weights()).isEqualTo(BASE);
    }

    @Test
    void aModelHasNotMovedFromItself() {
        ForwardBackward one = new ForwardBackward(BASE.shape(), BASE.values(), Recipe.Ablation.NONE);
        ForwardBackward other = new ForwardBackward(BASE.shape(), BASE.values(), Recipe.Ablation.NONE);
        int[] name = STANDARD.corpus().tokens("amelia");
        assertThat(Drift.of(one, other, name).ofName()).isZero();
        assertThat(Drift.of(one, other, name).expected()).isCloseTo(0, within(1e-14));
    }

    /** Both means estimate the same divergence. */
    @Test
    void theExpectedDriftIsTheMeanDriftOfSampledNames() {
        Weights moved = new RewardRun(STANDARD).state(20).weights();
        ForwardBackward now = new ForwardBackward(BASE.shape(), moved.values(), Recipe.Ablation.NONE);
        ForwardBackward before = new ForwardBackward(BASE.shape(), BASE.values(), Recipe.Ablation.NONE);
        double ofNames = 0;
        double expected = 0;
        int count = 4000;
        for (NameSampler.GeneratedName name :
                new NameSampler(STANDARD.corpus(), moved, Recipe.Ablation.NONE, 1, 3, 0, "").names(0, count)) {
            Drift drift = Drift.of(now, before, STANDARD.corpus().tokens(name.text()));
            assertThat(drift.expected()).isGreaterThanOrEqualTo(0);
            ofNames += drift.ofName() / count;
            expected += drift.expected() / count;
        }
        assertThat(expected).isBetween(0.3, 3.0).isCloseTo(ofNames, within(0.1));
    }

    @Test
    void theFirstModelIsTrainedInPiecesToo() {
        RewardRun run = new RewardRun(
                new RewardRecipe(Recipe.standard().withSeed(31).withOf(300), 300, RewardRule.LONG, 0, 4, 0.003, 8, 1));
        assertThat(run.approach(8, TrainingRun.PIECE)).isEmpty();
        assertThat(run.stats(8, TrainingRun.PIECE)).isEqualTo(RewardStats.NONE);
        Optional<RewardState> reached = Optional.empty();
        int calls = 0;
        while (reached.isEmpty() || reached.get().step() < 8) {
            reached = run.approach(8, TrainingRun.PIECE);
            calls++;
        }
        assertThat(calls).isBetween(5, 40);
        assertThat(run.state(8)).isEqualTo(reached.get());
    }

    @Test
    void aMeasureInPiecesIsThatOfOneCall() {
        RewardRun run = new RewardRun(STANDARD.withOf(3).withSeed(12));
        RewardStats stats = RewardStats.NONE;
        int calls = 0;
        while (!run.isDone(stats, 3)) {
            stats = run.stats(3, TrainingRun.PIECE);
            calls++;
        }
        assertThat(calls).isGreaterThan(10);
        assertThat(new RewardRun(STANDARD.withOf(3).withSeed(12)).stats(3)).isEqualTo(stats);
        Weights weights = run.state(3).weights();
        assertThat(stats.heldOut())
                .isEqualTo(HeldOutLoss.of(
                        weights, Recipe.Ablation.NONE, STANDARD.base().split().heldOut()));
    }

    @Test
    void aRateThatIsTooLargeEndsInNumbersThatAreNotFinite() {
        RewardState lost = new RewardRun(STANDARD.withEta(1e300).withGroup(4).withOf(6)).state(6);
        assertThat(lost.step()).isEqualTo(6);
        assertThat(lost.isFinite()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 16, 0.003, 200, beta",
        "NaN, 16, 0.003, 200, beta",
        "0.1, 1, 0.003, 200, group",
        "0.1, 65, 0.003, 200, group",
        "0.1, 16, 0, 200, eta",
        "0.1, 16, Infinity, 200, eta",
        "0.1, 16, 0.003, 0, of",
        "0.1, 16, 0.003, 1001, of",
    })
    void whatIsOutOfRangeIsRefused(double beta, int group, double eta, int of, String input) {
        assertThatThrownBy(() -> new RewardRecipe(Recipe.standard(), 1000, RewardRule.LONG, beta, group, eta, of, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(input);
    }

    @Test
    void aStepBeyondTheEndIsRefused() {
        assertThatThrownBy(() -> new RewardRun(STANDARD).state(201))
                .isInstanceOf(BadInput.class)
                .hasMessage("steps 201: type a whole number from 0 to 200");
    }
}
