package dev.nabla.math;

/**
 * Kullback-Leibler divergence: how much more a model q is surprised than it had to be, when the tokens come as p says.
 *
 * <p>{@code KL = sum_i p[i] log(p[i] / q[i])}. It is 0 only if both are equal, and infinite if q excludes what p
 * allows. Shares that sum to 1 only nearly are divided by their sum.
 *
 * @param p n shares from 0 that sum to 1
 * @param q n shares from 0 that sum to 1
 * @throws BadInput {@code no_distribution}; {@code shape_mismatch} if p and q have different sizes
 */
public record KullbackLeibler(Vector p, Vector q) {
    /** Ratio of the difference to q up to which {@link #excess} is a series; beyond it little cancels. */
    private static final double NEAR = 0.5;

    public KullbackLeibler {
        BadInput.requireDistribution("p", p);
        BadInput.requireDistribution("q", q);
        if (p.size() != q.size()) {
            throw BadInput.mismatch("q", "has " + q.size() + " shares and p has " + p.size() + ": give both as many");
        }
    }

    /** Returns KL in nats; 0.143841 for p = (1/2, 1/2) and q = (3/4, 1/4). */
    public double nats() {
        double aboveP = excessOfSum(p);
        double aboveQ = excessOfSum(q);
        return CompensatedSum.of(p.size(), i -> {
            double share = p.get(i) / (1 + aboveP);
            double model = q.get(i) / (1 + aboveQ);
            double apart = p.get(i) - q.get(i) - share * aboveP + model * aboveQ;
            return term(share, model, apart);
        });
    }

    /** Returns KL in bits; 0.207519 for these numbers. */
    public double bits() {
        return nats() / Softmax.Distribution.LN2;
    }

    /** Returns KL with p and q exchanged, in nats; 0.130812 for these numbers. */
    public double reverseNats() {
        return new KullbackLeibler(q, p).nats();
    }

    /** Returns the entropy of p in nats, which is the least mean surprise; 0.693147 for these numbers. */
    public double entropyNats() {
        return 0 - CompensatedSum.of(p.size(), i -> p.get(i) == 0 ? 0 : p.get(i) * StrictMath.log(p.get(i)));
    }

    /** Returns the mean surprise of q, {@code -sum_i p[i] log q[i]}, in nats; 0.836988 for these numbers. */
    public double crossEntropyNats() {
        return 0 - CompensatedSum.of(p.size(), i -> p.get(i) == 0 ? 0 : p.get(i) * StrictMath.log(q.get(i)));
    }

    /** Returns {@code p[i] log(p[i] / q[i])} for each i, in nats; (-0.202733, 0.346574) for these numbers. */
    public Vector terms() {
        return Vector.of(
                p.size(), i -> p.get(i) == 0 ? 0 : p.get(i) * (StrictMath.log(p.get(i)) - StrictMath.log(q.get(i))));
    }

    /** Returns by how much the sum of shares is above 1, without rounding the sum first. */
    private static double excessOfSum(Vector shares) {
        return CompensatedSum.of(shares.size() + 1, i -> i == 0 ? -1 : shares.get(i - 1));
    }

    /**
     * Returns {@code p log(p / q) - p + q}. These terms have the same sum, since p and q have, but none is below 0, so
     * that nothing cancels where p and q are nearly equal.
     *
     * @param apart p - q
     */
    private static double term(double p, double q, double apart) {
        if (p == 0) {
            return q;
        }
        return Math.abs(apart) <= NEAR * q
                ? q * excess(apart / q)
                : p * (StrictMath.log(p) - StrictMath.log(q)) - apart;
    }

    /** Returns {@code (1 + x) log(1 + x) - x = x^2/(1·2) - x^3/(2·3) + x^4/(3·4) - ...} for |x| of at most 1/2. */
    private static double excess(double x) {
        double sum = 0;
        double power = x * x;
        for (int k = 2; sum + power / (k * (k - 1)) != sum; k++) {
            sum += power / (k * (k - 1));
            power *= -x;
        }
        return sum;
    }

    /** Returns a copy with another p; if its size is another, q becomes the same. */
    public KullbackLeibler withP(Vector other) {
        return new KullbackLeibler(other, q.size() == other.size() ? q : other);
    }

    /** Returns a copy with another q; if its size is another, p becomes the same. */
    public KullbackLeibler withQ(Vector other) {
        return new KullbackLeibler(p.size() == other.size() ? p : other, other);
    }
}
