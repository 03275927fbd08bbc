package dev.nabla.math;

/**
 * A prediction from the curvatures and eta about a run before it is taken: every direction shrinks or grows by its own factor, and
 * the whole converges just when all are below 1 in size.
 *
 * @param lambdas the curvatures, n numbers &gt; 0
 * @param eta learning rate
 * @param optimizer how a gradient becomes a step; not Adam, whose steps do not multiply the position
 */
public record Stability(Vector lambdas, double eta, Optimizer optimizer) {

    /** The eta past which a run diverges: 2 / lambda max, with momentum 2 (1 + beta) / lambda max. */
    public double threshold() {
        return 2 * (isPlain() ? 1 : 1 + optimizer.beta()) / lambdas.max();
    }

    private boolean isPlain() {
        return optimizer.method() == Optimizer.Method.SGD;
    }

    /** The eta that shrinks the steepest and the flattest direction alike: 2 / (lambda min + lambda max). */
    public double fastest() {
        return 2 / (lambdas.min() + lambdas.max());
    }

    /**
     * The factor by which one step multiplies the slowest direction: the 1 - eta lambda of largest size, with its sign; eta 0.18 on the
     * bowl (0.6, 2.2) gives 0.892, eta 1.08 gives -1.376. With momentum the spectral radius.
     */
    public double factor() {
        return isPlain()
                ? largest(lambdas.map(lambda -> 1 - eta * lambda))
                : lambdas.map(this::spectralRadius).max();
    }

    /** The component of largest size, with its sign; of equals the last. */
    private static double largest(Vector v) {
        double largest = v.get(0);
        for (int i = 1; i < v.size(); i++) {
            largest = Math.abs(v.get(i)) >= Math.abs(largest) ? v.get(i) : largest;
        }
        return largest;
    }

    /** The larger root, in size, of r^2 - (1 + beta - eta lambda) r + beta = 0. */
    private double spectralRadius(double lambda) {
        double half = (1 + optimizer.beta() - eta * lambda) / 2;
        double square = half * half - optimizer.beta();
        return square < 0 ? Math.sqrt(optimizer.beta()) : Math.abs(half) + Math.sqrt(square);
    }

    /**
     * How far a run that converges may be from the bottom, along a direction and from now on. A plain step only shrinks it;
     * with momentum it swings below {@code sqrt((x^2 - a x y + beta y^2) / (1 - a^2/(4 beta)))}, of which the root above shrinks
     * by sqrt(beta) a step, a = 1 + beta - eta lambda; where it does not swing it rises once at most, and then falls.
     *
     * @param x where it is
     * @param y where it was a step before, which was set off at rest
     */
    double reach(double lambda, double x, double y) {
        double size = Math.max(Math.abs(x), Math.abs(y));
        if (isPlain() || size == 0) {
            return Math.abs(x);
        }
        double beta = optimizer.beta();
        double a = 1 + beta - eta * lambda;
        double swing = 1 - a * a / (4 * beta);
        if (swing > 0) {
            double u = x / size;
            double w = y / size;
            return size * Math.max(Math.abs(u), Math.sqrt((u * u - a * u * w + beta * w * w) / swing));
        }
        return Math.abs(x) <= Math.abs(y) ? Math.abs(x) : Double.POSITIVE_INFINITY;
    }
}
