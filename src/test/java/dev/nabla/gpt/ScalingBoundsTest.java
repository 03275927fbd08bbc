package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Draws;
import dev.nabla.Slow;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What section 20 says of laws, for three seeds. */
@Slow
@Order(1) // what it trains hardly another class asks for
@ExtendWith(Draws.class)
class ScalingBoundsTest {
    private static double came(int nEmbd, double eta, long seed) {
        return ScalingGrid.run(nEmbd, 16_000, eta, seed).loss();
    }

    private static double forecast(int nEmbd, long seed) {
        return new ScalingGrid(seed).law().loss(ScalingGrid.shape(nEmbd).parameters(), 16_000);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.nabla.gpt.BoundsTrials#seeds")
    void modelsOfTwoAndThreeTimesTheSizeArePredicted(long seed) {
        for (int nEmbd : List.of(24, 32)) {
            assertThat(forecast(nEmbd, seed)).isCloseTo(came(nEmbd, ScalingGrid.ETA, seed), within(0.03));
        }
    }

    /** The exponents are loose; the forecasts of three seeds are close to each other. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.nabla.gpt.BoundsTrials#seeds")
    void theForecastsOfTwoSeedsAreCloserThanTheirExponents(long seed) {
        long other = seed % 3 + 1;
        double alpha = new ScalingGrid(seed).law().alpha();
        assertThat(Math.abs(alpha - new ScalingGrid(other).law().alpha())).isGreaterThan(0.1);
        assertThat(forecast(32, seed)).isCloseTo(forecast(32, other), within(0.03));
    }

    /** With the learning rate of the small runs 31,008 weights come out above the law, with a smaller one below it. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.nabla.gpt.BoundsTrials#seeds")
    void aRateThatIsTooLargeForTheWidthMissesTheLaw(long seed) {
        assertThat(came(48, ScalingGrid.ETA, seed)).isGreaterThan(forecast(48, seed) + 0.015);
        assertThat(came(48, 0.003, seed)).isLessThan(forecast(48, seed) - 0.015);
    }

    /** For a width of 16 a rate of 0.01 is better than half of it, for a width of 32 it is worse. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.nabla.gpt.BoundsTrials#seeds")
    void theBestRateFallsWithTheWidth(long seed) {
        assertThat(ScalingGrid.run(16, 8000, 0.005, seed).loss())
                .isGreaterThan(ScalingGrid.run(16, 8000, ScalingGrid.ETA, seed).loss() + 0.01);
        assertThat(came(32, 0.005, seed)).isLessThan(came(32, ScalingGrid.ETA, seed) - 0.01);
    }

    /** At equal work neither the smallest nor the largest model is best, and the best one grows with the work. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.nabla.gpt.BoundsTrials#seeds")
    void moreWorkWantsALargerModel(long seed) {
        assertThat(best(2e8, seed)).isEqualTo(8);
        assertThat(best(1e9, seed)).isEqualTo(12);
    }

    private static int best(double work, long seed) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int nEmbd : List.of(4, 8, 12, 16, 24)) {
            double loss = ScalingGrid.run(nEmbd, ScalingGrid.names(nEmbd, work), ScalingGrid.ETA, seed)
                    .loss();
            best = loss < least ? nEmbd : best;
            least = Math.min(least, loss);
        }
        return best;
    }
}
