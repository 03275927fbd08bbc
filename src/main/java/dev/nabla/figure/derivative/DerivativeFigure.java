package dev.nabla.figure.derivative;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.expression.Derivative;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Optional;

/** FIG.04: a curve, its tangent at x, the secant over a nudge, and what the tangent misses. */
public final class DerivativeFigure implements Figure<Derivative> {
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
                KnobInfo.usual("eps", "ε", "the nudge of x, above 0, like 0.1")
                        .real(Range.decades(0.001, 2), Derivative::eps, Derivative::withEps),
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
        String tooLong = "it is too long to work out";
        Fact second = curve.map(
                        c -> real("second", c.slope(), noSlope.or(c::noSlope)).doubted(c.slopeDoubt()))
                .orElseGet(() -> Fact.absent("second", tooLong));
        return List.of(
                real("value", at.value(), at.noValue())
                        .doubted(at.valueDoubt())
                        .rounded(rounding)
                        .called("f(x)"),
                real("slope", at.slope(), noSlope).doubted(at.slopeDoubt()).rounded(rounding),
                real("slope_left", at.left(), at.noSide(-1)).rounded(rounding).calmly(),
                real("slope_right", at.right(), at.noSide(1)).rounded(rounding).calmly(),
                second.rounded(rounding).called("f''(x)").calmly(),
                curve.map(c -> Fact.of("derivative", new Value.Function(c.f())))
                        .orElseGet(() -> Fact.absent("derivative", tooLong)),
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

    @Override
    public List<String> steps(Derivative at) {
        return DerivativeWords.steps(at);
    }

    @Override
    public String python(Derivative at) {
        return DerivativeWords.python(at);
    }

    @Override
    public List<Line> sentence(Derivative at, ViewState<Derivative> cursor) {
        return DerivativeWords.sentence(at);
    }

    @Override
    public void draw(Derivative at, ViewState<Derivative> cursor, Canvas body) {
        DerivativePicture.draw(at, cursor, body);
    }
}
