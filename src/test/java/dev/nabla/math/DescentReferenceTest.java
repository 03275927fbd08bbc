package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.Optimizer.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Descent beside numpy's float64 and float32 arithmetic (descent.py): the very same bits, step for step.
 *
 * <p>Only Adam in float64 may differ in its last bits, by the powers of beta1 and beta2, which C and Java round differently.
 */
class DescentReferenceTest {
    static Stream<String[]> rows() {
        return Reference.rows("descent.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyStepHasTheBitsOfNumpy(
            String optimizer,
            String precision,
            double eta,
            double beta,
            double beta1,
            double beta2,
            double epsilon,
            String start,
            String curvature,
            String after1,
            String after7,
            String after40) {
        Descent descent = new Descent(
                eta,
                Reference.vector(start),
                new Bowl(Reference.vector(curvature)),
                40,
                new Optimizer(Method.valueOf(optimizer.toUpperCase(Locale.ROOT)), beta, beta1, beta2, epsilon),
                0,
                1,
                Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
        List<Vector> path = descent.run().path();
        double off = optimizer.equals("adam") && precision.equals("float64") ? 1e-13 : 0;
        same(path.get(1), Reference.vector(after1), off);
        same(path.get(7), Reference.vector(after7), off);
        same(path.get(40), Reference.vector(after40), off);
    }

    private static void same(Vector ours, Vector numpys, double off) {
        assertThat(ours.size()).isEqualTo(numpys.size());
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i)).isCloseTo(numpys.get(i), within(off));
        }
    }
}
