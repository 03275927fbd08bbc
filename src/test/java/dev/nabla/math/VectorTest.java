package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Numerals;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VectorTest {
    @Test
    void vectorsAreComparedByValue() {
        assertThat(Vector.of(1, 2)).isEqualTo(Vector.of(1, 2)).hasSameHashCodeAs(Vector.of(1, 2));
        assertThat(Vector.of(1, 2)).isNotEqualTo(Vector.of(2, 1)).isNotEqualTo(Vector.of(1));
        assertThat(Vector.of(Double.NaN)).isEqualTo(Vector.of(Double.NaN));
    }

    @Test
    void theArrayItIsMadeOfIsCopied() {
        double[] values = {1, 2};
        Vector vector = Vector.of(values);
        values[0] = 9;
        assertThat(vector.get(0)).isEqualTo(1);
    }

    @Test
    void replacingAComponentLeavesTheOriginalAlone() {
        Vector vector = Vector.of(1, 2);
        assertThat(vector.with(1, 5)).isEqualTo(Vector.of(1, 5));
        assertThat(vector).isEqualTo(Vector.of(1, 2));
    }

    @Test
    void anEmptyVectorIsRefused() {
        assertThatThrownBy(Vector::of).isInstanceOf(BadInput.class).hasMessage("is empty: give at least one number");
    }

    @Test
    void resizingCutsOrRepeatsTheLastComponent() {
        assertThat(Vector.of(1, 2, 3).resized(2)).isEqualTo(Vector.of(1, 2));
        assertThat(Vector.of(1, 2).resized(4)).isEqualTo(Vector.of(1, 2, 2, 2));
        assertThat(Vector.of(1, 2).resized(2)).isEqualTo(Vector.of(1, 2));
    }

    @Test
    void theNormOfThreeAndFourIsFiveAtEveryScale() {
        assertThat(Vector.of(3, 4).norm()).isEqualTo(5);
        assertThat(Vector.of(3e200, -4e200).norm()).isCloseTo(5e200, within(1e185));
        assertThat(Vector.of(3e-200, 4e-200).norm()).isCloseTo(5e-200, within(1e-215));
        assertThat(Vector.of(0, 0).norm()).isZero();
        assertThat(Vector.of(1, Double.NEGATIVE_INFINITY).norm()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void oneComponentThatIsNotANumberMakesTheVectorNotFinite() {
        assertThat(Vector.of(1, Double.MAX_VALUE).isFinite()).isTrue();
        assertThat(Vector.of(1, Double.NaN).isFinite()).isFalse();
        assertThat(Vector.of(1, Double.NEGATIVE_INFINITY).isFinite()).isFalse();
    }

    @Property
    void itsTextReadsBackToAnEqualVector(@ForAll("vectors") Vector vector) {
        assertThat(Numerals.vector(vector.toString())).isEqualTo(vector);
    }

    @Test
    void summationKeepsWhatPlainAdditionLoses() {
        assertThat(Vector.of(1e16, 1, -1e16).sum()).isEqualTo(1);
        assertThat(Vector.of(1, 1e100, 1, -1e100).sum()).isEqualTo(2);
        assertThat(Vector.of(Double.MAX_VALUE, Double.MAX_VALUE).sum()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(CompensatedSum.of(0, i -> 1)).isZero();
    }

    @Provide
    Arbitrary<Vector> vectors() {
        Arbitrary<Double> infinite = Arbitraries.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        return Given.vectors(Arbitraries.oneOf(Arbitraries.doubles(), infinite), 12);
    }
}
