package dev.nabla.figure;

import static dev.nabla.figure.Worked.bracketed;
import static dev.nabla.figure.Worked.number;

import dev.nabla.math.Decimal;
import dev.nabla.math.Derivative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FIG.04 worked out: the rules of the slope, the tangent, the secant over the nudge, and what lies between them. */
final class DerivativeSteps {
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
            steps.add("at x = " + x + ": " + at.noSlope().get());
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
        String beside = number(at.f().at(at.x() + at.eps()));
        steps.add("secant = (f(x+ε) − f(x))/ε = (" + beside + " − " + bracketed(at.value()) + ")/" + number(at.eps())
                + " = " + number(at.forward()));
        if (at.noSlope().isEmpty()) {
            steps.add("gap = secant − slope = " + number(at.gap()));
            steps.add("the tangent foretells " + number(at.value() + at.eps() * at.slope()) + " at x+ε and misses by "
                    + number(at.miss()));
        }
    }

    /** The tangent's equation: {@code 1.5 x − 2.25}. */
    static String tangent(Derivative at) {
        double c = at.tangentIntercept();
        return Decimal.typeset(Decimal.significant(at.slope(), 4) + " x" + (c < 0 ? " - " : " + ")
                + Decimal.significant(Math.abs(c), 4));
    }
}
