package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The slope, its differences and its tangent, by hand and against numpy. */
class DerivativeTest {
    private static Derivative of(String f, double x, double eps) {
        return new Derivative(Expression.parse(f), x, eps);
    }

    @Test
    void theCoursesParabolaAtThree() {
        Derivative parabola = of("x^2/4", 3, 0.1);
        assertThat(parabola.value()).isEqualTo(2.25);
        assertThat(parabola.slope()).isEqualTo(1.5);
        assertThat(parabola.tangentIntercept()).isCloseTo(-2.25, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 1, 0.5, 0.25, 0.125})
    void theParabolasDifferenceIsTheSlopeAndAQuarterOfEpsilon(double eps) {
        Derivative parabola = of("x^2/4", 3, eps);
        assertThat(parabola.forward()).isEqualTo(1.5 + eps / 4);
        assertThat(parabola.gap()).isEqualTo(eps / 4);
        assertThat(parabola.central()).isEqualTo(1.5);
        assertThat(parabola.miss()).isEqualTo(eps * eps / 4);
    }

    @Test
    void theSigmoidIsSteepestInTheMiddle() {
        assertThat(of("sigmoid(x)", 0, 0.1).slope()).isEqualTo(0.25);
    }

    /** (x^x)' = x^x (log x + 1), at 2: 4 (0.693147 + 1); (x^(3x))' = 3 x^(3x) (log x + 1), at 1: 3. */
    @Test
    void aMovingBaseAndAMovingExponentBothCount() {
        assertThat(of("x^x", 2, 0.1).slope()).isCloseTo(4 * (StrictMath.log(2) + 1), within(1e-14));
        assertThat(of("x^(3x)", 1, 0.1).slope()).isEqualTo(3);
        assertThat(of("x^x", 2, 0.1).left()).isEqualTo(of("x^x", 2, 0.1).right());
    }

    @Test
    void aKinkHasTwoSlopesAndNoDerivative() {
        Derivative kink = of("abs(x)", 0, 0.1);
        assertThat(kink.isKink()).isTrue();
        assertThat(kink.left()).isEqualTo(-1);
        assertThat(kink.right()).isEqualTo(1);
        assertThat(kink.noSlope()).isPresent();
        assertThat(of("1/x", 0, 0.1).noValue()).isPresent();
    }

    @Table
    void whyAForwardDifferenceDoesNotExist(String f, double x, double eps, String why) {
        Derivative derivative = of(f, x, eps);
        assertThat(derivative.noDifference(derivative.forward())).isEqualTo(Optional.ofNullable(why));
    }

    @Test
    void aCentralDifferenceAlsoNeedsAValueBelow() {
        Derivative log = of("log(x)", 1, 1);
        assertThat(log.forward()).isEqualTo(StrictMath.log(2));
        assertThat(log.noDifference(log.central())).hasValue("at x - eps log needs a number above 0");
    }

    /** Slopes of 1 and 1.1, of 1000 and 1000.001, and two that differ by 2e-14. */
    @Test
    void slopesThatDifferByRoundingAloneAreNoKink() {
        assertThat(of("relu(x)/10 + x", 0, 0.1).isKink()).isTrue();
        assertThat(of("1e-3 relu(x) + 1e3 x", 0, 0.1).isKink()).isTrue();
        assertThat(of("relu(x) - relu(-x) + abs(x)/1e14", 0, 0.1).isKink()).isFalse();
    }

    @Test
    void aNudgeIsAboveZero() {
        assertThatThrownBy(() -> of("x^2/4", 3, 0)).hasMessage("eps 0: the nudge must be above 0 and finite, like 0.1");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/reference/derivative.csv", useHeadersInDisplayName = true)
    void numpyAgrees(String f, double x, double value, double slope, double central) {
        Derivative derivative = of(f, x, 0.01);
        assertThat(derivative.value()).isCloseTo(value, within(1e-14 * Math.max(1, Math.abs(value))));
        assertThat(derivative.slope()).isCloseTo(slope, within(1e-13 * Math.max(1, Math.abs(slope))));
        assertThat(derivative.central()).isCloseTo(central, within(1e-12 * Math.max(1, Math.abs(central))));
    }
}
