package dev.nabla.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Attention: every query asks all keys, and what it gets is a mixture of their values.
 *
 * <p>{@code out = softmax(scale q k^T) v}, the softmax row by row: n queries of d numbers, m keys of d numbers, and for each
 * key a value of c numbers give n x m weights and n x c outputs. With a causal mask a query sees no key after itself. The
 * queries are then the last n of the m positions, so that query i sees the keys 1 to {@code i + m - n}; the other scores are
 * {@code -inf} and their weights 0.
 *
 * @param q n x d finite numbers
 * @param k m x d finite numbers
 * @param v m x c finite numbers
 * @param causal whether what comes later is masked; then n &le; m
 * @param scale what q.k is multiplied by, finite; {@link #usualScale} keeps the scores' spread the same for every d
 * @throws BadInput {@code shape_mismatch} if the shapes do not fit, {@code overflow} if a score is beyond 1.8e308
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al.: Attention Is All You Need, 3.2.1</a>
 */
public record Attention(Matrix q, Matrix k, Matrix v, boolean causal, double scale) {
    public Attention {
        requireFinite("q", q);
        requireFinite("k", k);
        requireFinite("v", v);
        if (!Double.isFinite(scale)) {
            throw BadInput.maths("not_finite", Decimal.shortest(scale) + ": must be finite, like 0.5")
                    .about("scale");
        }
        if (q.columns() != k.columns()) {
            throw mismatch("q", q, "k", k, "a query meets a key in a dot product, give both as many columns");
        }
        if (k.rows() != v.rows()) {
            throw mismatch("k", k, "v", v, "every key has one value, give both as many rows");
        }
        if (causal && q.rows() > k.rows()) {
            throw mismatch("q", q, "k", k, "the first queries would see no key, give at most as many queries as keys");
        }
        if (mayOverflow(q, k, scale)) {
            for (int i = 0; i < q.rows(); i++) {
                for (int j = 0; j < seen(q, k, causal, i); j++) {
                    requireScore(i, j, new Dot(q.row(i), k.row(j)).value() * scale);
                }
            }
        }
    }

    /** True if d times the largest product is near the largest double, so that the scores have to be looked at. */
    private static boolean mayOverflow(Matrix q, Matrix k, double scale) {
        double most = 4 * q.columns() * q.largest() * k.largest();
        return !Double.isFinite(most * Math.max(1, Math.abs(scale)));
    }

    private static void requireFinite(String name, Matrix matrix) {
        if (!matrix.isFinite()) {
            throw BadInput.maths("not_finite", matrix + ": every entry must be finite")
                    .about(name);
        }
    }

    private static void requireScore(int i, int j, double score) {
        if (!Double.isFinite(score)) {
            throw BadInput.maths(
                    "overflow",
                    "the score of query " + (i + 1) + " and key " + (j + 1)
                            + " is beyond 1.8e308: give smaller numbers in q, k or scale");
        }
    }

    private static BadInput mismatch(String one, Matrix first, String other, Matrix second, String cure) {
        return BadInput.maths(
                        "shape_mismatch",
                        "is " + first.shape() + " and " + other + " is " + second.shape() + ": " + cure)
                .about(one);
    }

    /** 1 / sqrt(d): a dot product of d numbers that each spread by 1 spreads by sqrt(d). */
    public static double usualScale(int d) {
        return 1 / Math.sqrt(d);
    }

    public Attention withCausal(boolean other) {
        return new Attention(q, k, v, other, scale);
    }

    /** How many keys query i sees, from the first on. */
    public int seen(int i) {
        return seen(q, k, causal, i);
    }

    private static int seen(Matrix q, Matrix k, boolean causal, int i) {
        return causal ? i + 1 + k.rows() - q.rows() : k.rows();
    }

    /** q[i].k[j], neither scaled nor masked. */
    public double dot(int i, int j) {
        return dot(q.row(i).toArray(), k.row(j).toArray());
    }

    /** Products and their rounding errors are added up; only where that overflows on the way is the sum taken exactly. */
    private static double dot(double[] a, double[] b) {
        double sum = 0;
        double lost = 0;
        for (int c = 0; c < a.length; c++) {
            double product = a[c] * b[c];
            double next = sum + product;
            double added = next - sum;
            lost += (sum - (next - added)) + (product - added) + Math.fma(a[c], b[c], -product);
            sum = next;
        }
        double dot = sum + lost;
        return Double.isFinite(dot) ? dot : new Dot(Vector.of(a), Vector.of(b)).value();
    }

    /** scale q[i].k[j], n x m; {@code -inf} where the key is masked. For d = 2, (2, -0.5).(2, 0.5) is 3.75 and the score 2.651650. */
    public Matrix scores() {
        double[][] keys = k.copyOfRows();
        return rows(q.rows(), i -> {
            double[] query = q.row(i).toArray();
            double[] scores = new double[keys.length];
            Arrays.fill(scores, Double.NEGATIVE_INFINITY);
            for (int j = 0; j < seen(i); j++) {
                scores[j] = dot(query, keys[j]) * scale;
            }
            return Vector.of(scores);
        });
    }

    /** The scores of query i, m numbers. */
    public Vector scores(int i) {
        return scores().row(i);
    }

    /** How much of each value a query gets: n rows of m numbers from 0 to 1, every row summing to 1 up to rounding. */
    public Matrix weights() {
        return weights(scores());
    }

    private static Matrix weights(Matrix scores) {
        return rows(scores.rows(), i -> new Softmax(scores.row(i), 1).p());
    }

    /** The weights of query i, m numbers. */
    public Vector weights(int i) {
        return weights().row(i);
    }

    /** The weighted sums of the values, n x c; each number lies between the smallest and the largest it is mixed from. */
    public Matrix out() {
        return out(weights());
    }

    private Matrix out(Matrix weights) {
        Matrix sums = weights.times(v);
        double[] least = v.row(0).toArray();
        double[] most = least.clone();
        int[] bounded = {0};
        return rows(q.rows(), i -> {
            for (; bounded[0] < seen(i); bounded[0]++) {
                for (int c = 0; c < least.length; c++) {
                    least[c] = Math.min(least[c], v.get(bounded[0], c));
                    most[c] = Math.max(most[c], v.get(bounded[0], c));
                }
            }
            return Vector.of(least.length, c -> Math.max(least[c], Math.min(most[c], sums.get(i, c))));
        });
    }

    /** The mixture that query i gets, c numbers. */
    public Vector out(int i) {
        return out().row(i);
    }

    /**
     * One after the other, each worked out once: {@link #scores}, {@link #weights} and {@link #out}.
     *
     * @param scores n x m
     * @param weights n x m
     * @param out n x c
     */
    public record Stages(Matrix scores, Matrix weights, Matrix out) {}

    public Stages stages() {
        Matrix scores = scores();
        Matrix weights = weights(scores);
        return new Stages(scores, weights, out(weights));
    }

    private static Matrix rows(int n, IntFunction<Vector> row) {
        List<Vector> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(row.apply(i));
        }
        return Matrix.of(rows);
    }

    /** The sum of the first so many weighted values of query i, c numbers. */
    public Vector partial(int i, int terms) {
        Vector weights = weights(i);
        return Vector.of(v.columns(), c -> Sum.of(terms, j -> weights.get(j) * v.get(j, c)));
    }

    /**
     * How a loss changes with what attention is made of, each the shape of its own.
     *
     * @param weights dL/dweights, n x m
     * @param scores dL/dscores, n x m; 0 where a key is masked
     */
    public record Gradient(Matrix q, Matrix k, Matrix v, Matrix scores, Matrix weights) {}

    /**
     * The chain rule from the outputs back to q, k and v: {@code dw = dout v^T}, {@code ds = w (dw - sum w dw)} row by row,
     * {@code dq = scale ds k}, {@code dk = scale ds^T q}, {@code dv = w^T dout}.
     *
     * @param dOut dL/dout, n x c
     */
    public Gradient gradient(Matrix dOut) {
        Matrix weights = weights();
        Matrix dWeights = dOut.times(v.transposed());
        Matrix dScores = rows(weights.rows(), i -> {
            Vector w = weights.row(i);
            Vector dw = dWeights.row(i);
            double mean = new Dot(w, dw).value();
            return Vector.of(w.size(), j -> w.get(j) * (dw.get(j) - mean));
        });
        Matrix scaled = dScores.with(dScores, (s, same) -> s * scale);
        return new Gradient(
                scaled.times(k),
                scaled.transposed().times(q),
                weights.transposed().times(dOut),
                dScores,
                dWeights);
    }
}
