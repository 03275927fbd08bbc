package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AttentionTest {
    private static final double ULP = 0x1p-52;
    private static final Matrix Q = matrix("0,1;2,0;2,-0.5;0.5,-2");
    private static final Matrix K = matrix("2,0.5;0,2;0.5,-2;-1,0");
    private static final Matrix V = matrix("2,1;-1,2;0,-1;-2,0");
    private static final Attention COURSE = new Attention(Q, K, V, false, Attention.usualScale(2));

    private static Matrix matrix(String text) {
        return Numerals.matrix(text);
    }

    private static Attention masked(Attention attention, boolean causal) {
        return new Attention(attention.q(), attention.k(), attention.v(), causal, attention.scale());
    }

    @Test
    void oneQueryGetsWhatItsRowOfTheWholeSays() {
        Attention causal = masked(COURSE, true);
        Attention.Stages stages = causal.stages();
        for (int i = 0; i < Q.rows(); i++) {
            assertThat(causal.scores(i)).isEqualTo(stages.scores().row(i));
            assertThat(causal.weights(i)).isEqualTo(stages.weights().row(i));
            assertThat(causal.out(i)).isEqualTo(stages.out().row(i));
        }
    }

    /** Four weights of a quarter: after two values (2 - 1)/4 and (1 + 2)/4, after all the output. */
    @Test
    void theOutputIsReachedValueByValue() {
        Attention even = new Attention(matrix("0,0"), K, V, false, 1);
        assertThat(even.partial(0, 0)).isEqualTo(Vector.of(0, 0));
        assertThat(even.partial(0, 2)).isEqualTo(Vector.of(0.25, 0.75));
        assertThat(even.partial(0, 4)).isEqualTo(even.out(0));
    }

    @Property(tries = 300)
    void everyRowOfTheWeightsSumsToOneAndMaskedKeysGetNothing(@ForAll("attentions") Attention attention) {
        Matrix weights = attention.stages().weights();
        for (int i = 0; i < weights.rows(); i++) {
            assertThat(weights.row(i).sum()).isCloseTo(1, within(1e-15 * weights.columns()));
            for (int j = attention.seen(i); j < weights.columns(); j++) {
                assertThat(weights.get(i, j)).isZero();
            }
        }
    }

    @Property(tries = 300)
    void anOutputLiesBetweenTheValuesThatAreSeen(@ForAll("attentions") Attention attention) {
        Matrix out = attention.stages().out();
        for (int i = 0; i < out.rows(); i++) {
            for (int c = 0; c < out.columns(); c++) {
                Vector seen = Vector.of(attention.v().column(c).stream()
                        .limit(attention.seen(i))
                        .toArray());
                assertThat(out.get(i, c)).isBetween(seen.min(), seen.max());
            }
        }
    }

    @Property(tries = 300)
    void theOrderOfTheKeysDoesNotMatterWithoutAMask(@ForAll("attentions") Attention attention) {
        Attention open = masked(attention, false);
        Attention turned = new Attention(open.q(), reversed(open.k()), reversed(open.v()), false, open.scale());
        for (int i = 0; i < open.stages().out().rows() * open.stages().out().columns(); i++) {
            assertThat(turned.stages().out().get(i))
                    .isCloseTo(open.stages().out().get(i), within(1e-13));
        }
    }

    @Property(tries = 300)
    void whatComesLaterChangesNothingUnderACausalMask(@ForAll("attentions") Attention attention) {
        Attention causal = masked(attention, true);
        int last = causal.k().rows() - 1;
        Attention other =
                new Attention(causal.q(), zeroed(causal.k(), last), zeroed(causal.v(), last), true, causal.scale());
        for (int i = 0; i < causal.q().rows() - 1; i++) {
            assertThat(other.out(i)).isEqualTo(causal.out(i));
        }
    }

    @Property(tries = 300)
    void theSameVectorAddedToAllKeysChangesNoWeight(@ForAll("attentions") Attention attention) {
        Matrix k = attention.k();
        Matrix moved = new Matrix(
                k.vectors().stream().map(row -> row.map(x -> x + 0.75)).toList());
        Attention shifted = new Attention(attention.q(), moved, attention.v(), attention.causal(), attention.scale());
        for (int i = 0; i < attention.q().rows() * k.rows(); i++) {
            assertThat(shifted.stages().weights().get(i))
                    .isCloseTo(attention.stages().weights().get(i), within(1e-12));
        }
    }

    private static Matrix reversed(Matrix matrix) {
        List<Vector> rows = new ArrayList<>(matrix.vectors());
        Collections.reverse(rows);
        return new Matrix(rows);
    }

    private static Matrix zeroed(Matrix matrix, int row) {
        List<Vector> rows = new ArrayList<>(matrix.vectors());
        rows.set(row, Vector.filled(matrix.columns(), 0));
        return new Matrix(rows);
    }

    @Provide
    Arbitrary<Attention> attentions() {
        Arbitrary<Double> entries = Arbitraries.doubles().between(-3, 3).ofScale(2);
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 6);
        return sides.flatMap(m -> sides.filter(n -> n <= m)
                .flatMap(n -> sides.flatMap(d -> Combinators.combine(
                                Given.matrices(n, d, entries),
                                Given.matrices(m, d, entries),
                                sides.flatMap(c -> Given.matrices(m, c, entries)),
                                Arbitraries.of(true, false),
                                Arbitraries.of(0.0, 0.25, 0.5, 1.0))
                        .as(Attention::new))));
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/reference/attention.csv", delimiter = ';', maxCharsPerColumn = 100_000)
    void everyResultIsWithinAFewUlpsOfWiderArithmetic(
            String q, String k, String v, String causal, String scale, String scores, String weights, String out) {
        Attention attention = new Attention(
                Reference.matrix(q),
                Reference.matrix(k),
                Reference.matrix(v),
                Boolean.parseBoolean(causal),
                Reference.number(scale));
        Matrix wide = Reference.matrix(scores);
        close(attention.stages().scores(), wide, 2, 0);
        // Rounded scores differ by ulps of themselves, which exp turns into relative errors of that size.
        double spread = 4 * largest(wide);
        close(attention.stages().weights(), Reference.matrix(weights), 32 + spread, 0);
        close(attention.stages().out(), Reference.matrix(out), 0, (32 + spread) * largest(attention.v()));
    }

    private static double largest(Matrix matrix) {
        return matrix.vectors().stream()
                .flatMapToDouble(Vector::stream)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    /** Within so many ulps of each entry, or of 1. */
    private static void close(Matrix actual, Matrix wide, double relative, double absolute) {
        assertThat(actual.shape()).isEqualTo(wide.shape());
        for (int i = 0; i < wide.rows() * wide.columns(); i++) {
            double expected = wide.get(i);
            if (Double.isInfinite(expected)) {
                assertThat(actual.get(i)).isEqualTo(expected);
            } else {
                assertThat(actual.get(i))
                        .isCloseTo(expected, within(ULP * Math.max(absolute, relative * Math.abs(expected))));
            }
        }
    }
}
