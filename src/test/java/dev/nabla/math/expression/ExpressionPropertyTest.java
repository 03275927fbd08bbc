package dev.nabla.math.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ExpressionPropertyTest {
    @Property(tries = 3000)
    void theSlopeIsWhatCentralDifferencesApproach(
            @ForAll("expressions") String text, @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Expression f = Expression.parse(text);
        double slope = f.slopeToRight(x);
        double wide = central(f, x, 2e-4);
        double narrow = central(f, x, 1e-4);
        // Where two differences agree they have converged: no kink, pole or wild bend is near.
        double size = Math.max(1, Math.max(Math.abs(f.at(x)), Math.abs(slope)));
        Assume.that(slope == f.slopeFromLeft(x));
        // Behind a number of 1e12 a step in x is lost.
        Assume.that(largest(Parser.tree(text, Parser.Reading.EXPRESSION), Vector.of(x)) < 1e12);
        Assume.that(Math.abs(wide - narrow) < 1e-5 * size && size < 1e4);
        Assume.that(Math.abs(central(f, x, 1e-5) - narrow) < 1e-5 * size);
        assertThat(Math.abs(slope - narrow)).as("%s at %s", text, x).isLessThan(1e-4 * size);
    }

    private static double central(Expression f, double x, double h) {
        return (f.at(x + h) - f.at(x - h)) / (2 * h);
    }

    @Property(tries = 3000)
    void theDerivativeInWritingHasTheSameValueAsTheSlope(
            @ForAll("expressions") String text, @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Expression f = Expression.parse(text);
        double slope = f.slopeToRight(x);
        Assume.that(Double.isFinite(f.at(x))
                && Double.isFinite(slope)
                && f.derivative().isPresent());
        Expression derivative = f.derivative().get();
        double written = derivative.at(x);
        if (derivative.toString().length() <= 1000) {
            double reread = Expression.parse(derivative.toString()).at(x);
            assertThat(Double.valueOf(reread)).isEqualTo(Double.valueOf(written));
        }
        // Cancelled terms and the sine of a large number lose digits, and abs(u)/u has no value where u rounds to 0.
        Node tree = Parser.tree(text, Parser.Reading.EXPRESSION);
        Assume.that(!Double.isNaN(written) && largest(tree, Vector.of(x)) < 1e6 && Math.abs(slope) < 1e6);
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

    @Property(tries = 3000)
    void theValueAloneIsThatOfForwardMode(
            @ForAll("expressions") String text, @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Node tree = Parser.tree(text, Parser.Reading.EXPRESSION);
        for (double at : new double[] {x, 0, -0.0, 1e300, -1e300}) {
            assertThat(Double.valueOf(tree.value(Vector.of(at))))
                    .isEqualTo(Double.valueOf(tree.at(at).value()));
        }
    }

    @Property(tries = 3000)
    void whatIsPrintedReadsBackToTheSameValues(
            @ForAll("expressions") String text, @ForAll @DoubleRange(min = -3, max = 3) double x) {
        Expression f = Expression.parse(text);
        Expression again = Expression.parse(f.printed());
        assertThat(Double.valueOf(again.at(x))).isEqualTo(Double.valueOf(f.at(x)));
        assertThat(again.printed()).isEqualTo(f.printed());
    }

    @Property(tries = 20000)
    void nothingTypedThrowsAnythingButBadInput(@ForAll("typing") String text) {
        try {
            Expression f = Expression.parse(text);
            f.at(1);
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
        Arbitrary<String> names =
                Arbitraries.of("sqrt", "exp", "log", "sin", "cos", "tan", "tanh", "sigmoid", "relu", "abs");
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
}
