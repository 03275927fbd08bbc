package dev.nabla.figure.descent;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.CodeLine;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Optimizer.Method;
import dev.nabla.math.Precision;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** FIG.05 worked out, what the curvatures foretell and the first steps; and in Python, without noise and in numbers of 64 bits. */
final class DescentWords {
    private static final int MOST_SHOWN = 5;

    private DescentWords() {}

    static List<String> steps(Descent descent) {
        List<String> steps = new ArrayList<>();
        descent.bowl().ifPresent(bowl -> steps.addAll(factors(descent, bowl.curvature())));
        if (descent.surface() instanceof Expression f) {
            steps.add("L(θ) = " + Decimal.typeset(f.toString()) + naming(f.dimensions()));
        }
        List<Vector> path = descent.run().path();
        for (int t = 0; t < Math.min(path.size(), MOST_SHOWN + 1); t++) {
            steps.add(step(descent, t, path.get(t)));
        }
        if (path.size() > MOST_SHOWN + 1) {
            steps.add("...");
            steps.add(step(descent, path.size() - 1, path.get(path.size() - 1)));
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

    /** How the variables of a formula of so many dimensions relate to theta. */
    private static String naming(int dimensions) {
        return switch (dimensions) {
            case 1 -> ", x = θ₁";
            case 2 -> ", x = θ₁, y = θ₂";
            default -> ", x1 = θ₁, x2 = θ₂, ...";
        };
    }

    static String python(Descent descent) {
        boolean bowl = descent.bowl().isPresent();
        boolean exact = descent.noise() == 0 && descent.precision() == Precision.FLOAT64;
        String zeros = CodeLine.list(Vector.filled(descent.start().size(), 0));
        String rule =
                switch (descent.optimizer().method()) {
                    case SGD ->
                        """
                        theta = $start
                        $each
                            theta = [t - learning_rate * g for t, g in zip(theta, grad)]
                        """;
                    case MOMENTUM ->
                        """
                        theta, velocity = $start, $zeros
                        $each
                            velocity = [$beta * v + g for v, g in zip(velocity, grad)]
                            theta = [t - learning_rate * v for t, v in zip(theta, velocity)]
                        """;
                    case ADAM ->
                        """
                        theta, m, v = $start, $zeros, $zeros
                        $each
                            m = [$beta1 * a + (1 - $beta1) * g for a, g in zip(m, grad)]
                            v = [$beta2 * a + (1 - $beta2) * g * g for a, g in zip(v, grad)]
                            m_hat = [a / (1 - $beta1**step) for a in m]
                            root = [(a / (1 - $beta2**step))**0.5 + $epsilon for a in v]
                            theta = [t - learning_rate * a / b for t, a, b in zip(theta, m_hat, root)]
                        """;
                };
        String without = exact ? "" : "# without noise and float32, so the numbers differ\n";
        String code = bowl
                ? "curvature, learning_rate, num_steps = $curvature, $eta, $steps\n" + rule
                        + "loss = sum(c * t * t for c, t in zip(curvature, theta)) / 2\nprint(loss)  #= $loss after step $steps\n"
                : surface((Expression) descent.surface()) + "learning_rate, num_steps = $eta, $steps\n" + rule
                        + "print(f(*theta))  #= $loss after step $steps\n";
        return without
                + code.replace("$each", "for step in range(1, num_steps + 1):\n    grad = $slopes")
                        .replace("$slopes", bowl ? "[c * t for c, t in zip(curvature, theta)]" : "slopes(*theta)")
                        .replace("$zeros", zeros);
    }

    /** A formula and its slopes; in few variables they are x and y. */
    private static String surface(Expression f) {
        List<String> names =
                IntStream.range(0, f.dimensions()).mapToObj(i -> "x" + (i + 1)).toList();
        String slopes = IntStream.range(0, names.size())
                .mapToObj(i -> f.derivative(i)
                        .map(Expression::python)
                        .orElse("math.nan")
                        .replaceAll(" ([-+]) ", "$1"))
                .collect(Collectors.joining(", "));
        String code = "def f($names): return " + f.python() + "\ndef slopes($names): return [" + slopes + "]\n";
        String plain =
                (code.contains("math.") ? "import math\n" : "") + code.replace("$names", String.join(", ", names));
        return names.size() > 2
                ? plain.replaceAll("\\bx\\b", "x1").replaceAll("\\by\\b", "x2")
                : plain.replaceAll("\\bx1\\b", "x").replaceAll("\\bx2\\b", "y");
    }
}
