package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The course's own example z = (2.1, 0.5, -1, -0.5), and the edges. */
class SoftmaxTest {
    private static final double ULP = Math.ulp(1.0);
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
        assertThat(softmax.distribution().entropyBits()).isCloseTo(bits, within(5e-5));
    }

    @Test
    void entropyInBitsIsEntropyInNatsOverLn2() {
        Softmax softmax = new Softmax(COURSE, 1);
        assertThat(softmax.distribution().entropyBits()).isCloseTo(1.117964, SIX_PLACES);
        assertThat(softmax.distribution().entropyNats())
                .isCloseTo(softmax.distribution().entropyBits() * Math.log(2), within(1e-15));
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
        assertThat(softmax.distribution().entropyBits()).isCloseTo(2, within(1e-15));
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
        assertThat(softmax.distribution().logP().get(1)).isEqualTo(-2000);
    }

    @Test
    void hugeScoresDoNotOverflow() {
        Softmax softmax = new Softmax(Vector.of(1e308, 1e308, -1e308), 1);
        assertThat(softmax.p()).isEqualTo(Vector.of(0.5, 0.5, 0));
        assertThat(softmax.distribution().entropyBits()).isCloseTo(1, within(1e-15));
    }

    @Test
    void aMaskedTokenHasNoShareAndTheOthersShareAsWithoutIt() {
        Softmax masked = new Softmax(Vector.of(-INF, 0.5, -1), 1);
        Softmax without = new Softmax(Vector.of(0.5, -1), 1);
        assertThat(masked.p().get(0)).isZero();
        assertThat(masked.distribution().logP().get(0)).isEqualTo(-INF);
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
                .extracting("problem.kind", "problem.code")
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

    @Property
    void sharesAreFromZeroToOneAndSumToOne(@ForAll("anyLogits") Vector logits, @ForAll("temperatures") double tau) {
        Softmax softmax = new Softmax(logits, tau);
        assertThat(softmax.p().stream().boxed()).allMatch(p -> p >= 0 && p <= 1);
        assertThat(softmax.distribution().sum()).isCloseTo(1, within(4 * ULP * logits.size()));
    }

    @Property
    void addingOneNumberToAllLogitsChangesNothing(@ForAll("wholeLogits") Vector logits, @ForAll("shifts") int c) {
        // Whole numbers, so that the sums are exact and the shares must be the very same.
        assertThat(new Softmax(logits.map(z -> z + c), 1).p()).isEqualTo(new Softmax(logits, 1).p());
    }

    @Property
    void scalingLogitsAndTemperatureAlikeChangesNothing(@ForAll("wholeLogits") Vector logits) {
        assertThat(new Softmax(logits.map(z -> z * 8), 8).p()).isEqualTo(new Softmax(logits, 1).p());
    }

    @Property
    void sharesFollowTheirLogitsThroughAPermutation(@ForAll("moderateLogits") Vector logits, @ForAll long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, logits.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Vector shuffled = Vector.of(order.stream().mapToDouble(logits::get).toArray());
        Vector p = new Softmax(logits, 1).p();
        Vector q = new Softmax(shuffled, 1).p();
        for (int j = 0; j < order.size(); j++) {
            assertThat(q.get(j)).isCloseTo(p.get(order.get(j)), within(4 * ULP * p.get(order.get(j))));
        }
    }

    @Property
    void aLargerLogitNeverHasASmallerShare(@ForAll("anyLogits") Vector logits, @ForAll("temperatures") double tau) {
        Vector p = new Softmax(logits, tau).p();
        for (int i = 0; i < p.size(); i++) {
            for (int j = 0; j < p.size(); j++) {
                assertThat(logits.get(i) > logits.get(j) && p.get(i) < p.get(j)).isFalse();
            }
        }
    }

    @Property
    void logPIsTheLogarithmOfP(
            @ForAll("moderateLogits") Vector logits, @ForAll @DoubleRange(min = 0.1, max = 10) double tau) {
        Softmax softmax = new Softmax(logits, tau);
        for (int j = 0; j < logits.size(); j++) {
            double logP = softmax.distribution().logP().get(j);
            assertThat(logP).isLessThanOrEqualTo(0);
            assertThat(softmax.p().get(j)).isCloseTo(Math.exp(logP), within(1e-12 * Math.exp(logP)));
        }
    }

    @Property
    void entropyIsBetweenNothingAndThatOfEqualShares(
            @ForAll("anyLogits") Vector logits, @ForAll("temperatures") double tau) {
        Softmax softmax = new Softmax(logits, tau);
        double most = Math.log(logits.size());
        assertThat(softmax.distribution().entropyNats()).isBetween(0.0, most * (1 + 8 * ULP) + ULP);
        assertThat(softmax.distribution().perplexity()).isBetween(1.0, logits.size() * (1 + 1e-14));
    }

    @Provide
    Arbitrary<Vector> anyLogits() {
        return Given.logits(50);
    }

    @Provide
    Arbitrary<Vector> moderateLogits() {
        return Given.vectors(Arbitraries.doubles().between(-20, 20), 20);
    }

    @Provide
    Arbitrary<Vector> wholeLogits() {
        return Given.wholeVectors();
    }

    @Provide
    Arbitrary<Integer> shifts() {
        return Arbitraries.integers().between(-1_000_000, 1_000_000);
    }

    @Provide
    Arbitrary<Double> temperatures() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0.1, 10),
                Arbitraries.of(5e-324, 1e-300, 1e-9, 1e9, 1e300, Double.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/reference/softmax.csv", delimiter = ';')
    void everyResultIsWithinAFewUlpsOfWiderArithmetic(
            String logits, String tau, String p, String logP, String logSumExp, String entropy) {
        Softmax softmax = new Softmax(Reference.vector(logits), Reference.number(tau));
        Vector wideP = Reference.vector(p);
        Vector wideLogP = Reference.vector(logP);
        for (int j = 0; j < wideP.size(); j++) {
            // The exponent (z - m) / tau has its own rounding, which exp turns into a relative error of that size.
            double ulps = 8 + (wideP.get(j) == 0 ? 0 : 2 * Math.abs(wideLogP.get(j)));
            assertThat(softmax.p().get(j)).isCloseTo(wideP.get(j), within(ulps * ULP * wideP.get(j)));
            close(softmax.distribution().logP().get(j), wideLogP.get(j));
        }
        close(softmax.distribution().logSumExp(), Reference.number(logSumExp));
        close(softmax.distribution().entropyNats(), Reference.number(entropy));
    }

    private static void close(double ours, double wide) {
        if (Double.isInfinite(wide)) {
            assertThat(ours).isEqualTo(wide);
        } else {
            assertThat(ours).isCloseTo(wide, within(16 * ULP * Math.max(Math.abs(wide), 1e-3)));
        }
    }
}
