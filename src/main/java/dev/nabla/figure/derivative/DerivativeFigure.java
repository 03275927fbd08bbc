package dev.nabla.figure.derivative;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.Derivative;
import dev.nabla.math.expression.Expression;
import dev.nabla.math.expression.PythonExpression;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Figure FIG.04: a curve, its tangent at x, the secant over a nudge ε, and the error of the tangent. */
public final class DerivativeFigure implements Figure<Derivative> {
    /** Significant digits of a number in the sentence. */
    private static final int DIGITS = 3;

    /** Example functions; a class of its own, so that they are parsed only when they are needed. */
    private static final class Presets {
        static final List<Expression> ALL = Expression.list("x^2/4,x^3,e^x,sigmoid(x),relu(x),sin(x),abs(x),1/x");
    }

    /**
     * A derivative at one point.
     *
     * @param curve f' at the same point; empty if its formula is too long to print
     * @param noSlope why there is no slope; empty if there is one
     */
    record DerivativeResults(Derivative at, Optional<Derivative> curve, Optional<String> noSlope) {
        static DerivativeResults of(Derivative at) {
            return new DerivativeResults(at, at.curve(), at.noSlope());
        }

        /** Returns a copy with another nudge; the curve and the slope do not depend on it. */
        DerivativeResults withEps(double eps) {
            return new DerivativeResults(at.withEps(eps), curve, noSlope);
        }

        /**
         * Returns the error bound of the value and the slopes, which grows with x: sin 1000π is as inexact as 1000π.
         */
        double rounding() {
            return Fact.ROUNDING + 0x1p-50 * Math.abs(at.x());
        }

        Optional<String> noValue() {
            return at.remedy().or(at::noValue);
        }

        double second() {
            return curve.map(Derivative::slope).orElse(Double.NaN);
        }

        Optional<String> noForward() {
            return at.noDifference(at.forward());
        }
    }

    static final Quantity<DerivativeResults, Double> VALUE = real(
                    "value", on -> on.at().value(), DerivativeResults::noValue)
            .called("f(x)")
            .rounded(DerivativeResults::rounding)
            .withDoubt(on -> on.at().valueDoubt());

    static final Quantity<DerivativeResults, Double> SLOPE = real(
                    "slope", on -> on.at().slope(), DerivativeResults::noSlope)
            .rounded(DerivativeResults::rounding)
            .withDoubt(on -> on.at().slopeDoubt());

    static final Quantity<DerivativeResults, Double> LEFT = real(
                    "slope_left", on -> on.at().left(), on -> on.at().noSide(-1))
            .inWords("slope on the left of x")
            .rounded(DerivativeResults::rounding);

    static final Quantity<DerivativeResults, Double> RIGHT = real(
                    "slope_right", on -> on.at().right(), on -> on.at().noSide(1))
            .inWords("slope on the right of x")
            .rounded(DerivativeResults::rounding);

    static final Quantity<DerivativeResults, Value> CURVE = Quantity.<DerivativeResults>of(
                    "derivative",
                    Style.WHOLE,
                    on -> new Value.Function(on.curve().orElseThrow().f()))
            .unless(on -> on.curve().isPresent() ? Optional.empty() : Optional.of("it is too long to work out"));

    static final Quantity<DerivativeResults, Double> SECANT = real(
                    "forward", on -> on.at().forward(), DerivativeResults::noForward)
            .called("secant")
            .inWords("slope of the secant from x to x + ε")
            .withDoubt(on -> on.at().forwardDoubt());

    static final Quantity<DerivativeResults, Double> GAP = real(
                    "gap", on -> on.at().gap(), on -> on.noSlope().or(on::noForward))
            .withDoubt(on -> on.at().gapDoubt());

    static final Quantity<DerivativeResults, Double> INTERCEPT =
            real("tangent_intercept", on -> on.at().tangentIntercept(), DerivativeResults::noSlope);

    private static final Quantities<Derivative, DerivativeResults> QUANTITIES = new Quantities<>(
            DerivativeResults::of,
            List.of(
                    VALUE,
                    SLOPE,
                    LEFT,
                    RIGHT,
                    real("second", DerivativeResults::second, on -> on.at().noSecond())
                            .called("f''(x)")
                            .inWords("slope of the slope, f''(x),")
                            .rounded(DerivativeResults::rounding)
                            .withDoubt(on -> on.curve().flatMap(Derivative::slopeDoubt)),
                    CURVE,
                    SECANT,
                    real("central", on -> on.at().central(), on -> on.at()
                                    .noDifference(on.at().central()))
                            .inWords("slope of the secant from x − ε to x + ε")
                            .withDoubt(on -> on.at().centralDoubt()),
                    GAP,
                    INTERCEPT));

    private static Quantity<DerivativeResults, Double> real(
            String name, Function<DerivativeResults, Double> of, Function<DerivativeResults, Optional<String>> absent) {
        return Quantity.real(name, Style.number(3), of)
                .unless(on -> absent.apply(on).or(() -> tooLarge(of.apply(on))));
    }

    private static Optional<String> tooLarge(double x) {
        return Double.isFinite(x) ? Optional.empty() : Optional.of("it is larger than any double");
    }

    /** Sizes of the nudge that a run takes one after the other; the secant settles on the tangent. */
    static final List<Double> RUN = List.of(2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02);

    /** Counts the sizes of {@link #RUN} that are smaller than the first and have been reached. */
    private static final Knob<Derivative, Long> SHRUNK = KnobInfo.picture(
                    "shrunk", "shrunk", "how often ε has shrunk from 2")
            .whole(0, RUN.size() - 1, DerivativeFigure::shrunk, (at, step) -> at.withEps(RUN.get(step.intValue())));

