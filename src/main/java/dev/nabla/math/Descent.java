package dev.nabla.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Gradient descent: steps against the gradient, {@code theta <- theta - eta gradient L(theta)}.
 *
 * <p>On a {@link QuadraticLoss} with curvatures c that is {@code theta[i] <- (1 - eta c[i]) theta[i]}. Every direction
 * shrinks or grows by its own factor, and the whole converges exactly if {@code eta < 2 / max c} ({@link Stability}).
 * {@link #run} takes the steps.
 *
 * @param eta learning rate, &gt; 0 and finite
 * @param start theta at step 0, n finite numbers
 * @param surface the loss of n parameters that is minimized
 * @param steps number of steps, 0 to 100 000
 * @param optimizer how a gradient becomes a step
 * @param noise standard deviation of the noise added to each gradient component, as by mini-batches; 0 for none
 * @param seed of the noise
 * @param precision of every operation on theta
 * @param tol distance to the minimum within which a run counts as converged, as a share of that at the start; above 0
 *     and below 1
 * @throws BadInput if a number is out of its range or start and surface differ in size
 * @see <a href="https://www.deeplearningbook.org/contents/numerical.html">Goodfellow, Bengio, Courville: Deep Learning,
 *     4.3</a>
 */
public record Descent(
        double eta,
        Vector start,
        LossSurface surface,
        int steps,
        Optimizer optimizer,
        double noise,
        long seed,
        Precision precision,
        double tol) {
    /** Default tolerance. */
    public static final double TOL = 1e-3;

    public static final int MOST_STEPS = 100_000;

    public Descent {
        boolean rate = eta > 0 && Double.isFinite(eta);
        BadInput.requireRange(rate, "eta", eta, "the learning rate must be above 0 and finite, like 0.18");
        if (start.size() != surface.dimensions()) {
            boolean bowl = surface instanceof QuadraticLoss;
            throw BadInput.mismatch(
                    bowl ? "curvature" : "f",
                    "has " + counted(surface.dimensions(), bowl ? "component" : "variable")
                            + " and start has " + counted(start.size(), "component")
                            + ": give both the same number");
        }
        BadInput.require(start.isFinite(), "not_finite", "start", start, "every component must be finite");
        BadInput.requireWhole(0, MOST_STEPS, "steps", steps, "a whole number");
        boolean spread = noise >= 0 && Double.isFinite(noise);
        BadInput.requireRange(spread, "noise", noise, "must be 0 or more and finite");
        boolean share = tol > 0 && tol < 1;
        BadInput.requireRange(share, "tol", tol, "must be above 0 and below 1, like 0.001");
    }

    private static String counted(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    public Descent withEta(double other) {
        return new Descent(other, start, surface, steps, optimizer, noise, seed, precision, tol);
    }

    /** Returns a copy with another start. A bowl is resized to its size, repeating the last curvature if needed. */
    public Descent withStart(Vector other) {
        LossSurface sized = surface instanceof QuadraticLoss bowl
                ? new QuadraticLoss(bowl.curvature().resized(other.size()))
                : surface;
        return new Descent(eta, other, sized, steps, optimizer, noise, seed, precision, tol);
    }

    /**
     * Returns a copy on the surface of a formula.
     *
     * @throws BadInput {@code shape_mismatch} if f and start differ in size
     */
    public Descent withF(LossSurface f) {
        return new Descent(eta, start, f, steps, optimizer, noise, seed, precision, tol);
    }

    /** Returns a copy on another surface, with the start resized to its size. */
    public Descent withSurface(LossSurface other) {
        return new Descent(
                eta, start.resized(other.dimensions()), other, steps, optimizer, noise, seed, precision, tol);
    }

    public Descent withSteps(long other) {
        return new Descent(eta, start, surface, (int) other, optimizer, noise, seed, precision, tol);
    }

    public Descent withNoise(double other) {
        return new Descent(eta, start, surface, steps, optimizer, other, seed, precision, tol);
    }

    public Descent withSeed(long other) {
        return new Descent(eta, start, surface, steps, optimizer, noise, other, precision, tol);
    }

    public Descent withPrecision(Precision other) {
        return new Descent(eta, start, surface, steps, optimizer, noise, seed, other, tol);
    }

    public Descent withTol(double other) {
        return new Descent(eta, start, surface, steps, optimizer, noise, seed, precision, other);
    }

    public Descent withOptimizer(Optimizer other) {
        return new Descent(eta, start, surface, steps, other, noise, seed, precision, tol);
    }

    /** Returns the surface if it is a bowl: only a bowl has one threshold and one factor everywhere. */
    public Optional<QuadraticLoss> bowl() {
        return surface instanceof QuadraticLoss bowl ? Optional.of(bowl) : Optional.empty();
    }

    /**
     * Returns threshold and factor of the bowl; empty for Adam, and for a formula, whose curvature changes from place
     * to place.
     */
    public Optional<Stability> stability() {
        return bowl().filter(bowl -> optimizer.method() != Optimizer.Method.ADAM)
                .map(bowl -> new Stability(bowl.curvature(), eta, optimizer));
    }

    /** Returns the eta above which the run diverges; empty if there is no single one. */
    public OptionalDouble threshold() {
        return stability().stream().mapToDouble(Stability::threshold).findFirst();
    }

    /** Returns the factor by which one step multiplies the slowest direction; empty if there is no single one. */
    public OptionalDouble factor() {
        return stability().stream().mapToDouble(Stability::factor).findFirst();
    }

    /** Returns L at a point, rounded to the precision: (-2.5, 1.5) on the bowl (0.6, 2.2) gives 4.35. */
    public double loss(Vector theta) {
        return surface.loss(theta, precision);
    }

    /**
     * Returns the gradient at a point, which points uphill; at (-2.5, 1.5) on the bowl (0.6, 2.2) it is (-1.5, 3.3).
     */
    public Vector gradient(Vector theta) {
        return surface.gradient(theta, precision);
    }

    /**
     * Runs the descent: theta at steps 0, 1, ... {@link #steps}, and the next theta. After an overflow they are
     * infinite, then NaN.
     */
    public Trajectory run() {
        List<Vector> path = new ArrayList<>(steps + 2);
        Optimizer.Memory[] memory = new Optimizer.Memory[start.size()];
        Arrays.fill(memory, Optimizer.Memory.EMPTY);
        path.add(start.map(precision::round));
        for (int t = 1; t <= steps + 1; t++) {
            path.add(step(path.get(t - 1), memory, t));
        }
        List<Vector> taken = path.subList(0, steps + 1);
        Vector losses = Vector.of(taken.size(), t -> loss(taken.get(t)));
        return new Trajectory(this, taken, losses, path.get(steps + 1));
    }

    private Vector step(Vector theta, Optimizer.Memory[] memory, int t) {
        Vector gradient = gradient(theta);
        double rate = precision.round(eta);
        double[] next = new double[theta.size()];
        for (int i = 0; i < next.length; i++) {
            double sampled = noise == 0 ? gradient.get(i) : precision.round(gradient.get(i) + batchError(i, t));
            memory[i] = optimizer.remember(memory[i], sampled, precision);
            next[i] = precision.round(
                    theta.get(i) - precision.round(rate * optimizer.direction(memory[i], t, precision)));
        }
        return Vector.of(next);
    }

    private double batchError(int component, int t) {
        return noise * Noise.normal(seed, (long) (t - 1) * start.size() + component);
    }
}
