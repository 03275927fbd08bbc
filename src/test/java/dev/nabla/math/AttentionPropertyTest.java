package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttentionPropertyTest {
    @Property(tries = 300)
    void everyRowOfTheWeightsSumsToOneAndMaskedKeysGetNothing(@ForAll("attentions") Attention attention) {
        Matrix weights = attention.weights();
        for (int i = 0; i < weights.rows(); i++) {
            assertThat(weights.row(i).sum()).isCloseTo(1, within(1e-15 * weights.columns()));
            for (int j = attention.seen(i); j < weights.columns(); j++) {
                assertThat(weights.get(i, j)).isZero();
            }
        }
    }

    @Property(tries = 300)
    void anOutputLiesBetweenTheValuesThatAreSeen(@ForAll("attentions") Attention attention) {
        Matrix out = attention.out();
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
        Attention open = attention.withCausal(false);
        Attention turned = new Attention(open.q(), reversed(open.k()), reversed(open.v()), false, open.scale());
        for (int i = 0; i < open.out().rows() * open.out().columns(); i++) {
            assertThat(turned.out().get(i)).isCloseTo(open.out().get(i), within(1e-13));
        }
    }

    @Property(tries = 300)
    void whatComesLaterChangesNothingUnderACausalMask(@ForAll("attentions") Attention attention) {
        Attention causal = attention.withCausal(true);
        int last = causal.k().rows() - 1;
        Attention other =
                new Attention(causal.q(), zeroed(causal.k(), last), zeroed(causal.v(), last), true, causal.scale());
        for (int i = 0; i < causal.q().rows() - 1; i++) {
            assertThat(other.out().row(i)).isEqualTo(causal.out().row(i));
        }
    }

    @Property(tries = 300)
    void theSameVectorAddedToAllKeysChangesNoWeight(@ForAll("attentions") Attention attention) {
        Matrix k = attention.k();
        Matrix moved =
                Matrix.of(k.toRows().stream().map(row -> row.map(x -> x + 0.75)).toList());
        Attention shifted = new Attention(attention.q(), moved, attention.v(), attention.causal(), attention.scale());
        for (int i = 0; i < attention.q().rows() * k.rows(); i++) {
            assertThat(shifted.weights().get(i)).isCloseTo(attention.weights().get(i), within(1e-12));
        }
    }

    private static Matrix reversed(Matrix matrix) {
        List<Vector> rows = new ArrayList<>(matrix.toRows());
        Collections.reverse(rows);
        return Matrix.of(rows);
    }

    private static Matrix zeroed(Matrix matrix, int row) {
        List<Vector> rows = new ArrayList<>(matrix.toRows());
        rows.set(row, Vector.filled(matrix.columns(), 0));
        return Matrix.of(rows);
    }

    @Provide
    Arbitrary<Attention> attentions() {
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 6);
        return sides.flatMap(m -> sides.filter(n -> n <= m)
                .flatMap(n -> sides.flatMap(d -> Combinators.combine(
                                matrices(n, d),
                                matrices(m, d),
                                sides.flatMap(c -> matrices(m, c)),
                                Arbitraries.of(true, false),
                                Arbitraries.of(0.0, 0.25, 0.5, 1.0))
                        .as(Attention::new))));
    }

    private static Arbitrary<Matrix> matrices(int rows, int columns) {
        return Arbitraries.doubles()
                .between(-3, 3)
                .ofScale(2)
                .list()
                .ofSize(rows * columns)
                .map(numbers -> Matrix.owning(
                        columns,
                        numbers.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
