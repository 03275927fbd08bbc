package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import dev.nabla.math.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @Table
    void anExpressionIsWorthWhatItSays(String f, double x, double value) {
        assertThat(Expression.parse(f).at(x)).isEqualTo(value);
    }

    @Table
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

    @Table
    void whatCannotBeReadIsShownWhereItStops(String f, int position, String why) {
        assertThatThrownBy(() -> Expression.parse(f))
                .isInstanceOf(BadInput.class)
                .hasMessage("'" + f + "' cannot be read at position " + position + ": " + why);
    }

    @Table
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

    @Table
    void whereThereIsNoValueTheReasonIsNamed(String f, double x, String why) {
        assertThat(Expression.parse(f).at(x)).isNaN();
        assertThat(Expression.parse(f).trouble(x)).contains(why);
    }

    @Table
    void atAKinkEachSideHasItsOwnSlope(String f, double x, double left, double right) {
        Expression expression = Expression.parse(f);
        assertThat(expression.slopeFromLeft(x)).isEqualTo(left, within(0.0));
        assertThat(expression.slopeToRight(x)).isEqualTo(right, within(0.0));
    }

    @Test
    void oneThousandSignsAndAHundredLevelsAreTheMost() {
        assertThat(Expression.parse("x" + " ".repeat(999)).at(2)).isEqualTo(2);
        assertThatThrownBy(() -> Expression.parse("x" + " ".repeat(1000)))
                .hasMessageEndingWith("cannot be read at position 1001: it is longer than 1000 characters");
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

    @Table
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
