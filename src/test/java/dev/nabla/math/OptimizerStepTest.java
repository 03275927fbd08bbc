package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.Optimizer.Method;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gradient becomes a step, and the state goes on. */
class OptimizerStepTest {
    private static final Vector ZERO = Vector.of(0);

    private static OptimizerStep step(Method method, double eta, Vector weights, Vector gradient) {
        return new OptimizerStep(Optimizer.SGD.with(method), eta, weights, gradient, ZERO, ZERO, 0);
    }

    private static OptimizerStep adam(double gradient) {
        return step(Method.ADAM, 0.1, Vector.of(1), Vector.of(gradient));
    }

    @Test
    void theFirstStepByHand() {
        for (Method method : Method.values()) {
            OptimizerStep step = step(method, 0.1, Vector.of(1), Vector.of(1));
            assertThat(step.nextWeights().get(0)).isCloseTo(0.9, within(2e-9));
            assertThat(step.nextT()).isEqualTo(1);
        }
        OptimizerStep adam = adam(1);
        assertThat(adam.nextM().get(0)).isCloseTo(0.1, within(1e-16));
        assertThat(adam.nextV().get(0)).isCloseTo(0.001, within(1e-18));
        assertThat(adam.correctedM().get(0)).isCloseTo(1, within(1e-15));
        assertThat(adam.correctedV().get(0)).isCloseTo(1, within(1e-13));
    }

    @Test
    void agreesWithNumbersFromElsewhere() {
        for (String[] row : Reference.rows("optimizer_step.csv")) {
            Optimizer rule = new Optimizer(
                    Method.valueOf(row[0].toUpperCase(Locale.ROOT)),
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]),
                    Double.parseDouble(row[4]),
                    Double.parseDouble(row[5]));
            Vector weights = Reference.vector(row[6]);
            OptimizerStep step = new OptimizerStep(
                    rule,
                    Double.parseDouble(row[1]),
                    weights,
                    Reference.vector(row[7]),
                    Reference.vector(row[8]),
                    Reference.vector(row[9]),
                    Long.parseLong(row[10]));
            Reference.close(step.nextWeights(), Reference.vector(row[11]), 1e-11, weights.largest());
            if (rule.method() == Method.ADAM) {
                Reference.close(
                        step.nextM(),
                        Reference.vector(row[12]),
                        1e-13,
                        step.gradient().largest());
            }
            if (rule.method() != Method.SGD) {
                double least = rule.method() == Method.ADAM ? 0 : step.v().largest();
                Reference.close(step.nextV(), Reference.vector(row[13]), 1e-13, least);
            }
        }
    }

    /** The state that goes out goes in again, as descent does it on a bowl of curvature 1. */
    @ParameterizedTest
    @EnumSource
    void stepsThatAreChainedAreADescent(Method method) {
        Vector start = Vector.of(2, -3);
        OptimizerStep step = step(method, 0.1, start, start);
        for (int t = 1; t <= 50; t++) {
            Vector weights = step.nextWeights();
            step = new OptimizerStep(
                    step.optimizer(),
                    0.1,
                    weights,
                    weights,
                    method == Method.ADAM ? step.nextM() : ZERO,
                    method == Method.SGD ? ZERO : step.nextV(),
                    step.nextT());
        }
        QuadraticLoss bowl = new QuadraticLoss(Vector.of(1, 1));
        Optimizer rule = Optimizer.SGD.with(method);
        Descent descent = new Descent(0.1, start, bowl, 50, rule, 0, 1, Precision.FLOAT64, Descent.TOL);
        assertThat(step.weights()).isEqualTo(descent.run().theta());
    }

    @Test
    void aSquareBeyondAllDoublesStillDividesTheStep() {
        assertThat(adam(1e200).nextWeights().get(0)).isCloseTo(0.9, within(1e-8));
        assertThat(adam(1e200).nextV().get(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(adam(1e200).losesSquares()).isTrue();
        OptimizerStep tiny =
                adam(1e-200).withOptimizer(Optimizer.SGD.with(Method.ADAM).withEpsilon(1e-300));
        assertThat(tiny.nextWeights().get(0)).isCloseTo(0.9, within(1e-12));
        assertThat(tiny.losesSquares()).isTrue();
        assertThat(adam(0).nextWeights()).isEqualTo(Vector.of(1));
        assertThat(adam(0).losesSquares()).isFalse();
    }

    /** 1 - (1 - d)^2 is 2d - d^2; the power alone would lose all but ten digits of it. */
    @Test
    void theCorrectionKeepsItsDigitsWhereBetaIsNearOne() {
        double d = 0x1p-20;
        Optimizer slow = Optimizer.SGD.with(Method.ADAM).withBeta2(1 - d);
        OptimizerStep second = adam(1).withOptimizer(slow).withT(1);
        assertThat(second.correctionV()).isCloseTo(2 * d - d * d, within(1e-21));
        // 1 - (1 - d)^1000000 is 1 - e^(-1000000 d (1 + d/2 + ...)) = 0.6146810987...
        OptimizerStep late = adam(1).withOptimizer(slow).withT(999_999);
        assertThat(late.correctionV()).isCloseTo(-Math.expm1(1e6 * Math.log1p(-d)), within(1e-12));
    }

    /** 0.9·1e308 over the correction 0.1 is beyond all doubles; that over the root 1/√0.001 of v is not. */
    @Test
    void aWeightWhoseMomentOverflowsLeavesTheOthersAlone() {
        OptimizerStep step = step(Method.ADAM, 0.1, Vector.of(1, 2), Vector.of(1, 1))
                .withM(Vector.of(1e308, 1))
                .withV(Vector.of(0.5));
        OptimizerStep alone = step(Method.ADAM, 0.1, Vector.of(2), Vector.of(1))
                .withM(Vector.of(1))
                .withV(Vector.of(0.5));
        assertThat(step.correctedM().get(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(step.nextWeights().get(1)).isEqualTo(alone.nextWeights().get(0));
        assertThat(step.nextWeights().get(0)).isCloseTo(-9e307 / Math.sqrt(500.5), within(1e298));
        OptimizerStep large = step.withM(ZERO).withV(Vector.of(1e308, 0.5));
        assertThat(large.correctedV().get(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(large.roots().get(0)).isCloseTo(1e154 * Math.sqrt(999), within(1e142));
    }

    @Test
    void afterAThousandMillionStepsNothingIsCorrected() {
        OptimizerStep late = adam(0.5).withT(OptimizerStep.MOST_STEPS);
        assertThat(late.correctionM()).isEqualTo(1);
        assertThat(late.correctedV()).isEqualTo(late.nextV());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> adam(1).withV(Vector.of(-1)))
                .hasMessage("v -1: Adam's v is a mean of squares; none is below 0");
        assertThatThrownBy(() -> adam(1).withM(Vector.of(1, 2)))
                .hasMessage("m has 2 components and weights has 1: give as many, or one number for all");
        assertThatThrownBy(() -> adam(1).withT(-1)).hasMessage("t -1: type the steps before from 0 to 1000000000");
        assertThatThrownBy(() -> adam(1).withEta(0)).isInstanceOf(BadInput.class);
    }
}
