package dev.nabla.math;

import java.util.ArrayList;
import java.util.List;

/**
 * Cross-entropy after softmax: how surprised a model is at the truth, and what each logit should do about it.
 *
 * <p>{@code L = -log p[truth]} with {@code p = softmax(z / tau)}. The derivative of the logarithm, {@code -1/p}, cancels the
 * p in front of softmax's own, and {@code dL/dz[j] = (p[j] - y[j]) / tau} is left, y being 1 at the truth and 0 elsewhere.
 *
 * @param logits z, n real scores, n &ge; 1; {@code -inf} masks a token, not all of them
 * @param truth position of the token that came, from 1 to n
 * @param tau temperature, &gt; 0 and finite
 * @throws BadInput if {@link Softmax} refuses logits or tau, or if truth is not a position
 * @see <a href="https://www.deeplearningbook.org/contents/mlp.html">Goodfellow, Bengio, Courville: Deep Learning, 6.2.2</a>
 */
public record Loss(Vector logits, int truth, double tau) {
    private static final double LN2 = StrictMath.log(2);

    public Loss {
        new Softmax(logits, tau);
        if (truth < 1 || truth > logits.size()) {
            throw BadInput.usage("out_of_range", "truth " + truth + ": type a position from 1 to " + logits.size());
        }
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
        return 0 - softmax().logP().get(truth - 1);
    }

    /** -log2 p[truth], in bits; 0.401870 for truth 1. */
    public double bits() {
        return nats() / LN2;
    }

    /** p - y, y being 1 at the truth and 0 elsewhere, which sums to 0; at the truth it is minus the sum of the others, so that what is left of 1 keeps its digits. */
    public Vector residual() {
        Vector p = p();
        return p.with(truth - 1, 0 - othersOf(p, truth - 1));
    }

    /** dL/dz = (p - y) / tau; for truth 1 and tau = 1: -0.243123, 0.152811, 0.034097, 0.056216. */
    public Vector gradient() {
        return residual().map(r -> r / tau);
    }

    /** dL/dz by central differences (L(z + h) - L(z - h)) / 2h of one logit at a time; NaN where L is not finite. */
    public Vector numericGradient() {
        return NumericGradient.of(this);
    }

    /** dp[j]/dz[k] = p[j] (delta[j,k] - p[k]) / tau, n rows of n; 1 - p[j] is taken as the sum of the others. */
    public List<Vector> jacobian() {
        Vector p = p();
        List<Vector> rows = new ArrayList<>();
        for (int j = 0; j < p.size(); j++) {
            double pj = p.get(j);
            Vector row = p.map(pk -> (0 - pj * pk) / tau);
            rows.add(row.with(j, pj * othersOf(p, j) / tau));
        }
        return rows;
    }

    private static double othersOf(Vector p, int j) {
        return Sum.of(p.size(), k -> k == j ? 0 : p.get(k));
    }

    public Loss withLogits(Vector other) {
        return new Loss(other, Math.min(truth, other.size()), tau);
    }

    public Loss withTruth(int other) {
        return new Loss(logits, other, tau);
    }

    public Loss withTau(double other) {
        return new Loss(logits, truth, other);
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
