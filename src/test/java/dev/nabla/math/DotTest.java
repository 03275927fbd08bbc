package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotTest {
    private static final Dot COURSE = new Dot(Vector.of(1, 0.3), Vector.of(0.2, 1));
    private static final Offset<Double> SIX_PLACES = within(5e-7);

    @Test
    void theCoursesArrowsAgreeByAHalf() {
        assertThat(COURSE.terms()).isEqualTo(Vector.of(0.2, 0.3));
        assertThat(COURSE.value()).isEqualTo(0.5);
        assertThat(COURSE.a().norm()).isCloseTo(1.044031, SIX_PLACES);
        assertThat(COURSE.b().norm()).isCloseTo(1.019804, SIX_PLACES);
        assertThat(COURSE.a().norm() * COURSE.b().norm()).isCloseTo(1.064707, SIX_PLACES);
        assertThat(COURSE.cosine().getAsDouble()).isCloseTo(0.469613, SIX_PLACES);
        assertThat(COURSE.angleDegrees().getAsDouble()).isCloseTo(61.99, within(0.005));
        // 0.5 / sqrt(1.09)
        assertThat(COURSE.projection().getAsDouble()).isCloseTo(0.478913, SIX_PLACES);
    }

    @Test
    void loweringA2ToMinusAFifthMakesExactlyNinetyDegrees() {
        Dot dot = COURSE.withA(Vector.of(1, -0.2));
        assertThat(dot.value()).isZero();
        assertThat(dot.cosine()).hasValue(0);
        assertThat(dot.angleDegrees()).hasValue(90);
        assertThat(dot.projection()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 1e-200, 1e200, 5e-324, 1e-7})
    void aVectorIsExactlyAlignedWithItselfAndOpposedToItsNegative(double scale) {
        Vector v = Vector.of(scale, 2 * scale, -3 * scale);
        assertThat(new Dot(v, v).angleDegrees()).hasValue(0);
        assertThat(new Dot(v, v).cosine()).hasValue(1);
        assertThat(new Dot(v, v.map(x -> -x)).angleDegrees()).hasValue(180);
        assertThat(new Dot(v, v.map(x -> -x)).cosine()).hasValue(-1);
        assertThat(new Dot(Vector.of(1, 2, -3), v).angleDegrees()).hasValue(0);
    }

    @Test
    void aTinyAngleKeepsTheDigitsThatArccosLoses() {
        Dot dot = new Dot(Vector.of(1, 1e-9), Vector.of(1, 0));
        assertThat(dot.cosine()).hasValue(1);
        assertThat(dot.angleDegrees().getAsDouble()).isCloseTo(Math.toDegrees(1e-9), within(3e-14));
    }

    @ParameterizedTest
    @CsvSource({"1e200, 1e200", "1e-200, 1e-200", "1e200, 1e-200", "1e300, 1e300", "1e-300, 1e-308"})
    void cosineAndAngleKnowNoSize(double ofA, double ofB) {
        Dot dot = new Dot(Vector.of(3 * ofA, 4 * ofA), Vector.of(4 * ofB, 3 * ofB));
        assertThat(dot.cosine().getAsDouble()).isCloseTo(0.96, within(4e-16));
        assertThat(dot.angleDegrees().getAsDouble()).isCloseTo(16.260204708311957, within(3e-14));
    }

    @Test
    void termsThatCancelLeaveWhatTheyShould() {
        assertThat(new Dot(Vector.of(1e16, 1, -1e16), Vector.filled(3, 1)).value())
                .isEqualTo(1);
        assertThat(new Dot(Vector.of(1e200, 1, -1e200), Vector.of(1e200, 1, 1e200)).value())
                .isEqualTo(1);
    }

    @Test
    void aZeroVectorHasNoDirection() {
        Dot dot = new Dot(Vector.of(0, -0.0), Vector.of(1, 2));
        assertThat(dot.value()).isZero();
        assertThat(dot.cosine()).isEmpty();
        assertThat(dot.angleDegrees()).isEmpty();
        assertThat(dot.projection()).isEmpty();
        assertThat(new Dot(Vector.of(1, 2), Vector.of(0, 0)).projection()).hasValue(0);
    }

    @Test
    void aProductBeyondAllDoublesIsInfiniteYetItsAngleIsNot() {
        Dot dot = new Dot(Vector.of(1.7e308, 1.7e308), Vector.of(1.7e308, 0));
        assertThat(dot.value()).isInfinite();
        assertThat(dot.angleDegrees().getAsDouble()).isCloseTo(45, within(1e-14));
    }

    @Test
    void toTheirLastDigitNoProductAndNoSumIsInfinite() {
        Dot dot = new Dot(Vector.of(1e308, 1e308, 0.5), Vector.of(-1e308, 3, 4));
        assertThat(Decimal.significant(dot.exactTerm(0), 6)).isEqualTo("-1e616");
        assertThat(Decimal.significant(dot.exactTerm(1), 6)).isEqualTo("3e308");
        assertThat(dot.exactTerm(2)).isEqualByComparingTo("2");
        assertThat(Decimal.significant(dot.exactValue(), 6)).isEqualTo("-1e616");
        assertThat(COURSE.exactValue().doubleValue()).isEqualTo(COURSE.value());
    }

    @Test
    void swappingTheEntriesAndChangingOneSignIsAQuarterTurn() {
        Dot turned = COURSE.withPerpendicular();
        assertThat(turned.b()).isEqualTo(Vector.of(-0.3, 1));
        assertThat(turned.value()).isZero();
        assertThat(turned.angleDegrees()).hasValue(90);
        assertThat(COURSE.withB(Vector.of(0, -1)).withPerpendicular().b()).isEqualTo(Vector.of(0.3, -1));
    }

    @Test
    void whatHasNoQuarterTurnStays() {
        Dot zero = new Dot(Vector.of(0, 0), Vector.of(1, 2));
        Dot space = new Dot(Vector.of(1, 2, 3), Vector.of(1, 2, 4));
        assertThat(zero.withPerpendicular()).isSameAs(zero);
        assertThat(space.withPerpendicular()).isSameAs(space);
    }

    @Test
    void sizesThatDifferAreNamedBoth() {
        assertThatThrownBy(() -> new Dot(Vector.of(1, 2, 3), Vector.of(1, 2)))
                .hasMessage("a has 3 components and b has 2: give both the same number")
                .extracting("kind", "code")
                .containsExactly(BadInput.Kind.MATHS, "shape_mismatch");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsRefused(double x) {
        assertThatThrownBy(() -> new Dot(Vector.of(1, x), Vector.of(1, 2)))
                .hasMessageStartingWith("a 1,")
                .extracting("code")
                .isEqualTo("not_finite");
        assertThatThrownBy(() -> new Dot(Vector.of(1, 2), Vector.of(x, 1))).hasMessageStartingWith("b ");
    }
}
