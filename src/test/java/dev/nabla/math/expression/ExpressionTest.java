package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2/4|3|2.25",
                "(1/4)x^2|3|2.25",
                "2x|3|6",
                "3sin(x)|0|0",
                "1/2x|3|1.5",
                "-x^2|3|-9",
                "(-x)^2|3|9",
                "2^3^x|2|512",
                "x^-1|4|0.25",
                "x(x+1)|3|12",
                "2 pi|0|6.283185307179586",
                "2e|0|5.43656365691809",
                "2e1x|3|60",
                "2e+1x|3|60",
                "2e-1x|5|1",
                "e^x|1|2.718281828459045",
                "relu(x) - relu(-x)|-3|-3",
                "abs(x) X|-2|-4",
                "sigmoid(x)|0|0.5",
                "tanh(x)|0|0",
                "SIN(x)|0|0",
                "ABS(x)|-2|2"
            })
    void anExpressionIsWorthWhatItSays(String f, double x, double value) {
        assertThat(Expression.parse(f).at(x)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2/4|0.5 x",
                "(1/4)x^2|0.5 x",
                "x^3|3 x^2",
                "x^2/3|2 x/3",
                "e^x|e^x",
                "exp(2x)|2 exp(2 x)",
                "sigmoid(x)|sigmoid(x) (1 - sigmoid(x))",
                "relu(x)|relu(x)/x",
                "abs(x)|abs(x)/x",
                "sin(x)|cos(x)",
                "cos(x)|-sin(x)",
                "tan(x)|1/cos(x)^2",
                "tanh(x)|1 - tanh(x)^2",
                "sqrt(x)|1/(2 sqrt(x))",
                "log(x)|1/x",
                "ln(x)|1/x",
                "log2(x)|1/(x log(2))",
                "1/x|-1/x^2",
                "5/x^3|-15/x^4",
                "sin(x)/x|(x cos(x) - sin(x))/x^2",
                "x/(x+1)|1/(x + 1)^2",
                "x^x|(log(x) + 1) x^x",
                "2^x|log(2) * 2^x",
                "x^(1/3)|x^(-2/3)/3",
                "x^(2/3)|2 x^(-1/3)/3",
                "x^(-1/3)|-x^(-4/3)/3",
                "-x^2/6|-x/3",
                "3x^2-2x+1|6 x - 2",
                "(3x+1)^2|6 (3 x + 1)",
                "cos(sin(x))|-cos(x) sin(sin(x))",
                "7|0",
                "x|1"
            })
    void theDerivativeIsTidyEnoughToRead(String f, String derivative) {
        assertThat(Expression.parse(f).derivative().orElseThrow()).hasToString(derivative);
    }

    @Test
    void everyRuleOnTheWayIsNamed() {
        assertThat(Expression.parse("exp(-x^2) + 3").rules())
                .containsExactly(
                        "power rule: d/dx x^2 = 2 x",
                        "constant factor: d/dx -x^2 = -2 x",
                        "exp and chain rule: d/dx exp(-x^2) = -2 x exp(-x^2)",
                        "sum rule: d/dx (exp(-x^2) + 3) = -2 x exp(-x^2)");
        assertThat(Expression.parse("2^3").rules()).containsExactly("constant: d/dx 2^3 = 0");
        assertThat(Expression.parse("x").rules()).containsExactly("d/dx x = 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^^2|3|'^' does not fit here",
                "2x +|5|it ends where a number, x or a function must follow",
                "x2|2|a number cannot follow here; write * before it",
                "2 3|3|a number cannot follow here; write * before it",
                "(x|3|the parenthesis of position 1 is not closed",
                "2(x(3|6|the parenthesis of position 4 is not closed",
                "x)|2|')' does not fit here",
                "sin x|5|what sin is of goes in parentheses, like sin(x)",
                "sin()|5|')' does not fit here",
                "3y|2|'y' is unknown; there are x pi e sqrt exp log sin cos tan tanh sigmoid relu abs",
                "Z|1|'z' is unknown; there are x pi e sqrt exp log sin cos tan tanh sigmoid relu abs",
                "inf|1|'inf' is unknown; there are x pi e sqrt exp log sin cos tan tanh sigmoid relu abs",
                "x + 1e999|5|this number is larger than any double (1.8e308)",
                "x²|2|'²' does not fit here; write ^2",
                "x³|2|'³' does not fit here; write ^3",
                "x*/2|3|'/' does not fit here",
                "x**2|3|'*' does not fit here; write ^ for a power",
                ".|1|a number cannot follow here; write * before it",
                "x + .|5|a number cannot follow here; write * before it"
            })
    void whatCannotBeReadIsShownWhereItStops(String f, int position, String why) {
        assertThatThrownBy(() -> Expression.parse(f))
                .isInstanceOf(BadInput.class)
                .hasMessage("'" + f + "' cannot be read at position " + position + ": " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "sin(", "x^", "+", "((x)", "2(", "x+", "x/", "x ", "1"})
    void absurdLengthIsRefusedAndNotAStackOverflow(String piece) {
        for (int length : new int[] {110, 990, 100_000}) {
            String text = piece.repeat(length / piece.length()) + "x";
            try {
                Expression f = Expression.parse(text);
                f.at(0.5);
                f.derivative();
                f.rules();
                f.printed();
            } catch (BadInput refused) {
                assertThat(refused.getMessage()).hasSizeLessThan(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/x|0|f divides by zero here",
                "x^-1|0|f divides by zero here",
                "1/(1/x)|0|f divides by zero here",
                "log(x)|0|log needs a number above 0",
                "log(x)|-1|log needs a number above 0",
                "sqrt(x)|-1|sqrt needs a number of at least 0",
                "tan(x)|1.5707963267948966|tan has a pole here",
                "x^0.5|-4|a negative number has no such power",
                "exp(x)|1000|f is larger than any double here",
                "exp(x)-exp(x)|1000|f is not a number here"
            })
    void whereThereIsNoValueTheReasonIsNamed(String f, double x, String why) {
        assertThat(Expression.parse(f).at(x)).isNaN();
        assertThat(Expression.parse(f).trouble(x)).contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(x)|0|-1|1",
                "relu(x)|0|0|1",
                "relu(-x)|0|-1|0",
                "abs(3x-6)|2|-3|3",
                "x sqrt(x)|0|0|0",
                "abs(x) sqrt(x)|0|0|0",
                "x^2 sqrt(x)|0|0|0",
                "0 sqrt(x)|0|0|0",
                "sqrt(x)^0|0|0|0",
                "x abs(x)|0|0|0",
                "abs(x^2)|0|0|0",
                "relu(x)-relu(-x)|0|1|1",
                "relu(x)^2|0|0|0",
                "exp(abs(x))|0|-1|1"
            })
    void atAKinkEachSideHasItsOwnSlope(String f, double x, double left, double right) {
        Expression expression = Expression.parse(f);
        assertThat(expression.slopeFromLeft(x)).isEqualTo(left, within(0.0));
        assertThat(expression.slopeToRight(x)).isEqualTo(right, within(0.0));
    }

    @Test
    void oneThousandSignsAndAHundredLevelsAreTheMost() {
        assertThat(Expression.parse("x" + " ".repeat(999)).at(2)).isEqualTo(2);
        assertThatThrownBy(() -> Expression.parse("x" + " ".repeat(1000)))
                .hasMessageEndingWith("cannot be read at position 1001: it is longer than 1000 signs");
        assertThat(Expression.parse("-".repeat(99) + "x").at(2)).isEqualTo(-2);
        assertThatThrownBy(() -> Expression.parse("-".repeat(100) + "x"))
                .hasMessageEndingWith("cannot be read at position 101: it is nested more than 100 deep");
        assertThat(Expression.parse("-x" + "+x".repeat(150)).at(2)).isEqualTo(298);
    }

    @Test
    void spacesDoNotMakeAnotherFunction() {
        assertThat(Expression.parse("2 x+1"))
                .isEqualTo(Expression.parse("2x + 1"))
                .hasToString("2 x+1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x - x^2|sum rule: d/dx (x - x^2) = 1 - 2 x",
                "x + x^2|sum rule: d/dx (x + x^2) = 1 + 2 x",
                "-sin(x)|constant factor: d/dx -sin(x) = -cos(x)",
                "3 sin(x)|constant factor: d/dx 3 sin(x) = 3 cos(x)",
                "sin(x) pi|constant factor: d/dx pi sin(x) = pi cos(x)",
                "x sin(x)|product rule: d/dx x sin(x) = sin(x) + x cos(x)",
                "sin(x)/pi|constant factor: d/dx sin(x)/pi = cos(x)/pi",
                "sin(x)/x|quotient rule: d/dx sin(x)/x = (x cos(x) - sin(x))/x^2",
                "x^3|power rule: d/dx x^3 = 3 x^2",
                "sin(x)^2|power and chain rule: d/dx sin(x)^2 = 2 cos(x) sin(x)",
                "2^x|exponential rule: d/dx 2^x = log(2) * 2^x",
                "x^x|general power rule: d/dx x^x = (log(x) + 1) x^x",
                "exp(x)|exp: d/dx exp(x) = exp(x)",
                "exp(2x)|exp and chain rule: d/dx exp(2 x) = 2 exp(2 x)",
                "pi|constant: d/dx pi = 0",
                "x|d/dx x = 1"
            })
    void theLastRuleIsThatOfTheWhole(String f, String rule) {
        List<String> rules = Expression.parse(f).rules();
        assertThat(rules.get(rules.size() - 1)).isEqualTo(rule);
    }

    @Test
    void aDifferenceKeepsTheParenthesesItNeeds() {
        assertThat(Expression.parse("x-(x-2)").printed()).isEqualTo("x - (x - 2)");
        assertThat(Expression.parse("2(x-1)").printed()).isEqualTo("2 (x - 1)");
        assertThat(Expression.parse("(x-1)^2").printed()).isEqualTo("(x - 1)^2");
    }

    /** Each is x where x is above 0, so its slope to the right is 1, but by the rules it is 0 times infinity. */
    @ParameterizedTest
    @ValueSource(strings = {"sqrt(x)^2", "(x^0.5)^2", "sqrt(x) sqrt(x)", "x^0.5 x^0.5", "(x^(1/3))^3"})
    void nothingTimesInfinitelySteepIsNotTakenForNothing(String text) {
        assertThat(Expression.parse(text).slopeToRight(0)).isNaN();
        assertThat(Expression.parse(text).slopeToRight(4)).isCloseTo(1, within(1e-12));
    }
}
