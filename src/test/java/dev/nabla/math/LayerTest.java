package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerTest {
    private static final double H = 0x1p-17;
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
        assertThat(COURSE.mixed()).isEqualTo(attention.stages().out());
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
        assertThat(g.wq()).isEqualTo(g.wk()).isEqualTo(g.wv()).isEqualTo(Matrix.of(Vector.of(0, 0), Vector.of(0, 0)));
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
        assertThatThrownBy(() -> COURSE.withTruth(5)).hasMessage("truth 5: type a position from 1 to 4");
        assertThatThrownBy(() -> COURSE.withTruth(0)).hasMessageStartingWith("truth 0: ");
        assertThatThrownBy(() -> COURSE.withX(matrix("1,2,3")))
                .hasMessage("A is 1x3 and B is 2x2: inner sizes 3 and 2 differ");
        assertThatThrownBy(() -> new Layer(
                        matrix("1"), matrix("1"), matrix("1"), matrix("1,2"), matrix("1;1"), matrix("1,2"), 1, false))
                .hasMessage("x is 1x1 and wv is 1x2: without mixing a value is as long as a token");
    }

    @Property(tries = 200)
    void everyGradientOfALayerIsTheNumericOne(@ForAll("layers") Layer layer) {
        // A difference across the kink of relu is the slope of neither side.
        Assume.that(layer.beforeRelu().row(0).stream().noneMatch(a -> Math.abs(a) < 1e-3));
        Layer.Gradient g = layer.gradient();
        List<Matrix> parts = parts(layer);
        List<Matrix> slopes = List.of(g.x(), g.wq(), g.wk(), g.wv(), g.w1(), g.w2());
        for (int part = 0; part < parts.size(); part++) {
            for (int i = 0; i < slopes.get(part).rows() * slopes.get(part).columns(); i++) {
                double numeric = (loss(layer, part, i, H) - loss(layer, part, i, -H)) / (2 * H);
                assertThat(slopes.get(part).get(i))
                        .as("part %s entry %s", part, i)
                        .isCloseTo(numeric, within(1e-7));
            }
        }
    }

    private static List<Matrix> parts(Layer layer) {
        return List.of(layer.x(), layer.wq(), layer.wk(), layer.wv(), layer.w1(), layer.w2());
    }

    private static double loss(Layer layer, int part, int entry, double by) {
        List<Matrix> m = IntStream.range(0, 6)
                .mapToObj(i -> {
                    Matrix own = parts(layer).get(i);
                    return i == part ? own.with(entry, own.get(entry) + by) : own;
                })
                .toList();
        return new Layer(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), layer.truth(), layer.mixing())
                .loss()
                .nats();
    }

    @Property(tries = 200)
    void everyGradientOfAttentionIsTheNumericOne(
            @ForAll("entries") List<Double> entries, @ForAll boolean causal, @ForAll("entries") List<Double> slopes) {
        Attention attention = new Attention(
                Given.matrix(entries, 0, 3, 2),
                Given.matrix(entries, 6, 4, 2),
                Given.matrix(entries, 14, 4, 2),
                causal,
                0.7);
        Matrix dOut = Given.matrix(slopes, 0, 3, 2);
        Attention.Gradient g = attention.gradient(dOut);
        List<Matrix> gradients = List.of(g.q(), g.k(), g.v());
        int at = 0;
        for (Matrix gradient : gradients) {
            for (int i = 0; i < gradient.rows() * gradient.columns(); i++, at++) {
                double numeric =
                        (weighed(entries, at, H, causal, dOut) - weighed(entries, at, -H, causal, dOut)) / (2 * H);
                assertThat(gradient.get(i)).isCloseTo(numeric, within(1e-7));
            }
        }
    }

    /** sum dOut out, whose gradient by out is dOut. */
    private static double weighed(List<Double> entries, int at, double by, boolean causal, Matrix dOut) {
        List<Double> moved = new ArrayList<>(entries);
        moved.set(at, moved.get(at) + by);
        Matrix out = new Attention(
                        Given.matrix(moved, 0, 3, 2),
                        Given.matrix(moved, 6, 4, 2),
                        Given.matrix(moved, 14, 4, 2),
                        causal,
                        0.7)
                .stages()
                .out();
        return CompensatedSum.of(6, i -> dOut.get(i) * out.get(i));
    }

    @Provide
    Arbitrary<List<Double>> entries() {
        return Arbitraries.doubles().between(-2, 2).ofScale(2).list().ofSize(36);
    }

    @Provide
    Arbitrary<Layer> layers() {
        return entries().flatMap(e -> Arbitraries.of(true, false)
                .map(mixing -> new Layer(
                        Given.matrix(e, 0, 3, 2),
                        Given.matrix(e, 6, 2, 2),
                        Given.matrix(e, 10, 2, 2),
                        Given.matrix(e, 14, 2, 2),
                        Given.matrix(e, 18, 2, 3),
                        Given.matrix(e, 24, 3, 4),
                        2,
                        mixing)));
    }

    static Stream<List<String>> rows() {
        return Reference.rows("layer.csv").stream().map(Arrays::asList);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void forwardAndBackwardAgreeWithWiderArithmetic(List<String> row) {
        List<Matrix> parts = IntStream.range(0, 6)
                .mapToObj(i -> Reference.matrix(row.get(i)))
                .toList();
        Layer layer = new Layer(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                Integer.parseInt(row.get(6)),
                Boolean.parseBoolean(row.get(7)));
        close(Matrix.of(layer.loss().p()), Reference.matrix(row.get(8)), 1e-15);
        assertThat(layer.loss().nats()).isCloseTo(Reference.number(row.get(9)), within(4e-15));
        Layer.Gradient g = layer.gradient();
        List<Matrix> actual = List.of(g.x(), g.wq(), g.wk(), g.wv(), g.w1(), g.w2());
        for (int i = 0; i < actual.size(); i++) {
            // The difference of fourth order with h = 2^-12 is right to some h^4 = 4e-15.
            close(actual.get(i), Reference.matrix(row.get(10 + i)), 1e-12);
        }
    }

    private static void close(Matrix actual, Matrix wide, double error) {
        assertThat(actual.shape()).isEqualTo(wide.shape());
        for (int i = 0; i < wide.rows() * wide.columns(); i++) {
            assertThat(actual.get(i)).isCloseTo(wide.get(i), within(error));
        }
    }
}
