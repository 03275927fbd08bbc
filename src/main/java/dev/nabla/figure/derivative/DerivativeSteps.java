package dev.nabla.figure.derivative;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the worked steps of FIG.04: the differentiation rules, the value, the slope, the secant and the error of the
 * tangent.
 */
final class DerivativeSteps {
    private static final int MOST_DIGITS = 17;
    /** Largest relative error with which a difference of rounded values may be shown. */
    private static final double TOLERATED = 1e-3;

    private DerivativeSteps() {}

    /** Returns the steps, up to the first of value, slope and secant that does not exist. */
    static List<String> of(Derivative at) {
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
            steps.add("tangent: " + DerivativeFigure.tangent(at));
        }
        at.noDifference(at.forward()).ifPresentOrElse(why -> steps.add("secant: " + why), () -> secant(at, steps));
        return steps;
    }

    private static void secant(Derivative at, List<String> steps) {
        String rise = rise(at.f().value(at.x() + at.eps()), at.value());
        steps.add("secant = (f(x+ε) − f(x))/ε = (" + rise + ")/" + number(at.eps()) + " = " + number(at.forward()));
        if (at.noSlope().isEmpty()) {
            steps.add("gap = secant − slope = " + number(at.gap()));
            steps.add("the tangent predicts " + number(at.value() + at.eps() * at.slope()) + " at x+ε and misses by "
                    + number(at.tangentError()));
        }
    }

    /**
     * Returns the difference of two values, each with as many digits as the result needs: {@code 0.250000005 − 0.25}.
     */
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
}
