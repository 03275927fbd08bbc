package dev.nabla.math;

/**
 * A prediction of a run from the curvatures and eta. Every direction shrinks or grows by its own factor, and the run
 * converges exactly if all factors are below 1 in size.
 *
 * @param lambdas the curvatures, n numbers &gt; 0
 * @param eta learning rate
 * @param optimizer how a gradient becomes a step; not Adam, whose steps do not multiply the position
 */
public record Stability(Vector lambdas, double eta, Optimizer optimizer) {

    /** Returns the eta above which a run diverges: 2 / lambda max, with momentum 2 (1 + beta) / lambda max. */
    public double threshold() {
        return 2 * (isPlain() ? 1 : 1 + optimizer.beta()) / lambdas.max();
    }

    private boolean isPlain() {
        return optimizer.method() == Optimizer.Method.SGD;
    }

    /** Returns the eta that shrinks the steepest and the flattest direction alike: 2 / (lambda min + lambda max). */
    public double fastest() {
        return 2 / (lambdas.min() + lambdas.max());
    }

    /**
     * Returns the factor by which one step multiplies the slowest direction: the 1 - eta lambda of largest size, with
     * its sign. On the bowl (0.6, 2.2) eta 0.18 gives 0.892 and eta 1.08 gives -1.376. With momentum it is the spectral
     * radius.
     */
    public double factor() {
        return isPlain()
                ? largest(lambdas.map(lambda -> 1 - eta * lambda))
                : lambdas.map(this::spectralRadius).max();
    }

    /** Returns the component of largest size, with its sign; of equals the last. */
    private static double largest(Vector v) {
        double largest = v.get(0);
        for (int i = 1; i < v.size(); i++) {
            largest = Math.abs(v.get(i)) >= Math.abs(largest) ? v.get(i) : largest;
        }
        return largest;
    }

    /** Returns the size of the larger root of r^2 - (1 + beta - eta lambda) r + beta = 0. */
    private double spectralRadius(double lambda) {
        double half = (1 + optimizer.beta() - eta * lambda) / 2;
        double square = half * half - optimizer.beta();
        return square < 0 ? Math.sqrt(optimizer.beta()) : Math.abs(half) + Math.sqrt(square);
    }

    /**
     * Returns how far from the minimum a converging run can still get along one direction.
     *
     * <p>A plain step only shrinks the distance. With momentum and a = 1 + beta - eta lambda, a run that oscillates
     * stays below {@code sqrt((x^2 - a x y + beta y^2) / (1 - a^2/(4 beta)))}. The root of its numerator shrinks by
     * sqrt(beta) per step. A run that does not oscillate rises at most once and then falls; while it rises the result
     * is infinite.
     *
     * @param x current distance, with its sign
     * @param y distance one step before; the first step starts at rest
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
