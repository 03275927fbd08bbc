package dev.nabla.math;

/**
 * What a {@link Softmax} gives, worked out together, as most of it is needed for the rest.
 *
 * @param p the probabilities, n numbers from 0 to 1
 * @param logP their logarithms in nats; {@code -inf} where a token is masked
 * @param logSumExp log sum_k exp(z[k] / tau), in nats; for z = (0, -40) and tau = 1 it is 4.248e-18
 * @param entropyNats Shannon entropy -sum p log p in nats, 0 to log n, with 0 log 0 = 0
 */
public record Distribution(Vector p, Vector logP, double logSumExp, double entropyNats) {
    private static final double LN2 = StrictMath.log(2);

    static Distribution of(Vector p, Vector logP, double logSumExp) {
        Sum entropy = new Sum();
        for (int j = 0; j < p.size(); j++) {
            entropy.add(p.get(j) == 0 ? 0 : p.get(j) * logP.get(j));
        }
        return new Distribution(p, logP, logSumExp, Math.abs(entropy.value()));
    }

    /** The sum of p: 1 up to rounding. */
    public double sum() {
        return p.sum();
    }

    /** Shannon entropy of p in bits, 0 to log2 n; for p = (1/2, 1/4, 1/4) it is 1.5. */
    public double entropyBits() {
        return entropyNats / LN2;
    }

    /** How many equally likely tokens would be as uncertain: exp of the entropy in nats, 1 to n. */
    public double perplexity() {
        return StrictMath.exp(entropyNats);
    }
}
