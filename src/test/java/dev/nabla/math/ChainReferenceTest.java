package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Composition;
import dev.nabla.math.expression.Expression;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products beside exact fractions, compositions beside numpy's longer floats (chain.py). */
class ChainReferenceTest {
    static Stream<String[]> products() {
        return Reference.rows("chain.csv").stream().filter(row -> row.length == 2);
    }

    static Stream<String[]> compositions() {
        return Reference.rows("chain.csv").stream().filter(row -> row.length == 5);
    }

    @ParameterizedTest
    @MethodSource("products")
    void everyPartialIsTheNearestDoubleOfTheExactProduct(String slopes, String partials) {
        assertThat(Chain.of(Reference.vector(slopes)).partials()).isEqualTo(Reference.vector(partials));
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void numpyAgrees(String f, String x, String values, String slopes, String product) {
        Composition ours = new Composition(Expression.list(f), Reference.number(x));
        close(ours.values(), Reference.vector(values));
        close(ours.chain().slopes(), Reference.vector(slopes));
        close(Vector.of(ours.chain().product()), Vector.of(Reference.number(product)));
    }

    /** An ulp of a value becomes a few of the next where that is steep. */
    private static void close(Vector ours, Vector theirs) {
        for (int i = 0; i < theirs.size(); i++) {
            double expected = theirs.get(i);
            assertThat(ours.get(i)).isCloseTo(expected, within(1e-12 * Math.max(1e-3, Math.abs(expected))));
        }
    }
}
