package dev.nabla.figure.derivative;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FIG.04 worked out: the rules of the slope, the tangent, the secant over the nudge, and what lies between them. */
final class DerivativeSteps {
    private static final int MOST_DIGITS = 17;
    /** By what share a difference of rounded values may miss the true one. */
    private static final double TOLERATED = 1e-3;

    private final Derivative at;
    private final List<String> steps = new ArrayList<>();

    private DerivativeSteps(Derivative at) {
        this.at = at;
    }

    /** As far as it goes: up to the first of value, slope and secant that does not exist. */
    static List<String> of(Derivative at) {
        DerivativeSteps work = new DerivativeSteps(at);
        at.f().rules().forEach(rule -> work.steps.add(rule.replace('-', '−')));
        if (at.noValue().isPresent()) {
            work.steps.add("at x = " + number(at.x()) + ": " + at.noValue().get());
            return work.steps;
        }
        work.steps.add("f(" + number(at.x()) + ") = " + number(at.value()));
        work.slope();
        work.secant();
        return work.steps;
    }

    private void slope() {
        String x = number(at.x());
        if (at.noSlope().isPresent()) {
            steps.add("at x = " + x + ": " + Decimal.typeset(at.noSlope().get()));
        } else {
            steps.add("slope at " + x + " = " + number(at.slope()));
            steps.add("tangent: " + tangent(at));
        }
    }

    private void secant() {
        Optional<String> none = at.noDifference(at.forward());
        if (none.isPresent()) {
            steps.add("secant: " + none.get());
            return;
        }
        steps.add("secant = (f(x+ε) − f(x))/ε = (" + rise(at.f().at(at.x() + at.eps())) + ")/" + number(at.eps())
                + " = " + number(at.forward()));
        if (at.noSlope().isEmpty()) {
            steps.add("gap = secant − slope = " + number(at.gap()));
            steps.add("the tangent foretells " + number(at.value() + at.eps() * at.slope()) + " at x+ε and misses by "
                    + number(at.miss()));
        }
    }

    /** The two values with as many digits as their difference needs: {@code 0.250000005 − 0.25}. */
    private String rise(double beside) {
        double rise = beside - at.value();
        int digits = WorkedSteps.DIGITS;
        while (digits < MOST_DIGITS && isLost(rounded(beside, digits) - rounded(at.value(), digits), rise)) {
            digits++;
        }
        return number(beside, digits) + " − " + bracketed(number(at.value(), digits));
    }

    private static double rounded(double x, int digits) {
        return Double.parseDouble(Decimal.significant(x, digits));
    }

    private static boolean isLost(double shown, double rise) {
        return Math.abs(shown - rise) > TOLERATED * Math.abs(rise);
    }

    /** The tangent's equation: {@code 1.5 x − 2.25}. */
    static String tangent(Derivative at) {
        double c = at.tangentIntercept();
        return Decimal.typeset(Decimal.significant(at.slope(), 4) + " x" + (c < 0 ? " - " : " + ")
                + Decimal.significant(Math.abs(c), 4));
    }
}
