package dev.nabla.math;

/**
 * The slope of the loss by central differences, {@code (L(z + h) - L(z - h)) / 2h} of one logit at a time.
 *
 * <p>A nudged logit changes one exponential of n; the sum of the rest is put together from what stands before it and what
 * stands behind it, so that all n slopes take time in proportion to n and nothing is ever subtracted.
 */
final class NumericGradient {
    /** Step of the difference, in units of tau: near the cube root of a double's precision. */
    private static final double NUDGE = 0x1p-17;

    private final Vector logits;
    private final int truth;
    private final double tau;
    private final int largest;
    /** The sums of the exponentials before and behind each position, the first largest left out. */
    private final double[] before;

    private final double[] behind;

    private NumericGradient(Loss loss) {
        this.logits = loss.logits();
        this.truth = loss.truth() - 1;
        this.tau = loss.tau();
        this.largest = logits.argmax();
        Vector others = loss.softmax().exponentials().with(largest, 0);
        int n = logits.size();
        this.before = new double[n];
        this.behind = new double[n];
        Sum sum = new Sum();
        for (int j = 0; j < n; j++) {
            before[j] = sum.value();
            sum.add(others.get(j));
        }
        sum = new Sum();
        for (int j = n - 1; j >= 0; j--) {
            behind[j] = sum.value();
            sum.add(others.get(j));
        }
    }

    /** n slopes; NaN where the loss is not finite. */
    static Vector of(Loss loss) {
        NumericGradient slopes = new NumericGradient(loss);
        boolean finite = Double.isFinite(loss.nats());
        double[] gradient = new double[loss.logits().size()];
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = finite ? slopes.slope(j) : Double.NaN;
        }
        return Vector.of(gradient);
    }

    /** A masked token stays masked: its slope is 0. */
    private double slope(int j) {
        double z = logits.get(j);
        if (Double.isInfinite(z)) {
            return 0;
        }
        double h = Math.max(NUDGE * tau, Math.ulp(z));
        double above = Math.min(Double.MAX_VALUE, z + h);
        double below = Math.max(-Double.MAX_VALUE, z - h);
        return (nats(j, above) - nats(j, below)) / (above - below);
    }

    /** The loss with another logit j: {@code log(1 + sum of the others' exponentials) - (z[truth] - m) / tau}, m the largest. */
    private double nats(int j, double z) {
        double m = j == largest ? z : logits.get(largest);
        double rest = before[j] + behind[j];
        double others = j == largest
                ? rest * StrictMath.exp((logits.get(largest) - z) / tau)
                : rest + StrictMath.exp((z - m) / tau);
        double atTruth = j == truth ? z : logits.get(truth);
        return StrictMath.log1p(others) - (atTruth - m) / tau;
    }
}
