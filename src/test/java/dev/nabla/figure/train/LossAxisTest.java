package dev.nabla.figure.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The axis of FIG.16 for the losses of a run. */
class LossAxisTest {
    @ParameterizedTest
    @CsvSource({
        "3.35, 2.4, 2.2, 3.4",
        "3.45, 2.4, 2.2, 3.5",
        "3.51, 2.4, 2.2, 10",
        "10.1, 2.4, 2.2, 100",
        "7815, 3.3, 2.2, 10000",
        "3.3, 2.15, 2.0, 3.4",
        "3.3, 1.6, 1.5, 3.4",
        "4.8, 0.77, 0.5, 10",
        "4.8, 0.1, 0.0, 10"
    })
    void itFollowsUpAndDown(double most, double least, double low, double high) {
        LossAxis axis = LossAxis.of(new double[] {3.3, most, least, Double.NaN, Double.POSITIVE_INFINITY});
        assertThat(axis.low()).isEqualTo(low);
        assertThat(axis.high()).isCloseTo(high, within(1e-9));
        assertThat(axis.opens()).isEqualTo(most > 3.5);
        assertThat(axis.at(low)).isZero();
        assertThat(axis.at(high)).isCloseTo(1, within(1e-12));
    }

    /** Between two powers of ten the height grows by the same amount, below 3.5 nats by the same per nat. */
    @Test
    void itIsLinearBelowAndInPowersOfTenAbove() {
        LossAxis axis = LossAxis.of(new double[] {7815, 3.3});
        assertThat(axis.at(3) - axis.at(2.5)).isCloseTo(axis.at(3.5) - axis.at(3), within(1e-12));
        assertThat(axis.at(100) - axis.at(10)).isCloseTo(axis.at(10_000) - axis.at(1000), within(1e-12));
        assertThat(axis.at(Math.nextUp(3.5))).isCloseTo(axis.at(3.5), within(1e-12));
        assertThat(axis.ticks()).containsSubsequence(10_000.0, 1000.0, 100.0, 10.0, 2.5);
    }

    @Test
    void itWritesFewNumbersHoweverHighALossIs() {
        assertThat(LossAxis.of(new double[] {1e300}).ticks()).hasSizeLessThan(10);
    }
}
