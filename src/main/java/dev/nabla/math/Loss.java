package dev.nabla.math;

import java.util.Optional;

/**
 * Cross-entropy after softmax: how surprised a model is at the truth, and what each logit should do about it.
 *
 * <p>{@code L = -log p[truth]} with {@code p = softmax(z / tau)}. The derivative of the logarithm, {@code -1/p}, cancels the
 * p in front of softmax's own, and {@code dL/dz[j] = (p[j] - y[j]) / tau} is left, y being 1 at the truth and 0 elsewhere.
 *
 * @param logits z, n real scores, n &ge; 1; {@code -inf} masks a token, not all of them
 * @param truth position of the token that came, from 1 to n
 * @param tau temperature, &gt; 0 and finite
 * @param target y where it is not all at the truth: n shares from 0 that sum to 1, as a teacher's or smoothed labels are; then
 *     {@code L = -sum_j y[j] log p[j]} and truth is the largest of them
 * @throws BadInput if {@link Softmax} refuses logits or tau, if truth is not a position or target no distribution over n
 * @see <a href="https://www.deeplearningbook.org/contents/mlp.html">Goodfellow, Bengio, Courville: Deep Learning, 6.2.2</a>
 */
public record Loss(Vector logits, int truth, double tau, Optional<Vector> target) {
    /** Step of the numeric difference, in units of tau: near the cube root of a double's precision. */
    private static final double NUDGE = 0x1p-17;

    public Loss {
        new Softmax(logits, tau);
        BadInput.requireWhole(1, logits.size(), "truth", truth, "a position");
        if (target.isPresent()) {
            Vector y = target.get();
            if (y.size() != logits.size()) {
                throw BadInput.mismatch(
                        "target",
                        "has " + y.size() + " shares and logits has " + logits.size() + ": give both as many");
            }
            boolean shares = y.min() >= 0 && Math.abs(y.sum() - 1) <= 1e-9;
            BadInput.require(shares, "no_distribution", "target", y, "give shares from 0 that sum to 1, like 0.7,0.3");
        }
    }

    /** All at the truth. */
    public Loss(Vector logits, int truth, double tau) {
        this(logits, truth, tau, Optional.empty());
    }

    /** What p is compared with: 1 at the truth and 0 elsewhere, or the target. */
    public Vector y() {
        return target.orElseGet(() -> Vector.filled(logits.size(), 0).with(truth - 1, 1));
    }

    public Softmax softmax() {
        return new Softmax(logits, tau);
    }

    /** The probabilities, n numbers from 0 to 1. */
    public Vector p() {
        return softmax().p();
    }

    /** -log p[truth], in nats, from 0 to infinity; for z = (2.1, 0.5, -1, -0.5) and truth 1 it is 0.278555, for truth 3 3.378555. */
    public double nats() {
        return 0 - mean(softmax().distribution().logP());
    }

    /** sum_j y[j] x[j], where 0 times infinity is 0. */
    private double mean(Vector x) {
        Vector y = y();
        return target.isEmpty() ? x.get(truth - 1) : Sum.of(y.size(), j -> y.get(j) == 0 ? 0 : y.get(j) * x.get(j));
    }

    /**
     * The Kullback-Leibler divergence of p from y, {@code sum_j y[j] log(y[j] / p[j])}, in nats: what of the loss a better p could take
     * away. All at the truth it is the loss; for y = (0.5, 0.5) and p = (0.75, 0.25) it is 0.143841.
     */
    public double klNats() {
        return target.isEmpty() ? nats() : Math.max(0, nats() + mean(y().map(StrictMath::log)));
    }

    /** -log2 p[truth], in bits; 0.401870 for truth 1. */
    public double bits() {
        return nats() / Softmax.Distribution.LN2;
    }

