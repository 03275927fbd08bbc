package dev.nabla.figure.loss;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** The loss worked out: from the share of the truth to p − y, with a check by differences. */
final class LossSteps {
    private static final int MOST_SHOWN = 5;

    private LossSteps() {}

    static List<String> of(Loss loss) {
        Vector p = loss.p();
        Vector residual = loss.residual();
        int t = loss.truth() - 1;
        String truth = Subscript.of(t);
        List<String> steps = new ArrayList<>();
        steps.add("L = −log p" + truth + lost(loss, p.get(t)) + " = " + number(loss.nats()) + " nats");
        steps.add("L = " + number(loss.nats()) + "/log 2 = " + number(loss.bits()) + " bits");
        for (int j = 0; j < residual.size(); j++) {
            // The first ones, the truth among them.
            if (j == t || j < MOST_SHOWN - (t >= MOST_SHOWN ? 1 : 0)) {
                steps.add(error(loss, j));
            }
        }
        if (residual.size() > MOST_SHOWN) {
            steps.add("... and " + (residual.size() - MOST_SHOWN) + " more; all of them sum to 0");
        } else {
            steps.add("their sum is 0: what the truth gains the others give");
        }
        if (loss.tau() != 1) {
            steps.add("∂L/∂z" + truth + " = (p" + truth + " − y" + truth + ")/τ = " + number(residual.get(t)) + "/"
                    + number(loss.tau()) + " = " + number(loss.gradient().get(t)));
        }
        double numeric = loss.numericGradient().get(t);
        if (Double.isFinite(numeric)) {
            steps.add("check: (L(z" + truth + "+h) − L(z" + truth + "−h))/2h = " + number(numeric));
        }
        return steps;
    }

    /** The number in the logarithm; left out where p is too small for a double and only its logarithm is known. */
    private static String lost(Loss loss, double p) {
        boolean tooSmall = p == 0 && Double.isFinite(loss.nats());
        return tooSmall ? "" : " = −log " + predicted(loss, loss.truth() - 1);
    }

    private static String error(Loss loss, int j) {
        String index = Subscript.of(j);
        String y = j == loss.truth() - 1 ? "1" : "0";
        return "p" + index + " − y" + index + " = " + predicted(loss, j) + " − " + y + " = "
                + number(loss.residual().get(j));
    }

    /** p[j]; of the truth what it lacks where six digits would show all of 1: {@code 1 − 2.8e−10}. */
    private static String predicted(Loss loss, int j) {
        String p = number(loss.p().get(j));
        double lacks = -loss.residual().get(j);
        return p.equals("1") && lacks > 0 ? "(1 − " + number(lacks) + ")" : p;
    }
}