    private static long shrunk(Derivative at) {
        long reached = RUN.stream().filter(eps -> eps >= at.eps()).count();
        return Math.max(0, reached - 1);
    }

    @Override
    public Info info() {
        return new Info("derivative", "FIG.04", "curve", "The derivative: nudge x, see f move", "Enter shrinks ε");
    }

    @Override
    public Optional<Stepper<Derivative>> stepper() {
        return Optional.of(new Stepper<>(
                SHRUNK,
                "one ε smaller",
                "sizes",
                at -> Pace.byRow(RUN.size()),
                at -> shrunk(at) == RUN.size() - 1,
                at -> true,
                Optional.empty()));
    }

    @Override
    public Derivative start() {
        return new Derivative(Presets.ALL.get(0), 1, 2);
    }

    @Override
    public List<Knob<Derivative, ?>> knobs() {
        return List.of(
                KnobInfo.question("x", "x", "where the slope is taken, like 3")
                        .real(new Range(-4, 4, 0.1), Derivative::x, Derivative::withX),
                KnobInfo.usual("eps", "ε", "the nudge of x, like 0.1")
                        .labelled("ε")
                        .real(Range.decades(0.001, 2), Bounds.above(0L), Derivative::eps, Derivative::withEps),
                KnobInfo.question("f", "f", "a function of x, like x^2/4 or 'sin(x)/x'")
                        .holding(
                                new TextCodec<>(
                                        Presets.ALL, DerivativeFigure::function, f -> new Value.Word(f.toString())),
                                Derivative::f,
                                Derivative::withF));
    }

    @Override
    public Quantities<Derivative, DerivativeResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(Derivative at) {
        return DerivativeSteps.of(at);
    }

    /** Returns the equation of the tangent, like {@code 1.5 x − 2.25}. */
    static String tangent(Derivative at) {
        double c = at.tangentIntercept();
        return Decimal.typeset(Decimal.significant(at.slope(), 4) + " x" + (c < 0 ? " - " : " + ")
                + Decimal.significant(Math.abs(c), 4));
    }

    @Override
    public Python python(Derivative at) {
        String f = new PythonExpression(at.f()).code();
        String rule = at.f()
                .derivative()
                .map(slope -> new PythonExpression(slope).code())
                .orElse("$slope");
        String known = String.join("\n", PythonExpression.definitions(f + rule));
        return new Python(
                        """
                $math
                $known
                def f(x): return $formula
                x, eps = $x, $eps
                secant = (f(x + eps) - f(x)) / eps  #2 $forward
                $rule
                miss = f(x + eps) - (f(x) + eps * slope)  # eps * $gap
                print(secant - slope)  # $gap
                print(slope)  #= $slope
                """)
                .with("math", (f + rule + known).contains("math.") ? "import math" : "")
                .with("known", known)
                .with("rule", at.noSlope().map(why -> "# " + why).orElse("slope = " + rule + "  #= $slope"))
                .with("formula", f);
    }

    @Override
    public List<Line> sentence(Derivative at, ViewState<Derivative> cursor) {
        String x = "x = " + number(at.x(), DIGITS);
        if (at.isKink()) {
            Line none = Line.EMPTY.warn("No derivative here").text(": ").result(number(at.left(), DIGITS));
            Line sides = none.text(" from the left, ")
                    .result(number(at.right(), DIGITS))
                    .text(" to the right");
            return List.of(sides, Line.of(" of the kink"));
        }
        if (at.noSlope().isPresent()) {
            return List.of(Line.EMPTY.first(x).text(": ").warn(at.noSlope().get()));
        }
        if (Double.isFinite(at.forward())) {
            boolean settles = cursor.running() || at.eps() == RUN.get(RUN.size() - 1);
            return settles ? settling(at) : nudged(at);
        }
        Line slope = Line.of("The slope at ").first(x).text(" is ").result(number(at.slope(), DIGITS));
        String why = at.noDifference(at.forward()).orElse("");
        return List.of(slope, Line.of("; there is no secant: " + why));
    }

    private static List<Line> settling(Derivative at) {
        Line secant = Line.of("ε = ")
                .second(number(at.eps(), DIGITS))
                .text(": the secant has slope ")
                .second(number(at.forward(), DIGITS));
        return List.of(secant, Line.of("; the tangent has ").result(number(at.slope(), DIGITS)));
    }

    private static List<Line> nudged(Derivative at) {
        String moved = number(at.eps() * at.forward(), DIGITS);
        String predicted = number(at.eps() * at.slope(), DIGITS);
        return List.of(
                Line.of("Push ")
                        .first("x")
                        .text(" by ")
                        .second(number(at.eps(), DIGITS))
                        .text(": f moves " + moved),
                Line.of("; the ").result("slope").text(" predicts " + predicted),
                Line.of(": off by ").warn(number(Math.abs(at.tangentError()), DIGITS)));
    }

    @Override
    public void draw(Derivative at, ViewState<Derivative> cursor, Canvas body) {
        DerivativePicture.draw(at, cursor, body);
    }

    private static Expression function(String text) {
        try {
            return Expression.parse(text);
        } catch (BadInput bad) {
            throw isOfTwo(text)
                    ? new BadInput(bad.problem()
                            .withFinding(
                                    "'" + text + "' has two variables",
                                    new Problem.Suggestion(
                                            "type a function of x alone; solve descent takes one of x and y")))
                    : bad;
        }
    }

    private static boolean isOfTwo(String text) {
        try {
            return Expression.parseLoss(text).dimensions() == 2;
        } catch (BadInput unreadable) {
            return false;
        }
    }
}
