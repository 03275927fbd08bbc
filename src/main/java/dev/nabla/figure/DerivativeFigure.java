package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Derivative;
import dev.nabla.math.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** FIG.04: a curve, its tangent at x, the secant over a nudge, and what the tangent misses. */
public final class DerivativeFigure implements Figure<Derivative> {
    /** A class of its own, so that they are read only once somebody asks for them. */
    private static final class Presets {
        static final List<Expression> ALL = Stream.of(
                        "x^2/4", "x^3", "e^x", "sigmoid(x)", "relu(x)", "sin(x)", "abs(x)", "1/x")
                .map(Expression::parse)
                .toList();
    }

    @Override
    public String id() {
        return "derivative";
    }

    @Override
    public String number() {
        return "FIG.04";
    }

    @Override
    public String title() {
        return "The derivative: nudge x, see f move";
    }

    @Override
    public String invitation() {
        return "drag the ● along the curve";
    }

    @Override
    public Derivative start() {
        return new Derivative(Presets.ALL.get(0), 1, 2);
    }

    @Override
    public List<Knob<Derivative>> knobs() {
        return List.of(
                new NumberKnob<>(
                        Label.question("x", "x", "where the slope is taken, like 3"),
                        new Range(-4, 4, 0.1),
                        Derivative::x,
                        Derivative::withX),
                new NumberKnob<>(
                        Label.question("eps", "ε", "the nudge of x, above 0, like 0.1"),
                        Range.decades(0.001, 2),
                        Derivative::eps,
                        Derivative::withEps),
                new ExpressionKnob<>(
                        Label.question("f", "f", "a function of x, like x^2/4 or 'sin(x)/x'"),
                        Presets.ALL,
                        Derivative::f,
                        Derivative::withF));
    }

    @Override
    public List<Fact> facts(Derivative at) {
        return List.of(
                real("value", at.value(), at.noValue()).called("f(x)"),
                real("slope", at.slope(), at.noSlope()),
                at.f()
                        .derivative()
                        .map(slope -> Fact.word("derivative", slope.toString()))
                        .orElseGet(() -> Fact.absent("derivative", "it is too long to print")),
                real("forward", at.forward(), at.noDifference(at.forward())).called("secant"),
                real("central", at.central(), at.noDifference(at.central())),
                real("gap", at.gap(), at.noSlope().or(() -> at.noDifference(at.forward()))),
                real("tangent_intercept", at.tangentIntercept(), at.noSlope()));
    }

    private static Fact real(String name, double value, Optional<String> absent) {
        return absent.or(() -> Double.isFinite(value) ? Optional.empty() : Optional.of("it is larger than any double"))
                .map(why -> Fact.absent(name, why))
                .orElseGet(() -> Fact.real(name, value, "", 3));
    }

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
            steps.add("at x = " + x + ": " + at.noSlope().get());
        } else {
            steps.add("slope at " + x + " = " + number(at.slope()));
            steps.add("tangent: " + tangent(at));
        }
        double beside = at.f().at(at.x() + at.eps());
        if (at.noDifference(at.forward()).isPresent()) {
            steps.add("secant: " + at.noDifference(at.forward()).get());
            return steps;
        }
        steps.add("secant = (f(x+ε) − f(x))/ε = (" + number(beside) + " − " + bracketed(number(at.value())) + ")/"
                + number(at.eps()) + " = " + number(at.forward()));
        if (at.noSlope().isEmpty()) {
            steps.add("gap = secant − slope = " + number(at.gap()));
            steps.add("the tangent foretells " + number(at.value() + at.eps() * at.slope()) + " at x+ε and misses by "
                    + number(at.miss()));
        }
        return steps;
    }

    /** The tangent's equation: {@code 1.5 x − 2.25}. */
    static String tangent(Derivative at) {
        double c = at.tangentIntercept();
        return Decimal.typeset(Decimal.significant(at.slope(), 4) + " x" + (c < 0 ? " - " : " + ")
                + Decimal.significant(Math.abs(c), 4));
    }

    private static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, 6));
    }

    private static String bracketed(String number) {
        return number.startsWith("−") ? "(" + number + ")" : number;
    }

    @Override
    public List<Line> sentence(Derivative at, Cursor<Derivative> cursor) {
        return DerivativeSentence.of(at);
    }

    @Override
    public void draw(Derivative at, Cursor<Derivative> cursor, Canvas body) {
        new DerivativePicture(at, cursor, body).draw();
    }
}
