package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.Optimizer.Memory;
import dev.nabla.math.Optimizer.Method;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {
    private static final Precision WIDE = Precision.FLOAT64;

    private static double directionAfter(Optimizer optimizer, double... gradients) {
        Memory memory = Memory.EMPTY;
        for (double g : gradients) {
            memory = optimizer.remember(memory, g, WIDE);
        }
        return optimizer.direction(memory, gradients.length, WIDE);
    }

    @Test
    void plainDescentFollowsTheLastGradientAlone() {
        assertThat(directionAfter(Optimizer.SGD, 5, -7, 2)).isEqualTo(2);
    }

    @Test
    void momentumAddsNineTenthsOfWhatItHad() {
        Optimizer momentum = Optimizer.SGD.with(Method.MOMENTUM);
        assertThat(directionAfter(momentum, 1)).isEqualTo(1);
        assertThat(directionAfter(momentum, 1, 1)).isEqualTo(1.9);
        assertThat(directionAfter(momentum, 1, 1, 0)).isCloseTo(1.71, within(1e-15));
    }

    @Property
    void momentumOfZeroIsPlainDescent(@ForAll @DoubleRange(min = -9, max = 9) double g) {
        Optimizer none = Optimizer.SGD.with(Method.MOMENTUM).withBeta(0);
        assertThat(directionAfter(none, 3, -1, g)).isEqualTo(g);
    }

    /** After bias correction m' = g and v' = g^2, so the first step is the sign of g whatever its size. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 250, -3, -1e5})
    void adamsFirstStepHasLengthOne(double g) {
        assertThat(directionAfter(Optimizer.SGD.with(Method.ADAM), g)).isCloseTo(Math.signum(g), within(1e-4));
    }

    /** m = 0.09 * 2 + 0.1 * 1 = 0.28 over 0.19; v = 0.000999 * 4 + 0.001 * 1 = 0.004996 over 0.001999. */
    @Test
    void adamsSecondStepIsThatOfTheHand() {
        assertThat(directionAfter(Optimizer.SGD.with(Method.ADAM), 2, 1))
                .isCloseTo(0.28 / 0.19 / Math.sqrt(0.004996 / 0.001999), within(1e-8));
    }

    @Test
    void adamWithoutAGradientStandsStillAndDoesNotDivideByZero() {
        assertThat(directionAfter(Optimizer.SGD.with(Method.ADAM), 0, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void decaysAreAtLeastZeroAndBelowOne(double share) {
        String rule = " " + Decimal.shortest(share) + ": must be at least 0 and below 1; 0.9 is usual";
        assertThatThrownBy(() -> Optimizer.SGD.withBeta(share)).hasMessage("beta" + rule);
        assertThatThrownBy(() -> Optimizer.SGD.withBeta1(share)).hasMessage("beta1" + rule);
        assertThatThrownBy(() -> Optimizer.SGD.withBeta2(share)).hasMessage("beta2" + rule);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-8, Double.NaN, Double.POSITIVE_INFINITY})
    void epsilonIsPositiveAndFinite(double epsilon) {
        assertThatThrownBy(() -> Optimizer.SGD.withEpsilon(epsilon))
                .hasMessage("epsilon " + Decimal.shortest(epsilon) + ": must be above 0; 1e-8 is usual");
    }
}
