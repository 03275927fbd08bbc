package dev.nabla.figure.derivative;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import dev.nabla.math.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** FIG.04 in words, how far the nudge moved f and what the slope had predicted; worked out; and in Python. */
final class DerivativeWords {
    private static final int MOST_DIGITS = 17;
    /** By what share a difference of rounded values may miss the true one. */
    private static final double TOLERATED = 1e-3;

    private DerivativeWords() {}

    static List<Line> sentence(Derivative at) {
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

    /** As far as it goes: up to the first of value, slope and secant that does not exist. */
    static List<String> steps(Derivative at) {
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

    static String python(Derivative at) {
        String f = at.f().python();
        String rule = at.f().derivative().map(Expression::python).orElse("$slope");
        boolean sigmoid = f.contains("sigmoid");
        return """
                $math
                $sigmoid
                $relu
                def f(x): return $f
                x, eps = $x, $eps
                secant = (f(x + eps) - f(x)) / eps  #2 $forward
                $rule
                miss = f(x + eps) - (f(x) + eps * slope)  # eps * $gap
                print(secant - slope)  # $gap
                print(slope)  #= $slope
                """
                .replace("$math", sigmoid || (f + rule).contains("math.") ? "import math" : "")
                .replace("$sigmoid", sigmoid ? "def sigmoid(x): return 1 / (1 + math.exp(-x))" : "")
                .replace("$relu", f.contains("relu") ? "def relu(x): return max(0.0, x)" : "")
                .replace("$rule", at.noSlope().map(why -> "# " + why).orElse("slope = " + rule + "  #= $slope"))
                .replace("return $f", "return " + f);
    }
}
