package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @Table
    void anExpressionIsWorthWhatItSays(String f, double x, double value) {
        assertThat(Expression.parse(f).value(x)).isEqualTo(value);
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
                f.value(0.5);
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
        assertThat(Expression.parse(f).value(x)).isNaN();
        assertThat(Expression.parse(f).trouble(x)).contains(why);
    }

    @Table
    void whatToTypeInsteadOfAStepThatIsTooLarge(String f, double x, String instead) {
        Expression expression = Expression.parse(f);
        assertThat(expression.remedy(Vector.of(x))).isEqualTo(Optional.ofNullable(instead));
    }

    @Test
    void everyFunctionOfTheListIsRead() {
        assertThat(Expression.functions())
                .contains("log2", "log10", "ln", "softplus")
                .doesNotHaveDuplicates();
        assertThat(Expression.functions())
                .allSatisfy(
                        f -> assertThat(Expression.parse(f + "(x)").value(0.5)).isFinite());
    }

    @Table
    void atAKinkEachSideHasItsOwnSlope(String f, double x, double left, double right) {
        Expression expression = Expression.parse(f);
        assertThat((Object) (expression.slope(x, -1) + 0.0)).isEqualTo(left);
        assertThat((Object) (expression.slope(x, 1) + 0.0)).isEqualTo(right);
    }

    @Test
    void aThousandCharactersAndAHundredLevelsAreTheMost() {
        assertThat(Expression.parse("x" + " ".repeat(999)).value(2)).isEqualTo(2);
        assertThatThrownBy(() -> Expression.parse("x" + " ".repeat(1000)))
                .hasMessageEndingWith("cannot be read at position 1001: it is longer than 1000 characters");
        assertThat(Expression.parse("-".repeat(99) + "x").value(2)).isEqualTo(-2);
        assertThatThrownBy(() -> Expression.parse("-".repeat(100) + "x"))
                .hasMessageEndingWith("cannot be read at position 101: it is nested more than 100 deep");
        assertThat(Expression.parse("-x" + "+x".repeat(150)).value(2)).isEqualTo(298);
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

    /** Each is x where x is at least 0, though its parts are upright at 0. */
    @ParameterizedTest
    @ValueSource(strings = {"sqrt(x)^2", "(x^0.5)^2", "sqrt(x) sqrt(x)", "x^0.5 x^0.5", "(x^(1/3))^3"})
    void rootsThatMultiplyToXHaveItsSlope(String text) {
        assertThat(Expression.parse(text).slope(0, 1)).isEqualTo(1);
        assertThat(Expression.parse(text).slope(0, -1)).isNaN();
        assertThat(Expression.parse(text).slope(4, 1)).isCloseTo(1, within(1e-12));
    }

    @Table
    void anExpressionIsTidied(String f, String tidied) {
        assertThat(Algebra.tidied(Expression.parse(f).tree()).text()).isEqualTo(tidied);
    }

    @Property(tries = 1500)
    void theSlopeIsWhatCentralDifferencesApproach(
            @ForAll("expressions") String text, @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Expression f = Expression.parse(text);
        double slope = f.slope(x, 1);
        double wide = central(f, x, 2e-4);
        double narrow = central(f, x, 1e-4);
        // Where two differences agree they have converged: no kink, pole or wild bend is near.
        double size = Math.max(1, Math.max(Math.abs(f.value(x)), Math.abs(slope)));
        Assume.that(slope == f.slope(x, -1));
        // Behind a number of 1e12 a step in x is lost.
        Assume.that(largest(Expression.parse(text).tree(), Vector.of(x)) < 1e12);
        Assume.that(Math.abs(wide - narrow) < 1e-5 * size && size < 1e4);
        Assume.that(Math.abs(central(f, x, 1e-5) - narrow) < 1e-5 * size);
        assertThat(Math.abs(slope - narrow)).as("%s at %s", text, x).isLessThan(1e-4 * size);
    }

    private static double central(Expression f, double x, double h) {
        return (f.value(x + h) - f.value(x - h)) / (2 * h);
    }

    @Property(tries = 1500)
    void theDerivativeInWritingHasTheSameValueAsTheSlope(
            @ForAll("expressions") String text, @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Expression f = Expression.parse(text);
        double slope = f.slope(x, 1);
        Assume.that(Double.isFinite(f.value(x))
                && Double.isFinite(slope)
                && f.derivative().isPresent());
        Expression derivative = f.derivative().get();
        double written = derivative.value(x);
        if (derivative.toString().length() <= 1000) {
            double reread = Expression.parse(derivative.toString()).value(x);
            assertThat(Double.valueOf(reread)).isEqualTo(Double.valueOf(written));
        }
        // abs(u)/u has no value where u rounds to 0.
        Assume.that(!Double.isNaN(written) && Math.abs(slope) < 1e6);
        // Where terms cancel, digits are lost; nabla itself says so.
        Assume.that(!f.side(x, 1).slopeRounded().isDoubtful()
                && !derivative.still(x).at().isDoubtful());
        assertThat(Math.abs(written - slope))
                .as("%s = %s at %s", text, derivative, x)
                .isLessThan(1e-6 * Math.max(1, Math.abs(slope)));
    }

    /** The largest size of any part of an expression; NaN if one has no value. */
    private static double largest(Node node, Vector at) {
        double largest = Math.abs(node.value(at));
        for (Node part : node.parts()) {
            largest = Math.max(largest, largest(part, at));
        }
        return largest;
    }

    @Property(tries = 1500)
    void theValueAloneIsThatOfForwardMode(
            @ForAll("expressions") String text, @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Node tree = Expression.parse(text).tree();
        for (double at : new double[] {x, 0, -0.0, 1e300, -1e300}) {
            assertThat(Double.valueOf(tree.value(Vector.of(at))))
                    .isEqualTo(Double.valueOf(tree.dual(Vector.of(at), -1, 1).value()));
        }
    }

    @Property(tries = 1500)
    void whatIsPrintedReadsBackToTheSameValues(
            @ForAll("expressions") String text, @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Expression f = Expression.parse(text);
        Expression again = Expression.parse(f.printed());
        assertThat(Double.valueOf(again.value(x))).isEqualTo(Double.valueOf(f.value(x)));
        assertThat(again.printed()).isEqualTo(f.printed());
    }

    @Property(tries = 10000)
    void nothingTypedThrowsAnythingButBadInput(@ForAll("typing") String text) {
        try {
            Expression f = Expression.parse(text);
            f.value(1);
            f.derivative();
            f.rules();
        } catch (BadInput refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> typing() {
        Arbitrary<String> pieces = Arbitraries.of(
                "x", "(", ")", "+", "-", "*", "/", "^", "2", "0", ".", "e", "1e9", "pi", "sin(", "log(", "abs(",
                "relu(", " ", "sqrt(", "tan", "inf", "²", "\u0000", "\t", "y", ",");
        return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
    }

    /** Short enough that what is printed of them, with more blanks, can still be read. */
    @Provide
    Arbitrary<String> expressions() {
        return any().filter(text -> text.length() <= 500);
    }

    private Arbitrary<String> any() {
        Arbitrary<String> leaves = Arbitraries.of("x", "x", "x", "2", "0.5", "3", "pi", "e", "1", "0");
        return Arbitraries.lazyOf(() -> leaves, () -> leaves, this::calls, this::sums, this::powers, () -> any().map(
                        a -> "-(" + a + ")"));
    }

    private Arbitrary<String> calls() {
        Arbitrary<String> names = Arbitraries.of(Expression.functions());
        return Combinators.combine(names, any()).as((name, a) -> name + "(" + a + ")");
    }

    private Arbitrary<String> sums() {
        return Combinators.combine(any(), Arbitraries.of("+", "-", "*", "/", " "), any())
                .as((a, sign, b) -> "(" + a + ")" + sign + "(" + b + ")");
    }

    private Arbitrary<String> powers() {
        return Combinators.combine(any(), Arbitraries.of("2", "3", "-1", "0.5", "x", "(1/3)"))
                .as((a, n) -> "(" + a + ")^" + n);
    }

    @Table
    void whetherTwoAreOneFunctionWhateverTheSeed(String a, String b, boolean same) {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(Expression.parseLoss(a).isSame(Expression.parseLoss(b), seed))
                    .as("seed " + seed)
                    .isEqualTo(same);
        }
    }

    @Test
    void aFactorRightBehindAQuotientIsDoubted() {
        assertThat(List.of("1/2x", "3 + x/2sin(x)", "1/3(x+1)"))
                .allSatisfy(f -> assertThat(Expression.parse(f).doubt()).isPresent());
        assertThat(List.of("1/2 x", "1/(2x)", "(1/2)x", "x/2", "2x/3", "1/2*x"))
                .allSatisfy(f -> assertThat(Expression.parse(f).doubt()).isEmpty());
    }
}
