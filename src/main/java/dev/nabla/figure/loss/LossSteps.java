package dev.nabla.figure.loss;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** The loss worked out: from the share of the truth to p − y, with a check by differences. */
final class LossSteps {
    private static final int MOST_SHOWN = 5;

    private LossSteps() {}

    static List<String> of(Loss loss) {
        Vector residual = loss.residual();
        int n = residual.size();
        int t = loss.truth() - 1;
        String truth = Subscript.of(t);
        String nats = number(loss.nats());
        double numeric = loss.numericGradient().get(t);
        // Of a p too small for a double only the logarithm is known.
        boolean known = loss.p().get(t) > 0 || Double.isInfinite(loss.nats());
        List<String> steps = new ArrayList<>();
        if (loss.target().isPresent()) {
            String terms = WorkedSteps.listed(
                    n, MOST_SHOWN, " − ", j -> number(loss.y().get(j)) + "·log " + predicted(loss, j));
            steps.add("L = −Σ y·log p = −" + terms + " = " + nats + " nats");
            steps.add("KL = L − entropy of y = " + number(loss.klNats()) + " nats");
        } else {
            steps.add("L = −log p" + truth + (known ? " = −log " + predicted(loss, t) : "") + " = " + nats + " nats");
        }
        steps.add("L = " + nats + "/log 2 = " + number(loss.bits()) + " bits");
        for (int j = 0; j < n; j++) {
            // The first ones, the truth among them.
            if (j == t || j < MOST_SHOWN - (t >= MOST_SHOWN ? 1 : 0)) {
                String name = "p" + Subscript.of(j) + " − y" + Subscript.of(j);
                String difference = predicted(loss, j) + " − " + number(loss.y().get(j));
                steps.add(name + " = " + difference + " = " + number(residual.get(j)));
            }
        }
        steps.add(
                n > MOST_SHOWN
                        ? "... and " + (n - MOST_SHOWN) + " more; all of them sum to 0"
                        : "their sum is 0: what "
                                + (loss.target().isEmpty()
                                        ? "the truth gains, the others lose"
                                        : "some gain, the others lose"));
        if (loss.tau() != 1) {
            String quotient = number(residual.get(t)) + "/" + number(loss.tau());
            String slope = number(loss.gradient().get(t));
            steps.add("∂L/∂z" + truth + " = (p" + truth + " − y" + truth + ")/τ = " + quotient + " = " + slope);
        }
        if (Double.isFinite(numeric)) {
            steps.add("check: (L(z" + truth + "+h) − L(z" + truth + "−h))/2h = " + number(numeric));
        }
        return steps;
    }

    /** p[j]; of the truth what it lacks where six digits would show all of 1: {@code 1 − 2.8e−10}. */
    private static String predicted(Loss loss, int j) {
        String p = number(loss.p().get(j));
        double lacks = -loss.residual().get(j);
        return p.equals("1") && loss.target().isEmpty() && lacks > 0 ? "(1 − " + number(lacks) + ")" : p;
    }
}
