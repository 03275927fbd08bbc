package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
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

    @Table
    void whereDigitsAreLostItIsSaid(String f, double x, boolean value, boolean slope, boolean second) {
        Derivative at = of(f, x, 1);
        assertThat(at.valueDoubt().isPresent()).isEqualTo(value);
        assertThat(at.slopeDoubt().isPresent()).isEqualTo(slope);
        assertThat(at.curve().orElseThrow().slopeDoubt().isPresent()).isEqualTo(second);
    }

    @Table
    void whyThereIsNoSlope(String f, double x, String why) {
        assertThat(of(f, x, 1).noSlope()).isEqualTo(Optional.ofNullable(why));
    }

    @Table
    void whyThereIsNoSecondDerivative(String f, double x, String why) {
        assertThat(of(f, x, 1).noSecond()).isEqualTo(Optional.ofNullable(why));
    }

    /** Of a slope of 1.55 a nudge of 1e-12 leaves four digits, and of the gap, 2.5e-13, none. */
    @Test
    void aNudgeThatIsTooSmallIsSaid() {
        Derivative fine = of("x^2/4", 3.1, 1e-3);
        assertThat(fine.forwardDoubt().or(fine::centralDoubt).or(fine::gapDoubt))
                .isEmpty();
        Derivative small = of("x^2/4", 3.1, 1e-12);
        assertThat(Math.abs(small.forward() - 1.55)).isGreaterThan(1e-6 * 1.55);
        assertThat(small.forwardDoubt()).isPresent();
        assertThat(small.centralDoubt()).isPresent();
        assertThat(small.gapDoubt()).isPresent();
        assertThat(of("x^2/4", 3.1, 1e-300).forwardDoubt()).isEmpty();
    }

    /** All that the course draws, on the grid that the keys reach. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2/4",
                "x^3",
                "e^x",
                "sigmoid(x)",
                "relu(x)",
                "sin(x)",
                "abs(x)",
                "1/x",
                "x^2",
                "log(x)",
                "x^3-3x"
            })
    void nothingIsSaidOfTheCoursesFunctions(String f) {
        for (int i = -40; i <= 40; i++) {
            Derivative at = of(f, i / 10.0, 1);
            assertThat(at.valueDoubt()
                            .or(at::slopeDoubt)
                            .or(() -> at.curve().orElseThrow().slopeDoubt()))
                    .as(f + i)
                    .isEmpty();
        }
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
