package dev.nabla.math;

/**
 * Attention: every query is compared with all keys, and its output is a weighted mean of their values.
 *
 * <p>{@code out = softmax(scale q k^T) v}, the softmax row by row. n queries and m keys of d numbers give n x m
 * weights. Each key has a value of c numbers, which give n x c outputs.
 *
 * <p>With a causal mask a query sees no key after its own position. The queries are then the last n of the m positions,
 * so query i (from 1) sees the keys 1 to {@code i + m - n}. The other scores are {@code -inf} and their weights 0.
 *
 * @param q n x d finite numbers
 * @param k m x d finite numbers
 * @param v m x c finite numbers
 * @param causal whether later keys are masked; then n &le; m
 * @param scale factor of q.k, finite; with {@link #usualScale} the spread of the scores is the same for every d
 * @throws BadInput {@code shape_mismatch} if the shapes do not fit, {@code overflow} if a score is beyond 1.8e308
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al.: Attention Is All You Need, 3.2.1</a>
 */
public record Attention(Matrix q, Matrix k, Matrix v, boolean causal, double scale) {
    public Attention {
        BadInput.require(q.isFinite(), "not_finite", "q", q, "every entry must be finite");
        BadInput.require(k.isFinite(), "not_finite", "k", k, "every entry must be finite");
        BadInput.require(v.isFinite(), "not_finite", "v", v, "every entry must be finite");
        BadInput.require(Double.isFinite(scale), "not_finite", "scale", scale, "must be finite, like 0.5");
        if (q.columns() != k.columns()) {
            throw mismatch("q", q, "k", k, "a query meets a key in a dot product, give both as many columns");
        }
        if (k.rows() != v.rows()) {
            throw mismatch("k", k, "v", v, "every key has one value, give both as many rows");
        }
        if (causal && q.rows() > k.rows()) {
            throw mismatch("q", q, "k", k, "the first queries would see no key, give at most as many queries as keys");
        }
        // Scores need a check only if d times the largest product is near the largest double.
        double most = 4 * q.columns() * q.largest() * k.largest();
        for (int i = 0; !Double.isFinite(most * Math.max(1, Math.abs(scale))) && i < q.rows(); i++) {
            for (int j = 0; j < seen(q, k, causal, i); j++) {
                if (!Double.isFinite(Dot.product(q.row(i), k.row(j)) * scale)) {
                    throw BadInput.maths(
                            "overflow",
                            "the score of query " + (i + 1) + " and key " + (j + 1)
                                    + " is beyond 1.8e308: give smaller numbers in q, k or scale");
                }
            }
        }
    }

    private static BadInput mismatch(String one, Matrix first, String other, Matrix second, String cure) {
        return BadInput.mismatch(one, "is " + first.shape() + " and " + other + " is " + second.shape() + ": " + cure);
    }

    /** Returns 1 / sqrt(d): a dot product of d numbers with standard deviation 1 has the standard deviation sqrt(d). */
    public static double usualScale(int d) {
        return 1 / Math.sqrt(d);
    }

    /** Returns how many keys query i sees, from the first on; i counts from 0. */
    public int seen(int i) {
        return seen(q, k, causal, i);
    }

    private static int seen(Matrix q, Matrix k, boolean causal, int i) {
        return causal ? i + 1 + k.rows() - q.rows() : k.rows();
    }

    /** Returns q[i].k[j], neither scaled nor masked. */
    public double dot(int i, int j) {
        return Dot.product(q.row(i), k.row(j));
    }

    /**
     * Returns the m scores of query i, scale q[i].k[j]; {@code -inf} for a masked key. For d = 2, (2, -0.5).(2, 0.5) is
     * 3.75 and the score 2.651650.
     */
    public Vector scores(int i) {
        return Vector.of(k.rows(), j -> j < seen(i) ? dot(i, j) * scale : Double.NEGATIVE_INFINITY);
    }

    /** Returns the weight of each value for query i: m numbers from 0 to 1, which sum to 1 up to rounding. */
    public Vector weights(int i) {
        return new Softmax(scores(i), 1).p();
    }

    /**
     * Returns the output of query i, c weighted means; each lies between the smallest and the largest value it is made
     * from.
     */
    public Vector out(int i) {
        return bounded(i, Matrix.of(weights(i)).times(v).row(0));
    }

    private Vector bounded(int i, Vector sums) {
        return Vector.of(sums.size(), c -> {
            Vector values = Vector.of(seen(i), j -> v.get(j, c));
            return Math.max(values.min(), Math.min(values.max(), sums.get(c)));
        });
    }

    /** The {@link #scores}, {@link #weights} and {@link #out} of all queries, a row per query. */
    public record Stages(Matrix scores, Matrix weights, Matrix out) {}

    public Stages stages() {
        Matrix scores = Matrix.of(q.rows(), this::scores);
        Matrix weights = Matrix.of(q.rows(), i -> new Softmax(scores.row(i), 1).p());
        Matrix sums = weights.times(v);
        return new Stages(scores, weights, Matrix.of(q.rows(), i -> bounded(i, sums.row(i))));
    }

    /** Returns the sum of the first {@code terms} weighted values of query i, c numbers. */
    public Vector partial(int i, int terms) {
        Vector weights = weights(i);
        return Vector.of(v.columns(), c -> CompensatedSum.of(terms, j -> weights.get(j) * v.get(j, c)));
    }

    /** The gradients of a loss by inputs and intermediate results, each in the shape of its variable. */
    public record Gradient(Matrix q, Matrix k, Matrix v, Matrix scores, Matrix weights) {}

    /**
     * Returns the gradients by the chain rule: {@code dw = dout v^T}, {@code ds = w (dw - sum w dw)} row by row,
     * {@code dq = scale ds k}, {@code dk = scale ds^T q}, {@code dv = w^T dout}.
     *
     * @param upstream dL/dout, n x c, or one number for all
     * @throws BadInput {@code shape_mismatch} if upstream has another shape
     */
    public Gradient gradient(Matrix upstream) {
        Matrix dOut = upstream.spread("upstream", "out", q.rows(), v.columns());
        Matrix weights = Matrix.of(q.rows(), this::weights);
        Matrix dWeights = dOut.times(v.transposed());
        Matrix dScores = Matrix.of(q.rows(), i -> {
            Vector w = weights.row(i);
            Vector dw = dWeights.row(i);
            double mean = new Dot(w, dw).value();
            return Vector.of(w.size(), j -> w.get(j) * (dw.get(j) - mean));
        });
        Matrix scaled = dScores.map(s -> s * scale);
        return new Gradient(
                scaled.times(k),
                scaled.transposed().times(q),
                weights.transposed().times(dOut),
                dScores,
                dWeights);
    }
}
