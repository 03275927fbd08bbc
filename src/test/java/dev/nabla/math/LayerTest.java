package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Numerals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LayerTest {
    private static final Layer COURSE = new Layer(
            matrix("1,0.5;-0.5,1;1,-0.5"),
            matrix("1.5,0;-0.5,1"),
            matrix("1,-0.5;0.5,1"),
            matrix("1,0.5;-0.5,1"),
            matrix("1,-1,0.5;0.5,0.5,0.8"),
            matrix("1.2,0.4,-0.8,-0.2;-0.5,0.3,0.6,0.2;0.8,0.1,-0.2,-0.3"),
            1,
            true);

    private static Matrix matrix(String text) {
        return Numerals.matrix(text);
    }

    @Test
    void theLastTokenAsksAllTokens() {
        Attention attention = COURSE.attention();
        assertThat(attention.q()).isEqualTo(matrix("1.75,-0.5"));
        assertThat(attention.k()).isEqualTo(matrix("1.25,0;0,1.25;0.75,-1"));
        assertThat(attention.v()).isEqualTo(matrix("0.75,1;-1,0.75;1.25,0"));
        assertThat(attention.seen(0)).isEqualTo(3);
        assertThat(COURSE.mixed()).isEqualTo(attention.out());
    }

    @Test
    void reluKeepsWhatIsAboveZeroAndItsSlopeIsZeroElsewhere() {
        assertThat(COURSE.beforeRelu().get(1)).isNegative();
        assertThat(COURSE.afterRelu().get(1)).isZero();
        assertThat(COURSE.afterRelu().get(0)).isEqualTo(COURSE.beforeRelu().get(0));
        Layer.Gradient g = COURSE.gradient();
        assertThat(g.w1().column(1)).isEqualTo(Vector.of(0, 0));
    }

    @Test
    void theChainOfSlopesBeginsWithWhatWasPredictedMinusWhatWasTrue() {
        assertThat(COURSE.gradient().logits().row(0)).isEqualTo(COURSE.loss().residual());
    }

    @Test
    void withoutMixingTheOtherTokensDoNotCount() {
        Layer alone = COURSE.withMixing(false);
        assertThat(alone.mixed()).isEqualTo(matrix("1,-0.5"));
        assertThat(alone.withX(matrix("9,9;-9,9;1,-0.5")).loss()).isEqualTo(alone.loss());
        Layer.Gradient g = alone.gradient();
        assertThat(g.wq()).isEqualTo(g.wk()).isEqualTo(g.wv()).isEqualTo(Matrix.zeros(2, 2));
        assertThat(g.x().row(0)).isEqualTo(Vector.of(0, 0));
        assertThat(g.x().row(2).norm()).isPositive();
    }

    @Test
    void aStepOfAllWeightsLowersTheLoss() {
        assertThat(COURSE.loss().nats()).isCloseTo(0.297675, within(5e-7));
        assertThat(COURSE.stepped(0.1).loss().nats()).isLessThan(0.29);
        assertThat(COURSE.stepped(0)).isEqualTo(COURSE);
    }

    @Test
    void everyMatrixIsHeldBelowAMillionByName() {
        Matrix one = matrix("1");
        Matrix large = matrix("-1000001");
        Matrix largest = matrix("1000000");
        refuses("x", () -> new Layer(large, one, one, one, one, one, 1, true));
        refuses("wq", () -> new Layer(one, large, one, one, one, one, 1, true));
        refuses("wk", () -> new Layer(one, one, large, one, one, one, 1, true));
        refuses("wv", () -> new Layer(one, one, one, large, one, one, 1, true));
        refuses("w1", () -> new Layer(one, one, one, one, large, one, 1, true));
        refuses("w2", () -> new Layer(one, one, one, one, one, large, 1, true));
        assertThat(new Layer(largest, largest, largest, largest, largest, largest, 1, true)
                        .loss()
                        .nats())
                .isZero();
    }

    private static void refuses(String name, Executable layer) {
        assertThatThrownBy(layer::execute).hasMessage(name + " -1000001: every entry must lie between -1e6 and 1e6");
    }

    @Test
    void anotherTruthIsAnotherLoss() {
        assertThat(COURSE.withTruth(3).loss()).isEqualTo(COURSE.loss().withTruth(3));
    }

    @Test
    void whatCouldOverflowIsRefused() {
        assertThatThrownBy(() -> COURSE.withX(matrix("1,2;3,4;5,1e7")))
                .hasMessage("x 1,2;3,4;5,10000000: every entry must lie between -1e6 and 1e6");
        assertThatThrownBy(() -> COURSE.withTruth(5)).hasMessage("truth 5: type a position from 1 to 4");
        assertThatThrownBy(() -> COURSE.withX(matrix("1,2,3")))
                .hasMessage("A is 1x3 and B is 2x2: inner sizes 3 and 2 differ");
        assertThatThrownBy(() -> new Layer(
                        matrix("1"), matrix("1"), matrix("1"), matrix("1,2"), matrix("1;1"), matrix("1,2"), 1, false))
                .hasMessage("x is 1x1 and wv is 1x2: without mixing a value is as long as a token");
    }
}
