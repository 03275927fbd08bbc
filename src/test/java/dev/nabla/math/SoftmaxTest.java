package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course's own example z = (2.1, 0.5, -1, -0.5), and the edges. */
class SoftmaxTest {
    private static final Offset<Double> SIX_PLACES = within(5e-7);
    private static final Vector COURSE = Vector.of(2.1, 0.5, -1, -0.5);
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void theCoursesScoresBecomeTheCoursesShares() {
        Vector p = new Softmax(COURSE, 1).p();
        assertThat(p.get(0)).isCloseTo(0.756877, SIX_PLACES);
        assertThat(p.get(1)).isCloseTo(0.152811, SIX_PLACES);
        assertThat(p.get(2)).isCloseTo(0.034097, SIX_PLACES);
        assertThat(p.get(3)).isCloseTo(0.056216, SIX_PLACES);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.953918, 0.3044", "1, 0.756877, 1.117964", "2, 0.517034, 1.7295"})
    void aLowTemperatureSharpensAndAHighOneFlattens(double tau, double first, double bits) {
        Softmax softmax = new Softmax(COURSE, tau);
        assertThat(softmax.p().get(0)).isCloseTo(first, SIX_PLACES);
        assertThat(softmax.entropyBits()).isCloseTo(bits, within(5e-5));
    }

    @Test
    void entropyInBitsIsEntropyInNatsOverLn2() {
        Softmax softmax = new Softmax(COURSE, 1);
        assertThat(softmax.entropyBits()).isCloseTo(1.117964, SIX_PLACES);
        assertThat(softmax.distribution().entropyNats()).isCloseTo(softmax.entropyBits() * Math.log(2), within(1e-15));
        assertThat(softmax.distribution().perplexity()).isCloseTo(Math.pow(2, 1.117964), within(2e-6));
    }

    @Test
    void argmaxCountsFromOneAndTakesTheFirstOfEquals() {
        assertThat(new Softmax(COURSE, 1).argmax()).isEqualTo(1);
        assertThat(new Softmax(Vector.of(-1, 3, 3), 1).argmax()).isEqualTo(2);
    }

    @Test
    void fourEqualScoresAreTwoBits() {
        Softmax softmax = new Softmax(Vector.filled(4, -7), 0.3);
        assertThat(softmax.p()).isEqualTo(Vector.filled(4, 0.25));
        assertThat(softmax.entropyBits()).isCloseTo(2, within(1e-15));
        assertThat(softmax.distribution().perplexity()).isCloseTo(4, within(1e-14));
    }

    @Test
    void logSumExpKeepsWhatPlainAdditionLoses() {
        assertThat(new Softmax(Vector.of(0, -40), 1).distribution().logSumExp()).isEqualTo(StrictMath.exp(-40));
    }

    @Test
    void logPOfAVanishingShareIsNotMinusInfinity() {
        Softmax softmax = new Softmax(Vector.of(0, -2000), 1);
        assertThat(softmax.p().get(1)).isZero();
        assertThat(softmax.logP().get(1)).isEqualTo(-2000);
    }

    @Test
    void hugeScoresDoNotOverflow() {
        Softmax softmax = new Softmax(Vector.of(1e308, 1e308, -1e308), 1);
        assertThat(softmax.p()).isEqualTo(Vector.of(0.5, 0.5, 0));
        assertThat(softmax.entropyBits()).isCloseTo(1, within(1e-15));
    }

    @Test
    void aMaskedTokenHasNoShareAndTheOthersShareAsWithoutIt() {
        Softmax masked = new Softmax(Vector.of(-INF, 0.5, -1), 1);
        Softmax without = new Softmax(Vector.of(0.5, -1), 1);
        assertThat(masked.p().get(0)).isZero();
        assertThat(masked.logP().get(0)).isEqualTo(-INF);
        assertThat(masked.p().get(1)).isEqualTo(without.p().get(0));
        assertThat(masked.distribution().entropyNats())
                .isEqualTo(without.distribution().entropyNats());
    }

    @Test
    void aSingleTokenIsCertain() {
        Softmax softmax = new Softmax(Vector.of(-123), 4);
        assertThat(softmax.p()).isEqualTo(Vector.of(1));
        assertThat(softmax.distribution().entropyNats()).isZero();
        assertThat(softmax.distribution().perplexity()).isEqualTo(1);
    }

    @Test
    void atTheSmallestTemperatureTheWinnerTakesAll() {
        assertThat(new Softmax(COURSE, Double.MIN_VALUE).p()).isEqualTo(Vector.of(1, 0, 0, 0));
        assertThat(new Softmax(COURSE, Double.MAX_VALUE).p()).isEqualTo(Vector.filled(4, 0.25));
    }

    @ParameterizedTest
    @CsvSource({
        "0, tau 0: the temperature must be above 0 and finite; for the greedy choice look at argmax",
        "-1, tau -1: the temperature must be above 0 and finite; for the greedy choice look at argmax",
        "NaN, tau NaN: the temperature must be above 0 and finite; for the greedy choice look at argmax",
        "Infinity, tau inf: the temperature must be above 0 and finite; for the greedy choice look at argmax"
    })
    void aTemperatureThatIsNotPositiveAndFiniteIsRefused(double tau, String complaint) {
        assertThatThrownBy(() -> new Softmax(COURSE, tau))
                .isInstanceOf(BadInput.class)
                .hasMessage(complaint)
                .extracting("kind", "code")
                .containsExactly(BadInput.Kind.MATHS, "not_positive");
    }

    @Test
    void logitsThatAreNotNumbersAreRefused() {
        assertThatThrownBy(() -> new Softmax(Vector.of(1, Double.NaN), 1))
                .hasMessage("logits 1,NaN: a logit must be a number or -inf (a masked token)");
        assertThatThrownBy(() -> new Softmax(Vector.of(1, INF), 1))
                .hasMessage("logits 1,inf: a logit must be a number or -inf (a masked token)");
        assertThatThrownBy(() -> new Softmax(Vector.of(-INF, -INF), 1))
                .hasMessage("logits -inf,-inf: every token is masked; leave at least one finite logit");
    }
}
