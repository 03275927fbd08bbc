package dev.nabla.math;

import dev.nabla.math.Optimizer.Method;
import java.util.function.IntToDoubleFunction;

/**
 * One step of an optimizer with its state before and after, so that steps can be chained.
 *
 * @param optimizer the rule; see {@link Optimizer} for the formulas
 * @param eta learning rate, &gt; 0 and finite
 * @param weights n finite numbers
 * @param gradient n finite numbers
 * @param m Adam's running mean of the gradient before the step, n finite numbers or one for all; 0 at first
 * @param v the running sum of momentum, or Adam's running mean of squares, before the step, n finite numbers or one for
 *     all; 0 at first. Adam's are at least 0.
 * @param t number of steps that were taken before, from 0 to {@value #MOST_STEPS}
 * @throws BadInput {@code not_finite}; {@code not_positive} for eta; {@code shape_mismatch} if the sizes do not fit;
 *     {@code out_of_range} for t or a v of Adam
 */
public record OptimizerStep(
        Optimizer optimizer, double eta, Vector weights, Vector gradient, Vector m, Vector v, long t) {
    public static final long MOST_STEPS = 1_000_000_000;

    public OptimizerStep {
        boolean fine = eta > 0 && Double.isFinite(eta);
        BadInput.requireRange(fine, "eta", eta, "the learning rate must be above 0 and finite, like 0.01");
        BadInput.requireFinite("weights", weights);
        BadInput.requireFinite("gradient", gradient);
        BadInput.requireFinite("m", m);
        BadInput.requireFinite("v", v);
        boolean squares = optimizer.method() != Method.ADAM || v.min() >= 0;
        BadInput.require(squares, "undefined", "v", v, "Adam's v is a mean of squares; none is below 0");
        if (gradient.size() != weights.size()) {
            throw BadInput.mismatch(
                    "gradient",
                    "has " + gradient.size() + " numbers and weights has " + weights.size() + ": give both as many");
        }
        m.spread("m", "weights", weights.size());
        v.spread("v", "weights", weights.size());
        BadInput.requireWhole(0, (int) MOST_STEPS, "t", (int) Math.min(t, Integer.MAX_VALUE), "the steps before");
    }

    private Vector each(IntToDoubleFunction of) {
        return Vector.of(weights.size(), of);
    }

    private boolean isAdam() {
        return optimizer.method() == Method.ADAM;
    }

    private Optimizer.Memory after(int i) {
        Optimizer.Memory before = isAdam()
                ? new Optimizer.Memory(m.getOrOnly(i), v.getOrOnly(i))
                : new Optimizer.Memory(v.getOrOnly(i), 0);
        return optimizer.remember(before, gradient.get(i), Precision.FLOAT64);
    }

    /** Returns Adam's m after the step, {@code beta1 m + (1 - beta1) g}; 0.1 for g = 1 at the first step. */
    public Vector nextM() {
        return each(i -> after(i).mean());
    }

    /**
     * Returns v after the step: {@code beta2 v + (1 - beta2) g^2} for Adam, 0.001 for g = 1 at the first step;
     * {@code beta v + g} for momentum.
     */
    public Vector nextV() {
        return each(i -> isAdam() ? after(i).square() : after(i).mean());
    }

    /** Returns what m is divided by, {@code 1 - beta1^t} with the number of this step; 0.1 at the first step. */
    public double correctionM() {
        return Optimizer.correction(optimizer.beta1(), t + 1.0);
    }

    /** Returns what v is divided by, {@code 1 - beta2^t} with the number of this step; 0.001 at the first step. */
    public double correctionV() {
        return Optimizer.correction(optimizer.beta2(), t + 1.0);
    }

    /** Returns m after the step without its bias towards 0; 1 for the first step with g = 1. */
    public Vector correctedM() {
        return nextM().map(mean -> mean / correctionM());
    }

    /** Returns v after the step without its bias towards 0; 1 for the first step with g = 1. */
    public Vector correctedV() {
        return nextV().map(square -> square / correctionV());
    }

    /**
     * Returns what eta multiplies: the gradient, v, or {@code m' / (sqrt(v') + epsilon)} with the corrected m and v.
     * Where v or one of the corrected is larger than any double, or v smaller, the quotient is computed without it.
     */
    public Vector direction() {
        int number = (int) nextT();
        return each(i -> {
            Optimizer.Memory after = after(i);
            double corrected = after.mean() / correctionM();
            boolean plain = !isAdam() || hasOrdinaryRoot(after.square()) && Double.isFinite(corrected);
            double divisor = plain ? 1 : root(i) + optimizer.epsilon();
            return plain
                    ? optimizer.direction(after, number, Precision.FLOAT64)
                    : Double.isFinite(corrected) ? corrected / divisor : after.mean() / divisor / correctionM();
        });
    }

    /** Returns the root of Adam's corrected v for each weight, also where v is larger or smaller than any double. */
    public Vector roots() {
        return each(i -> {
            double square = after(i).square();
            return hasOrdinaryRoot(square) ? Math.sqrt(square / correctionV()) : root(i);
        });
    }

    private boolean hasOrdinaryRoot(double square) {
        return isOrdinary(square) && Double.isFinite(square / correctionV());
    }

    private static boolean isOrdinary(double square) {
        return square >= Double.MIN_NORMAL && Double.isFinite(square);
    }

    /** Returns the root of the corrected v without squaring g. */
    private double root(int i) {
        double kept = optimizer.beta2();
        double root =
                StrictMath.hypot(Math.sqrt(kept) * Math.sqrt(v.getOrOnly(i)), Math.sqrt(1 - kept) * gradient.get(i));
        return root / Math.sqrt(correctionV());
    }

    /** Returns whether g^2 is larger or smaller than any double in some component, so that v has lost it. */
    public boolean losesSquares() {
        for (int i = 0; i < weights.size(); i++) {
            if (isAdam() && gradient.get(i) != 0 && !isOrdinary(after(i).square())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the weights after the step. From (1) with g = 1 and eta = 0.1: 0.9 for each of the three rules at the
     * first step (with Adam 1e-9 more).
     */
    public Vector nextWeights() {
        Vector direction = direction();
        return each(i -> weights.get(i) - eta * direction.get(i));
    }

    /** Returns the number of steps that were taken with this one. */
    public long nextT() {
        return t + 1;
    }

    /** Returns a copy with another optimizer; a v below 0, which Adam cannot have, becomes 0 for it. */
    public OptimizerStep withOptimizer(Optimizer other) {
        boolean fits = other.method() != Method.ADAM || v.min() >= 0;
        return new OptimizerStep(other, eta, weights, gradient, m, fits ? v : Vector.of(0), t);
    }

    public OptimizerStep withEta(double other) {
        return new OptimizerStep(optimizer, other, weights, gradient, m, v, t);
    }

    /** Returns a copy with other weights; the gradient is resized to their size, its last number repeated if needed. */
    public OptimizerStep withWeights(Vector other) {
        return new OptimizerStep(optimizer, eta, other, gradient.resized(other.size()), m, v, t);
    }

    /** Returns a copy with another gradient; the weights are resized to its size, repeating the last one if needed. */
    public OptimizerStep withGradient(Vector other) {
        return new OptimizerStep(optimizer, eta, weights.resized(other.size()), other, m, v, t);
    }

    public OptimizerStep withM(Vector other) {
        return new OptimizerStep(optimizer, eta, weights, gradient, other, v, t);
    }

    public OptimizerStep withV(Vector other) {
        return new OptimizerStep(optimizer, eta, weights, gradient, m, other, t);
    }

    public OptimizerStep withT(long other) {
        return new OptimizerStep(optimizer, eta, weights, gradient, m, v, other);
    }
}
