package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {
    private static final Vector COURSE = Vector.of(2.1, 0.5, -1, -0.5);
    private static final Loss LOSS = new Loss(COURSE, 1, 1);
    private static final Offset<Double> SIX_PLACES = within(5e-7);
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void theLossIsMinusTheLogarithmOfTheTruthsShare() {
        assertThat(LOSS.nats()).isCloseTo(0.278555, SIX_PLACES);
        assertThat(LOSS.bits()).isCloseTo(0.401870, SIX_PLACES);
        assertThat(LOSS.withTruth(3).nats()).isCloseTo(3.378555, SIX_PLACES);
    }

    @Test
    void theGradientIsWhatWasPredictedMinusWhatWasTrue() {
        assertAbout(LOSS.gradient(), -0.243123, 0.152811, 0.034097, 0.056216);
        assertAbout(LOSS.withTruth(2).gradient(), 0.756877, -0.847189, 0.034097, 0.056216);
    }

    @Test
    void theTemperatureDividesTheGradient() {
        Loss warm = LOSS.withTau(2);
        assertThat(warm.gradient().get(0)).isCloseTo(-0.241483, SIX_PLACES);
        assertThat(warm.gradient()).isEqualTo(warm.residual().map(r -> r / 2));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.2030", "2, 0.805"})
    void oneStepOfEtaOneMovesEveryLogitAgainstItsError(int truth, double after) {
        assertThat(LOSS.withTruth(truth).stepped(1).nats()).isCloseTo(after, within(5e-4));
        assertThat(LOSS.stepped(1).logits().get(0)).isCloseTo(2.343123, SIX_PLACES);
    }

    @Test
    void theNumericGradientAgrees() {
        assertAbout(LOSS.numericGradient(), -0.243123, 0.152811, 0.034097, 0.056216);
    }

    @Test
    void minusOneOverPTimesTheTruthsRowOfTheJacobianIsTheGradient() {
        Loss loss = LOSS.withTruth(2);
        List<Vector> jacobian = loss.jacobian();
        assertThat(jacobian.get(0).get(0)).isCloseTo(0.184014, SIX_PLACES);
        assertThat(jacobian.get(0).get(1)).isCloseTo(-0.115659, SIX_PLACES);
        double slope = -1 / loss.p().get(1);
        for (int k = 0; k < 4; k++) {
            assertThat(slope * jacobian.get(1).get(k)).isCloseTo(loss.gradient().get(k), within(1e-15));
        }
    }

    @Test
    void whatIsLeftOfOneKeepsItsDigits() {
        Loss sure = new Loss(Vector.of(0, -40), 1, 1);
        assertThat(sure.nats()).isEqualTo(StrictMath.exp(-40));
        assertThat(sure.residual().get(0)).isEqualTo(-StrictMath.exp(-40));
        assertThat(sure.jacobian().get(0).get(0)).isEqualTo(StrictMath.exp(-40));
    }

    @Test
    void aShareThatRoundsToZeroStillHasAFiniteLoss() {
        Loss loss = new Loss(Vector.of(0, -2000), 2, 1);
        assertThat(loss.p().get(1)).isZero();
        assertThat(loss.nats()).isEqualTo(2000);
        assertThat(loss.gradient()).isEqualTo(Vector.of(1, -1));
    }

    @Test
    void aMaskedTruthIsAnInfiniteSurpriseAndAMaskedOtherNone() {
        assertThat(new Loss(Vector.of(-INF, 1), 1, 1).nats()).isInfinite();
        Loss other = new Loss(Vector.of(-INF, 1, 2), 2, 1);
        assertThat(other.gradient().get(0)).isZero();
        assertThat(other.numericGradient().get(0)).isZero();
        assertThat(other.stepped(1).logits().get(0)).isEqualTo(-INF);
    }

    @Test
    void aSingleTokenTeachesNothing() {
        Loss loss = new Loss(Vector.of(3), 1, 1);
        assertThat(loss.nats()).isEqualTo(0.0);
        assertThat(loss.gradient()).isEqualTo(Vector.of(0.0));
    }

    @Test
    void aHugeStepStaysFinite() {
        Loss loss = LOSS.withTau(5e-324).withTruth(2);
        assertThat(loss.stepped(1e308).logits().isFinite()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "-1"})
    void aTruthThatIsNoPositionIsRefused(int truth) {
        assertThatThrownBy(() -> new Loss(COURSE, truth, 1))
                .hasMessage("truth " + truth + ": type a position from 1 to 4")
                .extracting("code")
                .isEqualTo("out_of_range");
    }

    @Test
    void whatSoftmaxRefusesTheLossRefuses() {
        assertThatThrownBy(() -> new Loss(COURSE, 1, 0)).hasMessageStartingWith("tau 0: ");
        assertThatThrownBy(() -> new Loss(Vector.of(-INF), 1, 1)).hasMessageStartingWith("logits -inf: ");
    }

    private static void assertAbout(Vector v, double... expected) {
        for (int j = 0; j < expected.length; j++) {
            assertThat(v.get(j)).isCloseTo(expected[j], SIX_PLACES);
        }
    }
}
