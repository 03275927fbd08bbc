package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax beside numpy's 80-bit one (softmax.py). */
class SoftmaxReferenceTest {
    private static final double ULP = 0x1p-52;

    static Stream<String[]> rows() {
        return Reference.rows("softmax.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyResultIsWithinAFewUlpsOfWiderArithmetic(
            String logits, String tau, String p, String logP, String logSumExp, String entropy) {
        Softmax softmax = new Softmax(Reference.vector(logits), Reference.number(tau));
        Vector wideP = Reference.vector(p);
        Vector wideLogP = Reference.vector(logP);
        for (int j = 0; j < wideP.size(); j++) {
            // The exponent (z - m) / tau has its own rounding, which exp turns into a relative error of that size.
            double ulps = 8 + (wideP.get(j) == 0 ? 0 : 2 * Math.abs(wideLogP.get(j)));
            assertThat(softmax.p().get(j)).isCloseTo(wideP.get(j), within(ulps * ULP * wideP.get(j)));
            close(softmax.logP().get(j), wideLogP.get(j));
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
