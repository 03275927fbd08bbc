package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Composition;
import dev.nabla.math.expression.Expression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes along a path, given or those of functions, by hand. */
class ChainTest {
    private static final double H = 1e-5;

    @Test
    void theSizeOfWhatNoDoubleHoldsIsStillKnown() {
        Chain small = Chain.of(Vector.filled(1000, 0.25));
        assertThat(small.product()).isZero();
        assertThat(small.decades()).isCloseTo(-602.06, within(0.001));
        assertThat(Chain.of(Vector.filled(1000, -4)).product()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aFunctionWithoutAValueSaysWhy() {
        assertThat(new Composition(Expression.list("x-1,log(x),x^2"), 0.5).trouble())
                .hasValue("log(x) at -0.5: log needs a number above 0");
    }

    @Property
    void theProductIsTheSlopeOfTheWholeComposition(
            @ForAll("functions") List<Expression> f, @ForAll @DoubleRange(min = -2, max = 2) double x) {
        double up = last(f, x + H);
        double down = last(f, x - H);
        double wider = (last(f, x + 2 * H) - last(f, x - 2 * H)) / (4 * H);
        double numeric = (up - down) / (2 * H);
        Assume.that(Double.isFinite(wider) && Math.abs(up) < 1e3);
        Assume.that(Math.abs(numeric - wider) <= 1e-6 * Math.max(1, Math.abs(numeric)));
        assertThat(new Composition(f, x).chain().product())
                .isCloseTo(numeric, within(1e-5 * Math.max(1, Math.abs(numeric))));
    }

    private static double last(List<Expression> f, double x) {
        return new Composition(f, x).values().get(f.size() - 1);
    }

    @Property
    void theProductIsTheExactOneRounded(@ForAll("slopes") List<Double> slopes) {
        BigDecimal exact = BigDecimal.ONE;
        for (double slope : slopes) {
            exact = exact.multiply(new BigDecimal(slope), new MathContext(120));
        }
        double nearest = exact.doubleValue();
        double actual = chain(slopes).product();
        assertThat(actual).isBetween(Math.nextDown(nearest), Math.nextUp(nearest));
    }

    @Property
    void theLastPartialIsTheProductAndEachIsTheOneBeforeTimesItsSlope(@ForAll("slopes") List<Double> slopes) {
        Chain chain = chain(slopes);
        Vector partials = chain.partials();
        int n = slopes.size();
        assertThat(partials.get(n - 1)).isEqualTo(chain.product());
        assertThat(partials.get(0)).isEqualTo(slopes.get(n - 1));
        for (int i = 1; i < n; i++) {
            Chain rest = chain(slopes.subList(n - 1 - i, n));
            assertThat(partials.get(i)).isEqualTo(rest.product());
        }
    }

    @Property
    void theSizeInDecadesIsThatOfTheProduct(@ForAll("slopes") List<Double> slopes) {
        Chain chain = chain(slopes);
        double product = Math.abs(chain.product());
        Assume.that(product > 1e-300 && Double.isFinite(product));
        assertThat(chain.decades()).isCloseTo(StrictMath.log10(product), within(1e-11));
    }

    private static Chain chain(List<Double> slopes) {
        return Chain.of(Given.vector(slopes));
    }

    @Provide
    Arbitrary<List<Double>> slopes() {
        Arbitrary<Double> wild = Arbitraries.of(1e300, -1e-300, 5e-324, Double.MAX_VALUE, 1.0, 0.0, 0.1);
        Arbitrary<Double> tame = Arbitraries.doubles().between(-3, 3).ofScale(6);
        return Arbitraries.oneOf(tame, tame, wild).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Expression>> functions() {
        return Arbitraries.of("x^2", "sin(x)", "cos(x)", "exp(x)", "tanh(x)", "sigmoid(x)", "x/2+1", "1-x", "1/(1+x^2)")
                .map(Expression::parse)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

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
        Composition actual = new Composition(Expression.list(f), Reference.number(x));
        // An ulp of a value becomes a few of the next where that is steep.
        Reference.close(actual.values(), Reference.vector(values), 1e-12, 1e-3);
        Reference.close(actual.chain().slopes(), Reference.vector(slopes), 1e-12, 1e-3);
        Reference.close(Vector.of(actual.chain().product()), Reference.vector(product), 1e-12, 1e-3);
    }
}
