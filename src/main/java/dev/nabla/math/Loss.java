package dev.nabla.math;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        return target.isEmpty()
                ? x.get(truth - 1)
                : CompensatedSum.of(y.size(), j -> y.get(j) == 0 ? 0 : y.get(j) * x.get(j));
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

    /** dL/dz by central differences, as {@link #centralDifferences} has it. */
    public Vector numericGradient() {
        return Rounded.values(centralDifferences());
    }

    /**
     * dL/dz by central differences {@code (L(z + h) - L(z - h)) / 2h} of one logit at a time, and how far from the
     * derivative each may be; NaN where L is not finite, 0 where a token is masked.
     *
     * <p>A nudged logit changes one exponential of n; the sum of the rest is put together from what stands before it and what
     * stands behind it, so that all n slopes take time in proportion to n.
     */
    public List<Rounded> centralDifferences() {
        if (!Double.isFinite(nats())) {
            return Collections.nCopies(logits.size(), Rounded.exact(Double.NaN));
        }
        double[] rest = restOfOthers();
        int largest = logits.argmax();
        Vector p = p();
        return IntStream.range(0, rest.length)
                .mapToObj(j ->
                        Double.isInfinite(logits.get(j)) ? Rounded.ZERO : centralDifference(j, largest, rest[j], p))
                .toList();
    }

    /**
     * Why some of these differences are not the derivative; empty where they are, to six digits or to ten of the
     * steepest slope.
     */
    public Optional<String> doubt(List<Rounded> differences) {
        return Rounded.doubt(differences, 1 / tau);
    }

    private Rounded centralDifference(int j, int largest, double rest, Vector p) {
        double z = logits.get(j);
        double h = Math.max(NUDGE * tau, Math.ulp(z));
        Rounded above = Rounded.exact(Math.min(Double.MAX_VALUE, z + h));
        Rounded below = Rounded.exact(Math.max(-Double.MAX_VALUE, z - h));
        Rounded width = above.minus(below);
        Rounded rise = j == largest
                ? nats(above, largest, rest).minus(nats(below, largest, rest))
                : rise(j, below, above, logits.get(largest), rest);
        Rounded slope = rise.over(width);
        double unsure = p.get(j) <= 0.5 ? p.get(j) : Softmax.othersOf(p, j);
        return new Rounded(slope.x(), slope.off() + curved(width.x() / 2 / tau, unsure));
    }

    /**
     * How far a central difference may be from the slope because L is curved: at most {@code r^2/6} times its third
     * derivative, which is no more than {@code p} and {@code 1 - p}, and over the nudge grows by no more than {@code
     * e^r}. Two slopes are never more than 1 apart. All in units of {@code 1/tau}.
     *
     * @param r the nudge
     * @param unsure the smaller of p and 1 - p
     */
    private double curved(double r, double unsure) {
        double grown = r * r / 6 * unsure * StrictMath.exp(r);
        return (grown < 1 ? grown : 1) / tau;
    }

    /** For each position the sum of the other exponentials, the first largest left out. */
    private double[] restOfOthers() {
        Vector others = softmax().exponentials().with(logits.argmax(), 0);
        double[] rest = new double[others.size()];
        CompensatedSum before = new CompensatedSum();
        for (int j = 0; j < rest.length; j++) {
            rest[j] = before.value();
            before.add(others.get(j));
        }
        CompensatedSum behind = new CompensatedSum();
        for (int j = rest.length - 1; j >= 0; j--) {
            rest[j] += behind.value();
            behind.add(others.get(j));
        }
        return rest;
    }

    /**
     * The loss with another largest logit m: {@code log(1 + sum of the others' exponentials) - (z[truth] - m) / tau}.
     */
    private Rounded nats(Rounded m, int largest, double rest) {
        Rounded others = Rounded.exact(rest).moving(exponential(Rounded.exact(logits.get(largest)), m));
        return others.apply(StrictMath::log1p, Math::ulp).times(total()).minus(meanAbove(m, largest));
    }

    /** {@code sum_k y[k] (z[k] - m) / tau} with another largest logit m. */
    private Rounded meanAbove(Rounded m, int largest) {
        Vector z = logits.with(largest, m.x());
        double mean = mean(z.map(k -> (k - m.x()) / tau));
        Vector y = y();
        double off = CompensatedSum.of(
                y.size(),
                k -> y.get(k) == 0
                        ? 0
                        : above(Rounded.exact(z.get(k)), m)
                                .times(Rounded.exact(y.get(k)))
                                .off());
        return new Rounded(mean, target.isEmpty() ? off : off + Math.ulp(mean));
    }

    /**
     * By how much the loss rises if a logit that is not the largest goes from one place to another: the difference of
     * two logarithms as that of their quotient, so that the slope of a small share keeps its digits.
     */
    private Rounded rise(int j, Rounded from, Rounded to, double largest, double rest) {
        Rounded m = Rounded.exact(largest);
        Rounded before = exponential(from, m);
        Rounded all = Rounded.exact(1).plus(Rounded.exact(rest)).plus(before);
        Rounded logs = exponential(to, m).minus(before).over(all).apply(StrictMath::log1p, Math::ulp);
        Rounded share = Rounded.exact(y(j));
        return logs.times(total()).minus(above(to, from).times(share));
    }

    private double y(int j) {
        return target.map(y -> y.get(j)).orElse(j == truth - 1 ? 1.0 : 0.0);
    }

    /** What y sums to. */
    private Rounded total() {
        return Rounded.exact(target.map(Vector::sum).orElse(1.0));
    }

    private Rounded exponential(Rounded z, Rounded m) {
        return above(z, m).apply(StrictMath::exp, Math::ulp);
    }

    /** (z - m) / tau */
    private Rounded above(Rounded z, Rounded m) {
        return z.minus(m).over(Rounded.exact(tau));
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
