package dev.nabla.math;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cross-entropy after softmax: how much the true token surprises a model, and the gradient for each logit.
 *
 * <p>{@code L = -log p[truth]} with {@code p = softmax(z / tau)}. The derivative of the logarithm, {@code -1/p},
 * cancels the p in front of softmax's own. What remains is {@code dL/dz[j] = (p[j] - y[j]) / tau}, y being 1 at the
 * truth and 0 elsewhere.
 *
 * @param logits z, n real scores, n &ge; 1; {@code -inf} masks a token, but at least one must be finite
 * @param truth position of the token that came, from 1 to n
 * @param tau temperature, &gt; 0 and finite
 * @param target y if it is not 1 at the truth: n shares of at least 0 that sum to 1, such as a teacher's or smoothed
 *     labels; then {@code L = -sum_j y[j] log p[j]} and truth is the largest of them
 * @throws BadInput if {@link Softmax} rejects logits or tau, if truth is not a position or target no distribution over
 *     n
 * @see <a href="https://www.deeplearningbook.org/contents/mlp.html">Goodfellow, Bengio, Courville: Deep Learning,
 *     6.2.2</a>
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
            Shares shares = new Shares(y);
            shares.require(shares.sumToOne(), "target");
        }
    }

    /** Creates a loss whose y is 1 at the truth and 0 elsewhere. */
    public Loss(Vector logits, int truth, double tau) {
        this(logits, truth, tau, Optional.empty());
    }

    /** Returns y: the target, or 1 at the truth and 0 elsewhere. */
    public Vector y() {
        return target.orElseGet(() -> Vector.filled(logits.size(), 0).with(truth - 1, 1));
    }

    public Softmax softmax() {
        return new Softmax(logits, tau);
    }

    /** Returns the probabilities, n numbers from 0 to 1. */
    public Vector p() {
        return softmax().p();
    }

    /**
     * Returns the loss -log p[truth] in nats, from 0 to infinity. For z = (2.1, 0.5, -1, -0.5) it is 0.278555 with
     * truth 1 and 3.378555 with truth 3.
     */
    public double nats() {
        return 0 - mean(softmax().distribution().logP(), logits.max());
    }

    /**
     * Returns sum_j y[j] x[j], where 0 times infinity is 0. An x[j] that is larger than any double is taken as
     * (z[j] - m) / tau; beside it the logarithm of the sum does not count.
     */
    private double mean(Vector x, double m) {
        Vector y = y();
        return target.isEmpty()
                ? x.get(truth - 1)
                : CompensatedSum.of(y.size(), j -> {
                    double share = y.get(j);
                    boolean fits = Double.isFinite(x.get(j));
                    return share == 0 ? 0 : fits ? share * x.get(j) : Softmax.above(logits.get(j), m, tau, share);
                });
    }

    /**
     * Returns the Kullback-Leibler divergence of p from y, {@code sum_j y[j] log(y[j] / p[j])}, in nats: the part of
     * the loss that a better p could remove. Without a target it is the loss; for y = (0.5, 0.5) and p = (0.75, 0.25)
     * it is 0.143841.
     */
    public double klNats() {
        return target.isEmpty() ? nats() : Math.max(0, nats() - entropy(y()));
    }

    private static double entropy(Vector y) {
        return 0 - CompensatedSum.of(y.size(), j -> y.get(j) == 0 ? 0 : y.get(j) * StrictMath.log(y.get(j)));
    }

    /** Returns the loss in bits, -log2 p[truth]; 0.401870 for truth 1. */
    public double bits() {
        return nats() / Softmax.Distribution.LN2;
    }

    /**
     * Returns p - y, which sums to 0. Where y is 1 it is computed as minus the sum of the other p, which keeps the
     * digits of 1 - p.
     */
    public Vector residual() {
        Vector p = p();
        Vector y = y();
        double all = target.isEmpty() ? 1 : y.sum();
        return Vector.of(
                p.size(),
                j -> y.get(j) == 1 ? 0 - Softmax.othersOf(p, j) : y.get(j) == 0 ? p.get(j) : all * p.get(j) - y.get(j));
    }

    /** Returns dL/dz = (p - y) / tau; for truth 1 and tau = 1: -0.243123, 0.152811, 0.034097, 0.056216. */
    public Vector gradient() {
        return residual().map(r -> r / tau);
    }

    /** Returns dL/dz by {@link #centralDifferences}. */
    public Vector numericGradient() {
        return Rounded.values(centralDifferences());
    }

    /**
     * Returns dL/dz by central differences {@code (L(z + h) - L(z - h)) / 2h} of one logit at a time, and the error of
     * each. They are NaN if L is not finite, and 0 for a masked token.
     *
     * <p>A changed logit changes one exponential of n. The sum of the others is computed from the sums before and after
     * it. All n slopes therefore take time in proportion to n.
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
     * Returns why some of these differences are not the derivative. Empty if each is certain to six digits, or to ten
     * digits of the steepest slope, 1 / tau.
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
     * Returns how far a central difference may be from the slope because L is curved, in units of {@code 1/tau}. It is
     * at most {@code r^2/6} times the third derivative. That is no more than {@code p} and {@code 1 - p}, and grows
     * over the nudge by at most {@code e^r}. Two slopes are never more than 1 apart.
     *
     * @param r the nudge in units of tau
     * @param unsure the smaller of p and 1 - p
     */
    private double curved(double r, double unsure) {
        double grown = r * r / 6 * unsure * StrictMath.exp(r);
        return (grown < 1 ? grown : 1) / tau;
    }

    /** Returns for each position the sum of the other exponentials, without the first largest. */
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
     * Returns the loss with another largest logit m: {@code log(1 + sum of the others' exponentials) - (z[truth] - m) /
     * tau}.
     */
    private Rounded nats(Rounded m, int largest, double rest) {
        Rounded others = Rounded.exact(rest).moving(exponential(Rounded.exact(logits.get(largest)), m));
        return others.apply(StrictMath::log1p, Math::ulp).times(total()).minus(meanAbove(m, largest));
    }

    /** Returns {@code sum_k y[k] (z[k] - m) / tau} with another largest logit m. */
    private Rounded meanAbove(Rounded m, int largest) {
        Vector z = logits.with(largest, m.x());
        double mean = mean(z.map(k -> Softmax.above(k, m.x(), tau, 1)), m.x());
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
     * Returns by how much the loss rises if a logit that is not the largest changes. The difference of two logarithms
     * is computed as the logarithm of a quotient, which keeps the digits of a small p.
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

    /** Returns the sum of y. */
    private Rounded total() {
        return Rounded.exact(target.map(Vector::sum).orElse(1.0));
    }

    private Rounded exponential(Rounded z, Rounded m) {
        return Softmax.exponential(above(z, m));
    }

    private Rounded above(Rounded z, Rounded m) {
        return Softmax.above(z, m, tau);
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

    /** Returns a copy with a target distribution; truth becomes its largest share. */
    public Loss withTarget(Vector shares) {
        return new Loss(logits, shares.argmax() + 1, tau, Optional.of(shares));
    }

    /**
     * Returns the loss after one step z - eta dL/dz, kept finite; with eta = 1 the loss of truth 1 falls from 0.278555
     * to 0.2030.
     */
    public Loss stepped(double eta) {
        Vector gradient = gradient();
        return withLogits(Vector.of(logits.size(), j -> stepped(logits.get(j), eta * gradient.get(j))));
    }

    private static double stepped(double z, double by) {
        boolean masked = Double.isInfinite(z);
        return masked || Double.isNaN(by) ? z : Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, z - by));
    }
}
