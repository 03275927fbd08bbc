package dev.nabla.figure.descent;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** Writes the worked steps of FIG.05: the factors of a bowl, then the first descent steps and the last. */
final class DescentSteps {
    /** Number of descent steps, and of components per vector, that are written out. */
    private static final int MOST_SHOWN = 5;

    private DescentSteps() {}

    /** Returns the steps; in plain words without the factors. */
    static List<String> of(DescentModel model) {
        Descent descent = model.descent();
        List<String> steps = new ArrayList<>();
        descent.bowl()
                .filter(bowl -> !model.isPlain())
                .ifPresent(bowl -> steps.addAll(factors(descent, bowl.curvature())));
        if (descent.surface() instanceof Expression f) {
            steps.add("L(θ) = " + Decimal.typeset(f.toString()) + naming(f.dimensions()));
        }
        List<Vector> path = descent.run().path();
        for (int t = 0; t < Math.min(path.size(), MOST_SHOWN + 1); t++) {
            steps.add(step(descent, t, path.get(t)));
        }
        int last = path.size() - 1;
        if (last > MOST_SHOWN + 1) {
            steps.add("...");
        }
        if (last > MOST_SHOWN) {
            steps.add(step(descent, last, path.get(last)));
        }
        return steps;
    }

    private static List<String> factors(Descent descent, Vector lambdas) {
        List<String> steps = new ArrayList<>();
        if (descent.threshold().isPresent()) {
            String threshold = number(descent.threshold().getAsDouble());
            steps.add("λmax = " + number(lambdas.max()) + ", so η must stay below " + threshold);
        }
        boolean plain = descent.optimizer().method() == Method.SGD;
        for (int i = 0; i < Math.min(plain ? lambdas.size() : 0, MOST_SHOWN); i++) {
            String lambda = number(lambdas.get(i));
            steps.add("a step multiplies the direction with λ = " + lambda + " by 1 − " + number(descent.eta()) + "·"
                    + lambda + " = " + number(1 - descent.eta() * lambdas.get(i)));
        }
        return steps;
    }

    private static String step(Descent descent, int t, Vector theta) {
        return "step " + t + ": θ = (" + numbers(theta) + "), ∇L = (" + numbers(descent.gradient(theta)) + "), L = "
                + number(descent.loss(theta));
    }

    private static String numbers(Vector v) {
        return WorkedSteps.listed(v.size(), MOST_SHOWN, ", ", i -> number(v.get(i)));
    }

    /** Returns how the variables of a formula relate to the components of θ. */
    private static String naming(int dimensions) {
        return switch (dimensions) {
            case 1 -> ", x = θ₁";
            case 2 -> ", x = θ₁, y = θ₂";
            default -> ", x1 = θ₁, x2 = θ₂, ...";
        };
    }
}
