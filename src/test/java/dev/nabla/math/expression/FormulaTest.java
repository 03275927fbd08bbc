package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.math.BadInput;
import dev.nabla.math.Descent;
import dev.nabla.math.Optimizer;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Precision;
import dev.nabla.math.Reference;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaTest {
    private static final Precision WIDE = Precision.FLOAT64;

    private static Vector gradient(String f, double... at) {
        return Expression.parseLoss(f).gradient(Vector.of(at), WIDE);
    }

    @Table
    void valueAndSlopesAreThoseOfTheHand(String f, String at, double value, String slopes) {
        Vector place = Numerals.vector(at);
        assertThat(Expression.parseLoss(f).loss(place, WIDE)).isEqualTo(value);
        assertThat(Expression.parseLoss(f).gradient(place, WIDE)).isEqualTo(Numerals.vector(slopes));
    }

    @Table
    void itHasAsManyDimensionsAsItsLastVariableSays(String f, int dimensions) {
        assertThat(Expression.parseLoss(f).dimensions()).isEqualTo(dimensions);
    }

    @Test
    void xIsTheFirstVariableAndYTheSecond() {
        assertThat(Expression.parseLoss("x^2 + y"))
                .isEqualTo(Expression.parseLoss("x1^2+x2"))
                .hasToString("x^2 + y");
        assertThat(Expression.parseLoss("x")).isNotEqualTo(Expression.parseLoss("y"));
    }

    /** On one variable it is what {@link Expression} says. */
    @Property
    void ofOneVariableItAgreesWithTheExpression(@ForAll @DoubleRange(min = -3, max = 3) double x) {
        String f = "sin(x^2) + exp(-x)/(2 + x^2)";
        assertThat(Expression.parseLoss(f).loss(Vector.of(x), WIDE))
                .isEqualTo(Expression.parse(f).value(x));
        assertThat(gradient(f, x).get(0)).isEqualTo(Expression.parse(f).slope(x, 1));
    }

    @Table
    void atAKinkTheSlopeNearestToLevelCounts(String f, double x, double slope) {
        assertThat(gradient(f, x).get(0)).isEqualTo(slope);
    }

    @Test
    void aLossTooLargeIsInfiniteAndOneThatDoesNotExistHasAReason() {
        Expression steep = Expression.parseLoss("exp(x)");
        assertThat(steep.loss(Vector.of(800), WIDE)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(steep.loss(Vector.of(100), Precision.FLOAT32)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(steep.trouble(Vector.of(800))).isEmpty();
        assertThat(Expression.parseLoss("log(x)").loss(Vector.of(-1), WIDE)).isNaN();
        assertThat(Expression.parseLoss("log(x)").trouble(Vector.of(-1))).hasValue("log needs a number above 0");
        assertThat(Expression.parseLoss("1/(x*y)").trouble(Vector.of(0, 1))).hasValue("f divides by zero here");
    }

    @Table
    void whatCannotBeReadIsNamedWithItsPosition(String f, String complaint) {
        assertThatThrownBy(() -> Expression.parseLoss(f))
                .isInstanceOf(BadInput.class)
                .hasMessage(complaint);
    }

    static Stream<String[]> rows() {
        return Reference.rows("formula.csv").stream();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("rows")
    void valueSlopesAndStepsAreThoseOfSympyAndNumpy(
            String formula,
            String start,
            double value,
            String gradient,
            String steepest,
            String optimizer,
            double eta,
            String after1,
            String after7,
            String after25) {
        Expression f = Expression.parseLoss(formula);
        Vector at = Reference.vector(start);
        Reference.close(Vector.of(f.loss(at, Precision.FLOAT64)), Vector.of(value), 1e-14, 1);
        Reference.close(f.gradient(at, Precision.FLOAT64), Reference.vector(gradient), 1e-13, 1);
        Optimizer rule = Optimizer.SGD.with(Method.valueOf(optimizer.toUpperCase(Locale.ROOT)));
        List<Vector> path = new Descent(eta, at, f, 25, rule, 0, 1, Precision.FLOAT64, Descent.TOL)
                .run()
                .path();
        Reference.close(path.get(1), Reference.vector(after1), 1e-13, 1);
        Reference.close(path.get(7), Reference.vector(after7), 1e-12, 1);
        Reference.close(path.get(25), Reference.vector(after25), 1e-11, 1);
    }
}
