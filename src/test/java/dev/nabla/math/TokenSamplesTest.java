package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSamplesTest {
    private static final Vector P = new Softmax(Vector.of(2.1, 0.5, -1, -0.5), 1).p();

    /** The JDK's SplittableRandom is the same generator by other hands. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1234567, Long.MAX_VALUE, Long.MIN_VALUE})
    void uniformNumbersAreThoseOfTheJdksSplitMix(long seed) {
        SplittableRandom jdk = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            assertThat(Noise.uniform(seed, i)).isEqualTo((jdk.nextLong() >>> 11) * 0x1p-53);
        }
    }

    /** The list for seed 1234567 on rosettacode.org, "Pseudo-random numbers/Splitmix64". */
    @Test
    void uniformNumbersAreThoseOfThePublishedList() {
        long[] published = {6457827717110365317L, 3203168211198807973L, Long.parseUnsignedLong("9817491932198370423")};
        for (int i = 0; i < published.length; i++) {
            assertThat(Noise.uniform(1234567, i)).isEqualTo((published[i] >>> 11) * 0x1p-53);
        }
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        int n = 20_000;
        double[] x = IntStream.range(0, n).mapToDouble(i -> Noise.normal(7, i)).toArray();
        double mean = Arrays.stream(x).sum() / n;
        double variance = Arrays.stream(x).map(v -> v * v).sum() / n;
        assertThat(mean).isCloseTo(0, within(4 / Math.sqrt(n)));
        assertThat(variance).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
        assertThat(x).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void countsSumToTheDrawsAndFollowTheShares() {
        int[] counts = new TokenSamples(P, 10_000, 1).counts();
        assertThat(Arrays.stream(counts).sum()).isEqualTo(10_000);
        for (int j = 0; j < counts.length; j++) {
            double spread = Math.sqrt(P.get(j) * (1 - P.get(j)) / 10_000);
            assertThat(counts[j] / 10_000.0).isCloseTo(P.get(j), within(4 * spread));
        }
    }

    @Test
    void moreDrawsOnlyAddToFewer() {
        int[] fewer = new TokenSamples(P, 100, 5).counts();
        int[] more = new TokenSamples(P, 101, 5).counts();
        more[new TokenSamples(P, 101, 5).token(100)]--;
        assertThat(more).isEqualTo(fewer);
    }

    @Test
    void equalSeedsGiveEqualDrawsAndOthersDoNot() {
        assertThat(new TokenSamples(P, 500, 3).counts()).isEqualTo(new TokenSamples(P, 500, 3).counts());
        assertThat(new TokenSamples(P, 500, 3).counts()).isNotEqualTo(new TokenSamples(P, 500, 4).counts());
    }

    @Test
    void aTokenWithoutAShareIsNeverDrawn() {
        assertThat(new TokenSamples(Vector.of(0, 1, 0), 2000, 9).counts()).containsExactly(0, 2000, 0);
        assertThat(new TokenSamples(Vector.of(0, 0.5, 0, 0.5, 0), 2000, 9).counts())
                .satisfies(
                        counts -> assertThat(counts[0] + counts[2] + counts[4]).isZero());
    }

    @Test
    void roundingInTheSharesNeverRunsPastTheLastToken() {
        assertThat(new TokenSamples(Vector.of(1e-9, 1e-9), 1000, 2).counts()).containsExactly(0, 1000);
    }
}
