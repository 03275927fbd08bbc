package dev.nabla.math;

import java.util.List;

/**
 * Softmax: raw scores become a distribution.
 *
 * <p>{@code p[j] = exp((z[j] - m) / tau) / sum_k exp((z[k] - m) / tau)}, with {@code m = max z} so that no exponential
 * overflows.
 *
 * @param logits z, n real scores, n &ge; 1; {@code -inf} masks a token (p = 0), but at least one must be finite
 * @param tau temperature, &gt; 0 and finite; 1 leaves the scores as they are
 * @throws BadInput if a logit is NaN or {@code +inf}, if all are masked, or if tau is not positive and finite
 * @see <a href="https://www.deeplearningbook.org/contents/numerical.html">Goodfellow, Bengio, Courville: Deep Learning,
 *     4.1</a>
 */
public record Softmax(Vector logits, double tau) {
    public Softmax {
        double largest = logits.max();
        boolean some = largest != Double.NEGATIVE_INFINITY;
        boolean real = !some || largest < Double.POSITIVE_INFINITY;
        boolean warm = tau > 0 && Double.isFinite(tau);
        String cure = "the temperature must be above 0 and finite; for the greedy choice look at argmax";
        BadInput.require(real, "not_finite", "logits", logits, "a logit must be a number or -inf (a masked token)");
        BadInput.require(
                some, "all_masked", "logits", logits, "every token is masked; leave at least one finite logit");
        BadInput.require(warm, "not_positive", "tau", tau, cure);
    }

    /**
     * Returns e^((z[j] - m) / tau), n numbers from 0 to 1, the largest exactly 1; for z = (2.1, 0.5) and tau = 1: (1,
     * 0.2019).
     */
    public Vector exponentials() {
        double m = logits.max();
        return logits.map(z -> StrictMath.exp(above(z, m, tau, 1)));
    }

    /** Returns share (z - m) / tau. If a step on the way is larger than any double, the halves are subtracted. */
    static double above(double z, double m, double tau, double share) {
        double above = share * ((z - m) / tau);
        return Double.isInfinite(above) && Double.isFinite(z) ? share * (z / 2 - m / 2) / tau * 2 : above;
    }

    /** Returns (z - m) / tau as {@link #above(double, double, double, double)}, with its error. */
    static Rounded above(Rounded z, Rounded m, double tau) {
        Rounded above = z.minus(m).over(Rounded.exact(tau));
        double x = above(z.x(), m.x(), tau, 1);
        return above.x() == x ? above : new Rounded(x, 2 * Math.ulp(x));
    }

    static Rounded exponential(Rounded x) {
        return x.apply(StrictMath::exp, result -> x.x() == 0 ? 0 : Math.ulp(result));
    }

    /**
     * Returns e^(z[j] / tau) without subtracting m first, to show why that fails: infinite if z[j] / tau is above
     * 709.78, 0 below −745.14.
     */
    public Vector plain() {
        return logits.map(z -> StrictMath.exp(z / tau));
    }

    /**
     * Returns the probabilities, n numbers from 0 to 1; for z = (2.1, 0.5, -1, -0.5) and tau = 1 they are 0.757, 0.153,
     * 0.034, 0.056.
     */
    public Vector p() {
        return p(exponentials());
    }

    private static Vector p(Vector exponentials) {
        double sum = exponentials.sum();
        return exponentials.map(e -> e / sum);
    }

    /** Returns the probabilities with their errors. */
    List<Rounded> roundedP() {
        Rounded m = Rounded.exact(logits.max());
        List<Rounded> exponentials = logits.stream()
                .mapToObj(z -> exponential(above(Rounded.exact(z), m, tau)))
                .toList();
        Rounded sum = CompensatedSum.of(exponentials);
        return exponentials.stream().map(e -> e.over(sum)).toList();
    }

    /** Returns p and the values derived from it, computing each exponential once. */
    public Distribution distribution() {
        double m = logits.max();
        Vector exponentials = exponentials();
        // The first largest exponential is 1 and left out: log1p keeps 4e-18 beside it.
        double logSum = StrictMath.log1p(exponentials.with(logits.argmax(), 0).sum());
        Vector logP = logits.map(z -> above(z, m, tau, 1) - logSum);
        Vector p = p(exponentials);
        double entropy = CompensatedSum.of(p.size(), j -> p.get(j) == 0 ? 0 : p.get(j) * logP.get(j));
        return new Distribution(this, p, logP, m / tau + logSum, Math.abs(entropy));
    }

    /** Returns dp[j]/dz[k] = p[j] (delta[j,k] - p[k]) / tau, n x n; 1 - p[j] is computed as the sum of the others. */
    public Matrix jacobian() {
        Vector p = p();
        return Matrix.of(
                p.size(), j -> p.map(pk -> (0 - p.get(j) * pk) / tau).with(j, p.get(j) * othersOf(p, j) / tau));
    }

    static double othersOf(Vector p, int j) {
        return CompensatedSum.of(p.size(), k -> k == j ? 0 : p.get(k));
    }

    /** Returns the position of the most likely token, counted from 1; the first of equals. */
    public int argmax() {
        return logits.argmax() + 1;
    }

    /**
     * The values derived from p, computed together.
     *
     * @param softmax the source of the values
     * @param p the probabilities, n numbers from 0 to 1
     * @param logP their logarithms in nats; {@code -inf} for a masked token
     * @param logSumExp log sum_k exp(z[k] / tau), in nats; for z = (0, -40) and tau = 1 it is 4.248e-18
     * @param entropyNats Shannon entropy -sum p log p in nats, 0 to log n, with 0 log 0 = 0
     */
    public record Distribution(Softmax softmax, Vector p, Vector logP, double logSumExp, double entropyNats) {
        static final double LN2 = StrictMath.log(2);

        /** Returns the sum of p: 1 up to rounding. */
        public double sum() {
            return p.sum();
        }

        /** Returns the Shannon entropy of p in bits, 0 to log2 n; for p = (1/2, 1/4, 1/4) it is 1.5. */
        public double entropyBits() {
            return entropyNats / LN2;
        }

        /**
         * Returns the number of equally likely tokens with the same uncertainty: exp of the entropy in nats, 1 to n.
         */
        public double perplexity() {
            return StrictMath.exp(entropyNats);
        }
    }
}
