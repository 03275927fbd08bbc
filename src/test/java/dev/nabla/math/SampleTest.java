package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The course's logits 2.1, 0.5, -1, -0.5, whose P is 0.757, 0.153, 0.034, 0.056. */
class SampleTest {
    private static final Vector P = new Softmax(Vector.of(2.1, 0.5, -1, -0.5), 1).p();
    private static final Sample COURSE = new Sample(Vector.of(2.1, 0.5, -1.0, -0.5), 1, 100, 1, 0, 1);
    private static final Sample EVEN = new Sample(Vector.filled(10, 0), 1, 100, 1, 0, 1);

    @Table
    void topPKeepsTheFewestWithItsMassAndAtLeastOne(String logits, double topP, int kept) {
        assertThat((logits.equals("even") ? EVEN : COURSE).withTopP(topP).kept())
                .hasSize(kept);
    }

    @Test
    void equalTokensAreKeptByPosition() {
        assertThat(EVEN.withTopK(3).kept()).isEqualTo(List.of(0, 1, 2));
        Sample zeros = new Sample(Vector.of(-0.0, 0, -1), 1, 1, 1, 1, 1);
        assertThat(zeros.kept()).isEqualTo(List.of(0));
    }

    /** Of the two that top_k keeps the first has 0.832, so top_p = 0.8 needs no second. */
    @Test
    void topPMeasuresWhatTopKHasLeft() {
        assertThat(COURSE.withTopP(0.8).kept()).hasSize(2);
        assertThat(COURSE.withTopK(2).withTopP(0.8).kept()).hasSize(1);
    }

    @Property(tries = 200)
    void theDrawsAreAsManyAsAskedAndOnlyOfWhatIsKept(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -8, max = 8) Double> logits,
            @ForAll @IntRange(max = 2000) int count,
            @ForAll @IntRange(max = 14) int topK,
            @ForAll @DoubleRange(min = 0, max = 1) double topP,
            @ForAll long seed) {
        Sample sample = new Sample(Given.vector(logits), 1, count, seed, topK, topP);
        int[] counts = sample.draws().counts();
        assertThat(Arrays.stream(counts).sum()).isEqualTo(count);
        assertThat(sample.draws().counts()).isEqualTo(counts);
        assertThat(sample.draws().tokens()).hasSize(count);
        assertThat(sample.p().sum()).isCloseTo(1, within(1e-14));
        for (int j = 0; j < counts.length; j++) {
            assertThat(counts[j] == 0 || sample.kept().contains(j)).isTrue();
        }
    }

    @Property(tries = 200)
    void theKeptHaveTheMassAndOneFewerHasNot(@ForAll @DoubleRange(min = 0.01, max = 0.99) double topP) {
        Vector p = COURSE.softmax().p();
        List<Integer> kept = COURSE.withTopP(topP).kept();
        double mass = kept.stream().mapToDouble(p::get).sum();
        double without = mass - p.get(kept.get(kept.size() - 1));
        assertThat(mass).isGreaterThanOrEqualTo(topP - 1e-15);
        assertThat(without).isLessThan(topP + 1e-15);
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/reference/sample.csv", delimiter = ';')
    void probabilitiesAndDrawsAreThoseOfNumpy(
            String logits, double tau, int topK, double topP, long seed, String p, String counts, String first) {
        Sample sample = new Sample(Reference.vector(logits), tau, 1000, seed, topK, topP);
        Vector expected = Reference.vector(p);
        for (int j = 0; j < expected.size(); j++) {
            assertThat(sample.p().get(j)).isCloseTo(expected.get(j), within(1e-15));
        }
        assertThat(numbers(sample.draws().counts())).isEqualTo(Reference.vector(counts));
        int[] tokens =
                Arrays.stream(sample.draws().tokens()).limit(10).map(j -> j + 1).toArray();
        assertThat(numbers(tokens)).isEqualTo(Reference.vector(first));
    }

    private static Vector numbers(int[] whole) {
        return Vector.of(Arrays.stream(whole).asDoubleStream().toArray());
    }

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
        more[new TokenSamples(P, 101, 5).tokens()[100]]--;
        assertThat(more).isEqualTo(fewer);
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
