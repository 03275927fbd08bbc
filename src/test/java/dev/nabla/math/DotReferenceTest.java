package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dot product beside decimals of 120 digits (dot.py). */
class DotReferenceTest {
    static Stream<String[]> rows() {
        return Reference.rows("dot.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyResultIsWithinAFewUlpsOfWiderArithmetic(
            String a, String b, String dot, String normA, String normB, String cosine, String angle, String shadow) {
        Dot ours = new Dot(Reference.vector(a), Reference.vector(b));
        assertThat(ours.value()).isEqualTo(Reference.number(dot));
        close(ours.a().norm(), normA);
        close(ours.b().norm(), normB);
        close(ours.cosine().getAsDouble(), cosine);
        // An angle of radians near 0 carries the rounding of unit vectors, 1e-16; in degrees 1e-14.
        assertThat(ours.angleDegrees().getAsDouble()).isCloseTo(Reference.number(angle), within(3e-14));
        close(ours.projection().getAsDouble(), shadow);
    }

    private static void close(double ours, String wide) {
        double expected = Reference.number(wide);
        assertThat(ours).isCloseTo(expected, within(4 * Math.ulp(expected)));
    }
}