    /** p - y, which sums to 0; where y is 1 it is minus the sum of the others, so that what is left of 1 keeps its digits. */
    public Vector residual() {
        Vector p = p();
        Vector y = y();
        double all = target.isEmpty() ? 1 : y.sum();
        return Vector.of(
                p.size(),
                j -> y.get(j) == 1 ? 0 - Softmax.othersOf(p, j) : y.get(j) == 0 ? p.get(j) : all * p.get(j) - y.get(j));
    }

    /** dL/dz = (p - y) / tau; for truth 1 and tau = 1: -0.243123, 0.152811, 0.034097, 0.056216. */
    public Vector gradient() {
        return residual().map(r -> r / tau);
    }

    /**
     * dL/dz by central differences {@code (L(z + h) - L(z - h)) / 2h} of one logit at a time; NaN where L is not finite, 0 where a token is masked.
     *
     * <p>A nudged logit changes one exponential of n; the sum of the rest is put together from what stands before it and what
     * stands behind it, so that all n slopes take time in proportion to n and nothing is ever subtracted.
     */
    public Vector numericGradient() {
        boolean finite = Double.isFinite(nats());
        double[] rest = restOfOthers();
        int largest = logits.argmax();
        return Vector.of(rest.length, j -> {
            double z = logits.get(j);
            if (!finite || Double.isInfinite(z)) {
                return finite ? 0 : Double.NaN;
            }
            double h = Math.max(NUDGE * tau, Math.ulp(z));
            double above = Math.min(Double.MAX_VALUE, z + h);
            double below = Math.max(-Double.MAX_VALUE, z - h);
            return (nats(j, above, largest, rest[j]) - nats(j, below, largest, rest[j])) / (above - below);
        });
    }

    /** For each position the sum of the other exponentials, the first largest left out. */
    private double[] restOfOthers() {
        Vector others = softmax().exponentials().with(logits.argmax(), 0);
        double[] rest = new double[others.size()];
        Sum before = new Sum();
        for (int j = 0; j < rest.length; j++) {
            rest[j] = before.value();
            before.add(others.get(j));
        }
        Sum behind = new Sum();
        for (int j = rest.length - 1; j >= 0; j--) {
            rest[j] += behind.value();
            behind.add(others.get(j));
        }
        return rest;
    }

    /** The loss with another logit j: {@code log(1 + sum of the others' exponentials) - (z[truth] - m) / tau}, m the largest. */
    private double nats(int j, double z, int largest, double rest) {
        double m = j == largest ? z : logits.get(largest);
        double others = j == largest
                ? rest * StrictMath.exp((logits.get(largest) - z) / tau)
                : rest + StrictMath.exp((z - m) / tau);
        if (target.isPresent()) {
            Vector nudged = logits.with(j, z);
            return target.get().sum() * StrictMath.log1p(others) - mean(nudged.map(k -> (k - m) / tau));
        }
        double atTruth = j == truth - 1 ? z : logits.get(truth - 1);
        return StrictMath.log1p(others) - (atTruth - m) / tau;
    }

    public Loss withLogits(Vector other) {
        Optional<Vector> fitting = target.filter(y -> y.size() == other.size());
        return new Loss(other, Math.min(truth, other.size()), tau, fitting);
    }

    public Loss withTruth(int other) {
        return new Loss(logits, other, tau);
    }

    public Loss withTau(double other) {
        return new Loss(logits, truth, other, target);
    }

    /** With shares in place of one truth. */
    public Loss withTarget(Vector shares) {
        return new Loss(logits, shares.argmax() + 1, tau, Optional.of(shares));
    }

    /** After one step z - eta dL/dz, kept finite; with eta = 1 the loss of truth 1 falls from 0.278555 to 0.2030. */
    public Loss stepped(double eta) {
        Vector gradient = gradient();
        return withLogits(Vector.of(logits.size(), j -> stepped(logits.get(j), eta * gradient.get(j))));
    }

    private static double stepped(double z, double by) {
        boolean masked = Double.isInfinite(z);
        return masked || Double.isNaN(by) ? z : Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, z - by));
    }
}
