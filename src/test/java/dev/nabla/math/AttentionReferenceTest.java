package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attention beside numpy's 80-bit one (attention.py). */
class AttentionReferenceTest {
    private static final double ULP = 0x1p-52;

    static Stream<String[]> rows() {
        return Reference.rows("attention.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyResultIsWithinAFewUlpsOfWiderArithmetic(
            String q, String k, String v, String causal, String scale, String scores, String weights, String out) {
        Attention attention = new Attention(
                Reference.matrix(q),
                Reference.matrix(k),
                Reference.matrix(v),
                Boolean.parseBoolean(causal),
                Reference.number(scale));
        Matrix wide = Reference.matrix(scores);
        close(attention.scores(), wide, 2, 0);
        // Rounded scores differ by ulps of themselves, which exp turns into relative errors of that size.
        double spread = 4 * largest(wide);
        close(attention.weights(), Reference.matrix(weights), 32 + spread, 0);
        close(attention.out(), Reference.matrix(out), 0, (32 + spread) * largest(attention.v()));
    }

    private static double largest(Matrix matrix) {
        return matrix.toRows().stream()
                .flatMapToDouble(Vector::stream)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    /** Within so many ulps of each entry, or of 1. */
    private static void close(Matrix ours, Matrix wide, double relative, double absolute) {
        assertThat(ours.shape()).isEqualTo(wide.shape());
        for (int i = 0; i < wide.rows() * wide.columns(); i++) {
            double expected = wide.get(i);
            if (Double.isInfinite(expected)) {
                assertThat(ours.get(i)).isEqualTo(expected);
            } else {
                assertThat(ours.get(i))
                        .isCloseTo(expected, within(ULP * Math.max(absolute, relative * Math.abs(expected))));
            }
        }
    }
}
