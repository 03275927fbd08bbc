package dev.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Gradient descent on a bowl: a ball takes steps against the gradient.
 *
 * <p>{@code L(theta) = 1/2 sum_i c[i] theta[i]^2}, so {@code gradient[i] = c[i] theta[i]} and plain descent does {@code
 * theta[i] <- (1 - eta c[i]) theta[i]}: every direction shrinks or grows by its own factor, and the whole converges just
 * when {@code eta < 2 / max c}.
 *
 * @param eta learning rate, &gt; 0 and finite
 * @param start theta at step 0, n finite numbers
 * @param curvature c, n finite numbers &gt; 0; the lambdas of the Hessian
 * @param steps how many steps are taken, 0 to 100 000
 * @param optimizer how a gradient becomes a step
 * @param noise standard deviation of what is added to each gradient component, as a mini-batch would; 0 for none
 * @param seed of the noise
 * @param precision of every operation on theta
 * @throws BadInput if a number is out of its range or start and curvature differ in size
 * @see <a href="https://www.deeplearningbook.org/contents/numerical.html">Goodfellow, Bengio, Courville: Deep Learning, 4.3</a>
 */
public record Descent(
        double eta,
        Vector start,
        Vector curvature,
        int steps,
        Optimizer optimizer,
        double noise,
        long seed,
        Precision precision) {
    /** |gradient| below which the ball counts as arrived. */
    public static final double ARRIVED = 1e-3;

    public static final int MOST_STEPS = 100_000;

    private static final double EDGE = 1e-9;

    /** What the run is doing, from the factor and the state, never from waiting for NaN. */
    public enum Status {
        IDLE("idle"),
        DESCENDING("descending"),
        ZIGZAG("zigzag"),
        CONVERGED("converged"),
        ON_THE_EDGE("on the edge"),
        DIVERGING("diverging"),
        OVERFLOWED("overflowed");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Descent {
        if (!(eta > 0) || Double.isInfinite(eta)) {
            throw BadInput.maths(
                    "not_positive",
                    "eta " + Decimal.shortest(eta) + ": the learning rate must be above 0 and finite, like 0.18");
        }
        if (start.size() != curvature.size()) {
            throw BadInput.maths(
                    "shape_mismatch",
                    "start has " + start.size() + " components and curvature has " + curvature.size()
                            + ": give both the same number");
        }
        if (!start.isFinite()) {
            throw BadInput.maths("not_finite", "start " + start + ": every component must be finite");
        }
        if (!curvature.isFinite() || curvature.min() <= 0) {
            throw BadInput.maths(
                    "not_positive", "curvature " + curvature + ": every curvature must be above 0 and finite");
        }
        if (steps < 0 || steps > MOST_STEPS) {
            throw BadInput.usage("out_of_range", "steps " + steps + ": type a whole number from 0 to " + MOST_STEPS);
        }
        if (!(noise >= 0) || Double.isInfinite(noise)) {
            throw BadInput.maths("out_of_range", "noise " + Decimal.shortest(noise) + ": must be 0 or more and finite");
        }
    }

    public Descent withEta(double other) {
        return new Descent(other, start, curvature, steps, optimizer, noise, seed, precision);
    }

    /** Dropped elsewhere; a start of another size brings the bowl to its size, repeating the last curvature. */
    public Descent withStart(Vector other) {
        return new Descent(eta, other, curvature.resized(other.size()), steps, optimizer, noise, seed, precision);
    }

    /** In another bowl; one of another size brings the start to its size. */
    public Descent withCurvature(Vector other) {
        return new Descent(eta, start.resized(other.size()), other, steps, optimizer, noise, seed, precision);
    }

    public Descent withSteps(long other) {
        return new Descent(eta, start, curvature, (int) other, optimizer, noise, seed, precision);
    }

    public Descent withNoise(double other) {
        return new Descent(eta, start, curvature, steps, optimizer, other, seed, precision);
    }

    public Descent withSeed(long other) {
        return new Descent(eta, start, curvature, steps, optimizer, noise, other, precision);
    }

    public Descent withPrecision(Precision other) {
        return new Descent(eta, start, curvature, steps, optimizer, noise, seed, other);
    }

    public Descent with(Optimizer other) {
        return new Descent(eta, start, curvature, steps, other, noise, seed, precision);
    }

    /** L at a point: (-2.5, 1.5) on the bowl (0.6, 2.2) gives 4.35. Rounded to the precision like everything else. */
    public double loss(Vector theta) {
        double sum = 0;
        for (int i = 0; i < theta.size(); i++) {
            double square = precision.round(theta.get(i) * theta.get(i));
            sum = precision.round(sum + precision.round(precision.round(curvature.get(i)) * square));
        }
        return precision.round(sum / 2);
    }

    /** The gradient c[i] theta[i], uphill; at (-2.5, 1.5) on the bowl (0.6, 2.2) it is (-1.5, 3.3). */
    public Vector gradient(Vector theta) {
        return indexed(i -> precision.round(precision.round(curvature.get(i)) * theta.get(i)));
    }

    /** theta at steps 0, 1, ... {@link #steps}: steps + 1 points. After an overflow they are infinite, then NaN. */
    public List<Vector> path() {
        List<Vector> path = new ArrayList<>(steps + 1);
        Vector theta = start.map(precision::round);
        Optimizer.Memory[] memory = IntStream.range(0, theta.size())
                .mapToObj(i -> Optimizer.Memory.EMPTY)
                .toArray(Optimizer.Memory[]::new);
        path.add(theta);
        for (int t = 1; t <= steps; t++) {
            theta = step(theta, memory, t);
            path.add(theta);
        }
        return path;
    }

    private Vector step(Vector theta, Optimizer.Memory[] memory, int t) {
        Vector gradient = gradient(theta);
        double rate = precision.round(eta);
        return indexed(i -> {
            double sampled = noise == 0 ? gradient.get(i) : precision.round(gradient.get(i) + batchError(i, t));
            memory[i] = optimizer.remember(memory[i], sampled, precision);
            return precision.round(theta.get(i) - precision.round(rate * optimizer.direction(memory[i], t, precision)));
        });
    }

    private double batchError(int component, int t) {
        return noise * Noise.normal(seed, (long) (t - 1) * start.size() + component);
    }

    private Vector indexed(IntToDoubleFunction f) {
        return Vector.of(IntStream.range(0, start.size()).mapToDouble(f).toArray());
    }

    /** The steepest curvature, lambda max. */
    public double steepest() {
        return curvature.max();
    }

    /** The eta past which a run diverges: 2 / lambda max, with momentum 2 (1 + beta) / lambda max; Adam has none. */
    public OptionalDouble threshold() {
        return switch (optimizer.method()) {
            case SGD -> OptionalDouble.of(2 / steepest());
            case MOMENTUM -> OptionalDouble.of(2 * (1 + optimizer.beta()) / steepest());
            case ADAM -> OptionalDouble.empty();
        };
    }

    /** The eta that shrinks the steepest and the flattest direction alike: 2 / (lambda min + lambda max). */
    public double fastest() {
        return 2 / (curvature.min() + curvature.max());
    }

    /**
     * What one step multiplies the slowest direction by: the 1 - eta lambda of largest size, with its sign; eta 0.18 on the
     * bowl (0.6, 2.2) gives 0.892, eta 1.08 gives -1.376. With momentum the spectral radius; Adam has none.
     */
    public OptionalDouble factor() {
        return factorOver(curvature.stream());
    }

    private OptionalDouble factorOver(DoubleStream lambdas) {
        return switch (optimizer.method()) {
            case SGD -> lambdas.map(c -> 1 - eta * c).reduce((a, b) -> Math.abs(b) >= Math.abs(a) ? b : a);
            case MOMENTUM -> lambdas.map(this::spectralRadius).max();
            case ADAM -> OptionalDouble.empty();
        };
    }

    /** The larger root, in size, of r^2 - (1 + beta - eta lambda) r + beta = 0. */
    private double spectralRadius(double lambda) {
        double half = (1 + optimizer.beta() - eta * lambda) / 2;
        double square = half * half - optimizer.beta();
        return square < 0 ? Math.sqrt(optimizer.beta()) : Math.abs(half) + Math.sqrt(square);
    }

    /** The status after the last step of a path that {@link #path} returned. */
    public Status status(List<Vector> path) {
        Vector theta = path.get(path.size() - 1);
        if (!theta.isFinite() || !Double.isFinite(loss(theta))) {
            return Status.OVERFLOWED;
        }
        if (steps == 0) {
            return Status.IDLE;
        }
        if (gradient(theta).norm() < ARRIVED) {
            return Status.CONVERGED;
        }
        // A direction that starts on the valley floor never moves, so its factor does not count.
        OptionalDouble factor = factorOver(IntStream.range(0, start.size())
                .filter(i -> start.get(i) != 0 || noise > 0)
                .mapToDouble(curvature::get));
        double growth = Math.abs(factor.orElse(0));
        if (Math.abs(growth - 1) <= EDGE) {
            return Status.ON_THE_EDGE;
        }
        if (growth > 1) {
            return Status.DIVERGING;
        }
        return turnsBack(path) ? Status.ZIGZAG : Status.DESCENDING;
    }

    /** Whether the last move crossed the valley: some component changed its sign. */
    private boolean turnsBack(List<Vector> path) {
        Vector before = path.get(path.size() - 2);
        Vector after = path.get(path.size() - 1);
        return IntStream.range(0, start.size()).anyMatch(i -> before.get(i) * after.get(i) < 0);
    }

    /** The first step, counted from 0, whose gradient is shorter than {@link #ARRIVED}. */
    public OptionalInt convergedAt(List<Vector> path) {
        return first(path, theta -> gradient(theta).norm() < ARRIVED);
    }

    /** The first step, counted from 0, whose loss is no longer a number of this precision; float32, eta 1.35: step 65. */
    public OptionalInt divergedAt(List<Vector> path) {
        return first(path, theta -> !Double.isFinite(loss(theta)));
    }

    private static OptionalInt first(List<Vector> path, Predicate<Vector> holds) {
        return IntStream.range(0, path.size())
                .filter(t -> holds.test(path.get(t)))
                .findFirst();
    }
}
