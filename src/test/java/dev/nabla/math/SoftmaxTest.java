package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SoftmaxTest {
    private static final double ULP = Math.ulp(1.0);

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

    @Test
    void aPlainExponentialIsInfiniteFrom709AndNothingFrom745OnWhileSharesStay() {
        Softmax high = new Softmax(Vector.of(709.7, 709.8), 1);
        assertThat(high.plain().get(0)).isFinite();
        assertThat(high.plain().get(1)).isInfinite();
        assertThat(new Softmax(Vector.of(-745, -746), 1).plain().stream().map(Math::signum))
                .containsExactly(1.0, 0.0);
        assertThat(high.p()).isEqualTo(new Softmax(Vector.of(709.7 - 709.8, 0), 1).p());
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

    private static void close(double actual, double wide) {
        if (Double.isInfinite(wide)) {
            assertThat(actual).isEqualTo(wide);
        } else {
            assertThat(actual).isCloseTo(wide, within(16 * ULP * Math.max(Math.abs(wide), 1e-3)));
        }
    }
}
