package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.ScalingLaw.Measured;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingLawTest {
    private static final double[] SIZES = {472, 1328, 2568, 4192};
    private static final double[] READ = {500, 1000, 2000, 4000, 8000};

    private static List<Measured> runs(ScalingLaw law) {
        List<Measured> runs = new ArrayList<>();
        for (double d : READ) {
            for (double n : SIZES) {
                runs.add(new Measured(n, d, law.loss(n, d)));
            }
        }
        return runs;
    }

    private static List<Measured> each(List<Measured> runs, UnaryOperator<Measured> change) {
        return runs.stream().map(change).toList();
    }

    private static ScalingLaw fit(List<Measured> runs) {
        return ScalingLaw.fit(runs).orElseThrow();
    }

    /** Losses of a law, each off by at most 0.01. */
    private static List<Measured> noisy(long seed) {
        Random random = new Random(seed);
        return each(
                runs(new ScalingLaw(1.9, 4, 0.45, 3, 0.35)),
                run -> new Measured(run.n(), run.d(), run.loss() + 0.02 * (random.nextDouble() - 0.5)));
    }

    @Test
    void aLawIsAFloorAndTwoPowers() {
        ScalingLaw law = new ScalingLaw(2, 4, 0.5, 3, 0.5);
        assertThat(law.loss(400, 900)).isCloseTo(2.3, within(1e-15));
        assertThat(law.rms(List.of(new Measured(400, 900, 2.2), new Measured(400, 900, 2.4))))
                .isCloseTo(0.1, within(1e-14));
    }

    @Property(tries = 30)
    void aLawIsFoundInItsLosses(
            @ForAll @DoubleRange(min = 0.5, max = 3) double c,
            @ForAll @DoubleRange(min = 1, max = 20) double a,
            @ForAll @IntRange(min = 1, max = 20) int alpha,
            @ForAll @DoubleRange(min = 1, max = 20) double b,
            @ForAll @IntRange(min = 1, max = 20) int beta) {
        ScalingLaw law = new ScalingLaw(c, a, alpha / 20.0, b, beta / 20.0);
        ScalingLaw found = fit(runs(law));
        assertThat(found.alpha()).isEqualTo(law.alpha());
        assertThat(found.beta()).isEqualTo(law.beta());
        assertThat(found.c()).isCloseTo(c, within(1e-6));
        assertThat(found.a()).isCloseTo(a, within(1e-4));
        assertThat(found.b()).isCloseTo(b, within(1e-4));
    }

    @Property(tries = 30)
    void aForecastIsCloseWhateverTheExponents(
            @ForAll @DoubleRange(min = 0.2, max = 0.9) double alpha,
            @ForAll @DoubleRange(min = 0.2, max = 0.9) double beta) {
        ScalingLaw law = new ScalingLaw(2, Math.pow(500, alpha), alpha, Math.pow(500, beta), beta);
        assertThat(fit(runs(law)).loss(14_528, 16_000)).isCloseTo(law.loss(14_528, 16_000), within(0.005));
    }

    @Property(tries = 30)
    void theUnitsOfSizesDoNotMatter(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double weights,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double names) {
        List<Measured> runs = noisy(seed);
        ScalingLaw law = fit(runs);
        ScalingLaw other = fit(each(runs, run -> new Measured(weights * run.n(), names * run.d(), run.loss())));
        assertThat(other.alpha()).isEqualTo(law.alpha());
        assertThat(other.beta()).isEqualTo(law.beta());
        assertThat(other.loss(weights * 14_528, names * 16_000)).isCloseTo(law.loss(14_528, 16_000), within(1e-8));
    }

    @Property(tries = 30)
    void aShiftOfAllLossesShiftsTheFloor(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 5) double by) {
        List<Measured> runs = noisy(seed);
        ScalingLaw law = fit(runs);
        ScalingLaw other = fit(each(runs, run -> new Measured(run.n(), run.d(), run.loss() + by)));
        assertThat(other.c()).isCloseTo(law.c() + by, within(1e-8));
        assertThat(other.loss(14_528, 16_000)).isCloseTo(law.loss(14_528, 16_000) + by, within(1e-8));
    }

    @Property(tries = 30)
    void theOrderOfTheRunsDoesNotMatter(@ForAll long seed) {
        List<Measured> runs = new ArrayList<>(noisy(seed));
        ScalingLaw law = fit(runs);
        Collections.shuffle(runs, new Random(seed));
        ScalingLaw other = fit(runs);
        assertThat(other.loss(14_528, 16_000)).isCloseTo(law.loss(14_528, 16_000), within(1e-8));
    }

    /** No law of the grid of exponents that was searched fits better. */
    @Property(tries = 10)
    void noOtherLawFitsBetter(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int alpha,
            @ForAll @IntRange(min = 1, max = 30) int beta,
            @ForAll @DoubleRange(min = 1, max = 3) double c,
            @ForAll @DoubleRange(min = 0, max = 10) double a,
            @ForAll @DoubleRange(min = 0, max = 10) double b) {
        List<Measured> runs = noisy(seed);
        ScalingLaw law = fit(runs);
        assertThat(new ScalingLaw(c, a, alpha / 20.0, b, beta / 20.0).rms(runs)).isGreaterThanOrEqualTo(law.rms(runs));
        assertThat(law.rms(runs)).isLessThan(0.01);
        assertThat(List.of(law.c(), law.a(), law.b())).allMatch(x -> x >= 0);
    }

    @Test
    void lossesThatRiseHaveNoLaw() {
        List<Measured> runs = runs(new ScalingLaw(2, 4, 0.5, 3, 0.5));
        assertThat(ScalingLaw.fit(each(runs, run -> new Measured(run.n(), run.d(), 5 - run.loss()))))
                .isEmpty();
    }

    @Test
    void runsOfOneSizeHaveNoLaw() {
        List<Measured> runs = runs(new ScalingLaw(2, 4, 0.5, 3, 0.5));
        assertThat(ScalingLaw.fit(each(runs, run -> new Measured(472, run.d(), run.loss()))))
                .isEmpty();
        assertThat(ScalingLaw.fit(each(runs, run -> new Measured(run.n(), 500, run.loss()))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 500, 2, n", "472, -1, 2, d", "Infinity, 1, 2, n", "472, 500, NaN, loss"})
    void whatCannotBeMeasuredIsRefused(double n, double d, double loss, String input) {
        assertThatThrownBy(() -> new Measured(n, d, loss))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(input);
    }
}
