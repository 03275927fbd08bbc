package dev.nabla.figure.derivative;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import dev.nabla.math.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FIG.04: a curve, its tangent at x, the secant over a nudge, and what the tangent misses. */
public final class DerivativeFigure implements Figure<Derivative> {
    private static final int MOST_DIGITS = 17;
    /** By what share a difference of rounded values may miss the true one. */
    private static final double TOLERATED = 1e-3;

    /** A class of its own, so that they are read only once somebody asks for them. */
    private static final class Presets {
        static final List<Expression> ALL = Expression.list("x^2/4,x^3,e^x,sigmoid(x),relu(x),sin(x),abs(x),1/x");
    }

    @Override
    public Info info() {
        return new Info(
                "derivative", "FIG.04", "curve", "The derivative: nudge x, see f move", "drag the ● along the curve");
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
                        .real(Range.decades(0.001, 2), Bounds.above(0L), Derivative::eps, Derivative::withEps),
                KnobInfo.question("f", "f", "a function of x, like x^2/4 or 'sin(x)/x'")
                        .holding(
                                new Codec.Typed<>(Presets.ALL, Expression::parse, f -> new Value.Word(f.toString())),
                                Derivative::f,
                                Derivative::withF));
    }

    @Override
    public List<Fact> facts(Derivative at) {
        // sin 1000π is as far off as 1000π is.
        double rounding = Fact.ROUNDING + 0x1p-50 * Math.abs(at.x());
        Optional<Derivative> curve = at.curve();
        Optional<String> noSlope = at.noSlope();
        double second = curve.map(Derivative::slope).orElse(Double.NaN);
        Optional<String> noValue = at.remedy().or(at::noValue);
        return List.of(
                real("value", at.value(), noValue)
                        .doubted(at.valueDoubt())
                        .rounded(rounding)
                        .called("f(x)"),
                real("slope", at.slope(), noSlope).doubted(at.slopeDoubt()).rounded(rounding),
                real("slope_left", at.left(), at.noSide(-1)).rounded(rounding),
                real("slope_right", at.right(), at.noSide(1)).rounded(rounding),
                real("second", second, at.noSecond())
                        .doubted(curve.flatMap(Derivative::slopeDoubt))
                        .rounded(rounding)
                        .called("f''(x)"),
                curve.map(c -> Fact.of("derivative", new Value.Function(c.f())))
                        .orElseGet(() -> Fact.absent("derivative", "it is too long to work out")),
                real("forward", at.forward(), at.noDifference(at.forward()))
                        .doubted(at.forwardDoubt())
                        .called("secant"),
                real("central", at.central(), at.noDifference(at.central())).doubted(at.centralDoubt()),
                real("gap", at.gap(), noSlope.or(() -> at.noDifference(at.forward())))
                        .doubted(at.gapDoubt()),
                real("tangent_intercept", at.tangentIntercept(), noSlope));
    }

    private static Fact real(String name, double value, Optional<String> absent) {
        return absent.or(() -> Double.isFinite(value) ? Optional.empty() : Optional.of("it is larger than any double"))
                .map(why -> Fact.absent(name, why))
                .orElseGet(() -> Fact.real(name, value, "", 3));
    }

    /** As far as it goes: up to the first of value, slope and secant that does not exist. */
    @Override
    public List<String> steps(Derivative at) {
        List<String> steps = new ArrayList<>();
        at.f().rules().forEach(rule -> steps.add(rule.replace('-', '−')));
        String x = number(at.x());
        if (at.noValue().isPresent()) {
            steps.add("at x = " + x + ": " + at.noValue().get());
            return steps;
        }
        steps.add("f(" + x + ") = " + number(at.value()));
        if (at.noSlope().isPresent()) {
            steps.add("at x = " + x + ": " + Decimal.typeset(at.noSlope().get()));
        } else {
            steps.add("slope at " + x + " = " + number(at.slope()));
            steps.add("tangent: " + tangent(at));
        }
        at.noDifference(at.forward()).ifPresentOrElse(why -> steps.add("secant: " + why), () -> secant(at, steps));
        return steps;
    }

    private static void secant(Derivative at, List<String> steps) {
        String rise = rise(at.f().at(at.x() + at.eps()), at.value());
        steps.add("secant = (f(x+ε) − f(x))/ε = (" + rise + ")/" + number(at.eps()) + " = " + number(at.forward()));
        if (at.noSlope().isEmpty()) {
            steps.add("gap = secant − slope = " + number(at.gap()));
            steps.add("the tangent predicts " + number(at.value() + at.eps() * at.slope()) + " at x+ε and misses by "
                    + number(at.miss()));
        }
    }

    /** The two values with as many digits as their difference needs: {@code 0.250000005 − 0.25}. */
    private static String rise(double beside, double value) {
        int digits = WorkedSteps.DIGITS;
        while (digits < MOST_DIGITS && isLost(beside - value, rounded(beside, digits) - rounded(value, digits))) {
            digits++;
        }
        return number(beside, digits) + " − " + bracketed(number(value, digits));
    }

    private static double rounded(double x, int digits) {
        return Double.parseDouble(Decimal.significant(x, digits));
    }

    private static boolean isLost(double rise, double shown) {
        return Math.abs(shown - rise) > TOLERATED * Math.abs(rise);
    }

    /** The tangent's equation: {@code 1.5 x − 2.25}. */
    static String tangent(Derivative at) {
        double c = at.tangentIntercept();
        return Decimal.typeset(Decimal.significant(at.slope(), 4) + " x" + (c < 0 ? " - " : " + ")
                + Decimal.significant(Math.abs(c), 4));
    }

    @Override
    public String python(Derivative at) {
        String f = at.f().python();
        String rule = at.f().derivative().map(Expression::python).orElse("$slope");
        String known = String.join("\n", Expression.definitions(f + rule));
        return """
                $math
                $known
                def f(x): return $f
                x, eps = $x, $eps
                secant = (f(x + eps) - f(x)) / eps  #2 $forward
                $rule
                miss = f(x + eps) - (f(x) + eps * slope)  # eps * $gap
                print(secant - slope)  # $gap
                print(slope)  #= $slope
                """
                .replace("$math", (f + rule + known).contains("math.") ? "import math" : "")
                .replace("$known", known)
                .replace("$rule", at.noSlope().map(why -> "# " + why).orElse("slope = " + rule + "  #= $slope"))
                .replace("return $f", "return " + f);
    }

    @Override
    public List<Line> sentence(Derivative at, ViewState<Derivative> cursor) {
        String x = "x = " + three(at.x());
        if (at.isKink()) {
            Line none = Line.EMPTY.warn("No derivative here").text(": ").result(three(at.left()));
            Line sides = none.text(" from the left, ").result(three(at.right())).text(" to the right");
            return List.of(sides, Line.of(" of the kink"));
        }
        if (at.noSlope().isPresent()) {
            return List.of(Line.EMPTY.first(x).text(": ").warn(at.noSlope().get()));
        }
        if (Double.isFinite(at.forward())) {
            return nudged(at);
        }
        Line slope = Line.of("The slope at ").first(x).text(" is ").result(three(at.slope()));
        String why = at.noDifference(at.forward()).orElse("");
        return List.of(slope, Line.of("; there is no secant: " + why));
    }

    private static List<Line> nudged(Derivative at) {
        String moved = three(at.eps() * at.forward());
        String predicted = three(at.eps() * at.slope());
        return List.of(
                Line.of("Push ").first("x").text(" by ").second(three(at.eps())).text(": f moves " + moved),
                Line.of("; the ").result("slope").text(" predicted " + predicted),
                Line.of(", which is off by ").warn(three(Math.abs(at.miss()))));
    }

    private static String three(double x) {
        return Decimal.typeset(Decimal.significant(x, 3));
    }

    @Override
    public void draw(Derivative at, ViewState<Derivative> cursor, Canvas body) {
        DerivativePicture.draw(at, cursor, body);
    }
}
