package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Rows meet columns. */
class MatmulTest {
    private static final Vector NONE = Vector.of(0);

    private static Matrix matrix(String text) {
        return Numerals.matrix(text);
    }

    @Test
    void aPartialSumMayBeTooLargeOnTheWay() {
        Matmul product = new Matmul(matrix("1e308,-1e308;1,1"), matrix("10,1;10,1"), NONE);
        assertThat(product.partial(0, 0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(product.partial(0, 0, 2)).isZero();
        Matmul brought = new Matmul(matrix("1.5e308,1.5e308"), matrix("1;1"), Vector.of(-1.5e308));
        assertThat(brought.cell(0, 0).exactValue()).isEqualByComparingTo(new BigDecimal(1.5e308));
    }

    @Test
    void aMatrixPrintsAsItIsRead() {
        assertThat(matrix("1,2.5;-3,1e300").toString()).isEqualTo("1,2.5;-3,1e300");
        assertThat(matrix("1,2;3,4").resized(1, 3)).isEqualTo(matrix("1,2,0"));
        assertThat(matrix("1,2;3,4").column(1)).isEqualTo(Vector.of(2, 4));
    }

    @Property(tries = 200)
    void everyCellIsTheDotProductOfItsRowAndColumn(@ForAll("pairs") List<Matrix> pair) {
        Matrix c = new Matmul(pair.get(0), pair.get(1), NONE).c();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                double dot = 0;
                for (int k = 0; k < pair.get(0).columns(); k++) {
                    dot += pair.get(0).get(i, k) * pair.get(1).get(k, j);
                }
                assertThat(c.get(i, j)).isCloseTo(dot, within(1e-9));
            }
        }
    }

    @Provide
    Arbitrary<List<Matrix>> pairs() {
        Arbitrary<Double> entries = Arbitraries.integers().between(-50, 50).map(Integer::doubleValue);
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 6);
        return sides.flatMap(m -> sides.flatMap(n -> sides.flatMap(p -> Given.matrices(m, n, entries)
                .flatMap(a -> Given.matrices(n, p, entries).map(b -> List.of(a, b))))));
    }
}
