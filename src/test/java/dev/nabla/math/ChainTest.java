package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Composition;
import dev.nabla.math.expression.Expression;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes along a path, given or those of functions, by hand. */
class ChainTest {
    private static Chain slopes(double... slopes) {
        return Chain.of(Vector.of(slopes));
    }

    private static Composition composed(String f, double x) {
        return new Composition(Expression.list(f), x);
    }

    @Test
    void sixSlopesOfFourFifthsLeaveAQuarterOfTheSignal() {
        Chain six = Chain.of(Vector.filled(6, 0.8));
        assertThat(six.product()).isCloseTo(0.262144, within(1e-15));
        assertThat(Decimal.significant(six.product(), 15)).isEqualTo("0.262144");
        assertThat(six.status()).isEqualTo(Chain.Status.SHRINKING);
    }

    @Test
    void tenSigmoidsLeaveAMillionthAtBest() {
        Composition ten = composed("sigmoid(x),".repeat(9) + "sigmoid(x)", 0);
        assertThat(ten.chain().slopes().get(0)).isEqualTo(0.25);
        assertThat(ten.chain().slopes().stream()).allMatch(slope -> slope <= 0.25);
        assertThat(Chain.of(Vector.filled(10, 0.25)).product()).isEqualTo(StrictMath.pow(0.25, 10));
        assertThat(ten.chain().status()).isEqualTo(Chain.Status.VANISHING);
    }

    @Test
    void theSignalMeetsTheOutermostSlopeFirst() {
        assertThat(slopes(2, 3, 5).partials()).isEqualTo(Vector.of(5, 15, 30));
    }

    @Test
    void aCompositionMultipliesTheSlopesAtTheFunctionsOwnInputs() {
        Composition f = composed("x^2;sin(x)", 0.7);
        assertThat(f.values().get(0)).isCloseTo(0.49, within(1e-16));
        assertThat(f.values().get(1)).isEqualTo(StrictMath.sin(f.values().get(0)));
        assertThat(f.chain().slopes())
                .isEqualTo(Vector.of(1.4, StrictMath.cos(f.values().get(0))));
        assertThat(f.chain().product()).isCloseTo(1.235266, within(5e-7));
    }

    @Test
    void onTheWayNothingOverflowsAndNothingVanishes() {
        assertThat(slopes(1e-300, 1e200, 1e200).product()).isCloseTo(1e100, within(1e85));
        assertThat(slopes(1e300, 1e-200, 1e-200).product()).isCloseTo(1e-100, within(1e-115));
        assertThat(slopes(5e-324, 0x1p1000).product()).isEqualTo(0x1p-74);
        assertThat(slopes(Double.MAX_VALUE, -1).product()).isEqualTo(-Double.MAX_VALUE);
    }

    @Test
    void theSizeOfWhatNoDoubleHoldsIsStillKnown() {
        Chain small = Chain.of(Vector.filled(1000, 0.25));
        assertThat(small.product()).isZero();
        assertThat(small.decades()).isCloseTo(-602.06, within(0.001));
        assertThat(Chain.of(Vector.filled(1000, -4)).product()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5,2|STEADY",
                "-1|STEADY",
                "0.5,0.3|SHRINKING",
                "0.3,0.3|VANISHING",
                "1e-200,1e-200|VANISHED",
                "3,0,1e300|STOPPED",
                "3,3|GROWING",
                "-10,11|EXPLODING",
                "1e200,1e200|OVERFLOWED"
            })
    void whatBecomesOfTheSignalHasAWord(String slopes, Chain.Status status) {
        assertThat(Chain.of(Numerals.vector(slopes)).status()).isEqualTo(status);
    }

    @Test
    void behindAFunctionWithoutAValueNothingIsKnown() {
        Composition f = composed("x-1,log(x),x^2", 0.5);
        assertThat(f.values()).isEqualTo(Vector.of(-0.5, Double.NaN, Double.NaN));
        assertThat(f.chain().status()).isEqualTo(Chain.Status.UNDEFINED);
        assertThat(f.trouble()).hasValue("log(x) at -0.5: log needs a number above 0");
    }

    @Test
    void aKinkHasAValueButNoSlopeToPassOn() {
        Composition f = composed("x,abs(x),x+1", 0);
        assertThat(f.values()).isEqualTo(Vector.of(0, 0, 1));
        assertThat(f.chain().slopes()).isEqualTo(Vector.of(1, Double.NaN, 1));
        assertThat(f.chain().product()).isNaN();
    }

    @Test
    void whatHasNoAnswerIsRefused() {
        assertThatThrownBy(() -> slopes(1, Double.POSITIVE_INFINITY))
                .isInstanceOf(BadInput.class)
                .hasMessage("slopes 1,inf: every slope must be finite");
        assertThatThrownBy(() -> composed("x", Double.NaN)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Composition(List.of(), 1)).isInstanceOf(BadInput.class);
    }
}
