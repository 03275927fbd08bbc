package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filtering beside numpy's and draws beside Python's own SplitMix64 (sample.py). */
class SampleReferenceTest {
    static Stream<String[]> rows() {
        return Reference.rows("sample.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
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
}
