package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
    void theCoursesExampleTakesFourDotProducts() {
        Matmul product = new Matmul(matrix("1,2,3;4,5,6"), matrix("7,8;9,10;11,12"), NONE);
        assertThat(product.c()).isEqualTo(matrix("58,64;139,154"));
        assertThat(product.multiplications()).isEqualTo(12);
        assertThat(product.partial(0, 0, 2)).isEqualTo(7 + 18);
    }

    @Test
    void aSumThatIsTooLargeOnlyOnTheWayIsExact() {
        Matmul product = new Matmul(matrix("1e308,-1e308;1,1"), matrix("10,1;10,1"), Vector.of(0));
        assertThat(product.c()).isEqualTo(matrix("0,0;20,2"));
        assertThat(product.partial(0, 0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(product.partial(0, 0, 2)).isZero();
        Matmul brought = new Matmul(matrix("1.5e308,1.5e308"), matrix("1;1"), Vector.of(-1.5e308));
        assertThat(brought.c()).isEqualTo(matrix("1.5e308"));
        assertThat(brought.cell(0, 0).exactValue()).isEqualByComparingTo(new BigDecimal(1.5e308));
    }

    @Test
    void theBiasIsAddedToEveryRow() {
        assertThat(new Matmul(matrix("1,2;3,4"), matrix("1,0;0,1"), Vector.of(10, 20)).c())
                .isEqualTo(matrix("11,22;13,24"));
        assertThat(new Matmul(matrix("1,2;3,4"), matrix("1,0;0,1"), Vector.of(5)).c())
                .isEqualTo(matrix("6,7;8,9"));
    }

    @Test
    void aLayerAddsANumberToEachRow() {
        Matmul layer = new Matmul(matrix("1,2,3;4,5,6"), matrix("7;9;11"), Vector.of(1, -2));
        assertThat(layer.c()).isEqualTo(matrix("59;137"));
        assertThat(layer.bias(1, 0)).isEqualTo(-2);
        assertThat(new Matmul(matrix("1,2;3,4"), matrix("1;1"), Vector.of(5)).c())
                .isEqualTo(matrix("8;12"));
        assertThatThrownBy(() -> new Matmul(matrix("1,2;3,4"), matrix("1;1"), Vector.of(1, 2, 3)))
                .hasMessage(
                        "bias has 3 numbers and C has 2 rows and one column: give one for each row, or one for all");
    }

    @Test
    void aMismatchNamesBothShapesAndTheInnerSizes() {
        assertThatThrownBy(() -> new Matmul(matrix("1,2,3;4,5,6"), matrix("1,2,3;4,5,6"), NONE))
                .isInstanceOf(BadInput.class)
                .hasMessage("A is 2x3 and B is 2x3: inner sizes 3 and 2 differ");
        assertThatThrownBy(() -> new Matmul(matrix("1;2"), matrix("1,2"), Vector.of(1, 2, 3)))
                .hasMessage("bias has 3 numbers and C has 2 columns: give as many, or one for all");
    }

    @Test
    void raggedRowsAreNamed() {
        assertThatThrownBy(() -> matrix("1,2;3")).hasMessage("is ragged: row 1 has 2 numbers and row 2 has 1");
        assertThatThrownBy(() -> matrix("1,2;")).hasMessageContaining("is empty");
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

    @Test
    void whatCancelsLeavesTheRest() {
        Matrix a = Matrix.of(Vector.of(1e16, 1, -1e16));
        Matrix b = Matrix.of(Vector.of(1, 3), Vector.of(1, 1), Vector.of(1, 3));
        assertThat(new Matmul(a, b).c()).isEqualTo(Matrix.of(Vector.of(1, 1)));
        assertThat(new Matmul(a, b, Vector.of(0.5)).c()).isEqualTo(Matrix.of(Vector.of(1.5, 1.5)));
        assertThat(new Matmul(a, b).partial(0, 1, 3)).isEqualTo(1);
    }
}
