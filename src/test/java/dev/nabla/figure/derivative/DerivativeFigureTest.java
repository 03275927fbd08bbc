package dev.nabla.figure.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Value;
import dev.nabla.math.expression.Derivative;
import dev.nabla.math.expression.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answer of FIG.04 says beside its numbers. */
@TestsFigures
class DerivativeFigureTest {
    private static List<Fact> facts(String f, double x) {
        return new DerivativeFigure().facts(new Derivative(Expression.parse(f), x, 0.5));
    }

    /** A reader of JSON has the warnings alone to learn it from. */
    @ParameterizedTest
    @CsvSource({
        "relu(x)^2, 0",
        "x*abs(x), 0",
        "sqrt(x), 0",
        "x^0.5, 0",
        "x^1.5, 0",
        "abs(x), 0",
        "log(x), -1",
        "1/x, 0",
        "log(1+exp(x)), 1000",
        "exp(x^2), 26.6",
        "x^x, 0",
        "tan(x), 1.5707963267948966"
    })
    void everyValueThatDoesNotExistIsWarnedOf(String f, double x) {
        List<Fact> absent =
                facts(f, x).stream().filter(fact -> fact.value().isAbsent()).toList();
        assertThat(absent).isNotEmpty().noneMatch(Fact::calm);
    }

    @ParameterizedTest
    @CsvSource({"x^0.5, 0", "x^1.5, 0", "sigmoid(x), -800", "softplus(x), 2", "x^2, 3"})
    void nothingIsSaidOfDigitsThatAreAllThere(String f, double x) {
        assertThat(facts(f, x).subList(0, 5)).allMatch(fact -> fact.doubt().isEmpty());
    }

    @Test
    void theFunctionThatDoesNotOverflowIsNamed() {
        assertThat(facts("log(1+exp(x))", 1000).get(0).value())
                .isEqualTo(new Value.Absent("a step inside, exp(x), is larger than any double; "
                        + "softplus(x) is not: type it for log(1 + exp(x))"));
        assertThat(facts("softplus(x)", 1000).get(0).value()).isEqualTo(new Value.Real(1000));
    }
}
