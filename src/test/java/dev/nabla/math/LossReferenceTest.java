package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loss beside numpy's 80-bit one (loss.py). */
class LossReferenceTest {
    private static final double ULP = 0x1p-52;

    static Stream<String[]> rows() {
        return Reference.rows("loss.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyResultIsWithinAFewUlpsOfWiderArithmetic(
            String logits, String truth, String tau, String nats, String bits, String gradient) {
        Loss loss = new Loss(Reference.vector(logits), Integer.parseInt(truth), Reference.number(tau));
        close(loss.nats(), Reference.number(nats), 16);
        close(loss.bits(), Reference.number(bits), 16);
        Vector wide = Reference.vector(gradient);
        for (int j = 0; j < wide.size(); j++) {
            // An exponent of x has its own rounding, which exp turns into a relative error of that size.
            double exponent = (loss.logits().max() - loss.logits().get(j)) / loss.tau();
            close(loss.gradient().get(j), wide.get(j), 32 + (Double.isFinite(exponent) ? 4 * exponent : 0));
        }
    }

    private static void close(double ours, double wide, double ulps) {
        assertThat(ours).isCloseTo(wide, within(ulps * ULP * Math.abs(wide)));
    }
}
