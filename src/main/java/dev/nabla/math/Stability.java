package dev.nabla.math;

import java.util.OptionalDouble;

/**
 * A prediction from the curvatures and eta about a run before it is taken: every direction shrinks or grows by its own factor, and
 * the whole converges just when all are below 1 in size.
 *
 * @param lambdas the curvatures, n numbers &gt; 0
 * @param eta learning rate
 * @param optimizer how a gradient becomes a step; Adam's steps do not multiply the position, so it has no such numbers
 */
public record Stability(Vector lambdas, double eta, Optimizer optimizer) {

    /** The eta past which a run diverges: 2 / lambda max, with momentum 2 (1 + beta) / lambda max; Adam has none. */
    public OptionalDouble threshold() {
        return switch (optimizer.method()) {
            case SGD -> OptionalDouble.of(2 / lambdas.max());
            case MOMENTUM -> OptionalDouble.of(2 * (1 + optimizer.beta()) / lambdas.max());
            case ADAM -> OptionalDouble.empty();
        };
    }

    /** The eta that shrinks the steepest and the flattest direction alike: 2 / (lambda min + lambda max). */
    public double fastest() {
        return 2 / (lambdas.min() + lambdas.max());
    }

    /**
     * The factor by which one step multiplies the slowest direction: the 1 - eta lambda of largest size, with its sign; eta 0.18 on the
     * bowl (0.6, 2.2) gives 0.892, eta 1.08 gives -1.376. With momentum the spectral radius; Adam has none.
     */
    public OptionalDouble factor() {
        return switch (optimizer.method()) {
            case SGD -> OptionalDouble.of(largest(lambdas.map(c -> 1 - eta * c)));
            case MOMENTUM -> OptionalDouble.of(lambdas.map(this::spectralRadius).max());
            case ADAM -> OptionalDouble.empty();
        };
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
}
