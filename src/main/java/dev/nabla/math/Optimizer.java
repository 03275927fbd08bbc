package dev.nabla.math;

/**
 * How a gradient becomes a step, with g the gradient at theta, one component at a time.
 *
 * <ul>
 *   <li>{@code sgd}: theta - eta g
 *   <li>{@code momentum}: v = beta v + g, then theta - eta v (Polyak 1964, in PyTorch's form)
 *   <li>{@code adam}: m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, then theta - eta m' / (sqrt(v') +
 *       epsilon) with m' = m / (1 - beta1^t), v' = v / (1 - beta2^t) (Kingma, Ba 2015)
 * </ul>
 *
 * @param method which of the three
 * @param beta momentum, 0 &le; beta &lt; 1
 * @param beta1 decay of Adam's mean, 0 &le; beta1 &lt; 1
 * @param beta2 decay of Adam's mean square, 0 &le; beta2 &lt; 1
 * @param epsilon what Adam adds outside the root, &gt; 0
 */
public record Optimizer(Method method, double beta, double beta1, double beta2, double epsilon) {
    /** Plain descent, with the usual defaults for the other methods. */
    public static final Optimizer SGD = new Optimizer(Method.SGD, 0.9, 0.9, 0.999, 1e-8);

    /** The three rules. */
    public enum Method {
        SGD,
        MOMENTUM,
        ADAM
    }

    public Optimizer {
        share("beta", beta);
        share("beta1", beta1);
        share("beta2", beta2);
        boolean above = epsilon > 0 && Double.isFinite(epsilon);
        BadInput.requireRange(above, "epsilon", epsilon, "must be above 0; 1e-8 is usual");
    }

    private static void share(String name, double value) {
        boolean fine = value >= 0 && value < 1;
        BadInput.requireRange(fine, name, value, "must be at least 0 and below 1; 0.9 is usual");
    }

    public Optimizer with(Method other) {
        return new Optimizer(other, beta, beta1, beta2, epsilon);
    }

    public Optimizer withBeta(double other) {
        return new Optimizer(method, other, beta1, beta2, epsilon);
    }

    public Optimizer withBeta1(double other) {
        return new Optimizer(method, beta, other, beta2, epsilon);
    }

    public Optimizer withBeta2(double other) {
        return new Optimizer(method, beta, beta1, other, epsilon);
    }

    public Optimizer withEpsilon(double other) {
        return new Optimizer(method, beta, beta1, beta2, other);
    }

    /** The state of one component between steps: v for momentum; m and v for Adam. */
    record Memory(double mean, double square) {
        static final Memory EMPTY = new Memory(0, 0);
    }

    /** Returns the state after gradient g, every constant and operation rounded to the precision. */
    Memory remember(Memory old, double g, Precision in) {
        return switch (method) {
            case SGD -> new Memory(g, 0);
            case MOMENTUM -> new Memory(in.round(in.round(in.round(beta) * old.mean) + g), 0);
            case ADAM -> new Memory(decayed(beta1, old.mean, g, in), decayed(beta2, old.square, in.round(g * g), in));
        };
    }

    private static double decayed(double share, double old, double fresh, Precision in) {
        return in.round(in.round(in.round(share) * old) + in.round(in.round(1 - share) * fresh));
    }

    /**
     * Returns {@code 1 - beta^t}, what Adam divides a running mean by at step t, counted from 1; 0.001 for 0.999 at the
     * first. Where the power is so near 1 that the difference would lose more than four binary digits, it is computed
     * from the logarithm.
     */
    static double correction(double beta, double t) {
        double left = 1 - StrictMath.pow(beta, t);
        return left < 0x1p-4 && t > 1 ? -StrictMath.expm1(t * StrictMath.log(beta)) : left;
    }

    /** Returns the direction that eta multiplies at step t, counted from 1. */
    double direction(Memory now, int t, Precision in) {
        if (method != Method.ADAM) {
            return now.mean;
        }
        double mean = in.round(now.mean / in.round(correction(beta1, t)));
        double square = in.round(now.square / in.round(correction(beta2, t)));
        return in.round(mean / in.round(in.round(Math.sqrt(square)) + in.round(epsilon)));
    }
}
