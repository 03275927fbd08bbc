package dev.nabla.math;

/**
 * Matrix multiplication: every row of A meets every column of B in a dot product.
 *
 * <p>{@code C[i,j] = sum_k A[i,k] B[k,j] + bias[j]}, A m x n, B n x p, C m x p. If B is one column x, C is one column
 * too and a bias of m numbers is added row by row: the layer {@code y = W x + b}.
 *
 * @param a m x n finite numbers
 * @param b n x p finite numbers
 * @param bias added to every row of C: p numbers, or one for all; if p is 1, m numbers, one per row
 * @throws BadInput {@code not_finite}; {@code shape_mismatch} if the inner sizes differ or the bias does not fit
 */
public record Matmul(Matrix a, Matrix b, Vector bias) {
    public Matmul {
        if (!a.isFinite() || !b.isFinite() || !bias.isFinite()) {
            throw BadInput.maths("not_finite", "every entry must be finite");
        }
        if (a.columns() != b.rows()) {
            throw BadInput.mismatch(
                    "A",
                    "is " + a.shape() + " and B is " + b.shape() + ": inner sizes " + a.columns() + " and " + b.rows()
                            + " differ");
        }
        if (!biasFits(a, b, bias)) {
            String sides = b.columns() == 1
                    ? a.rows() + " rows and one column: give one for each row"
                    : b.columns() + " columns: give as many";
            throw BadInput.mismatch("bias", "has " + bias.size() + " numbers and C has " + sides + ", or one for all");
        }
    }

    /** Creates a product without a bias. */
    public Matmul(Matrix a, Matrix b) {
        this(a, b, Vector.of(0));
    }

    /** Returns whether a bias is one number for all, or has the size {@link #biasSize}. */
    public static boolean biasFits(Matrix a, Matrix b, Vector bias) {
        return bias.size() == 1 || bias.size() == biasSize(a, b);
    }

    /**
     * Returns the size of a bias that is not one number for all: one per row if b is a single column, else one per
     * column.
     */
    public static int biasSize(Matrix a, Matrix b) {
        return b.columns() == 1 ? a.rows() : b.columns();
    }

    /**
     * Returns C, m x p, with compensated sums; for ((1, 2, 3), (4, 5, 6)) and ((7, 8), (9, 10), (11, 12)) it is ((58,
     * 64), (139, 154)).
     */
    public Matrix c() {
        return Matrix.of(a.rows(), this::row);
    }

    /** Returns row i of C. The loop order k, j reads B and the sums in memory order. */
    private Vector row(int i) {
        double[] sum = new double[b.columns()];
        double[] lost = new double[b.columns()];
        for (int k = 0; k < a.columns(); k++) {
            add(a.get(i, k), b.row(k), sum, lost);
        }
        add(1, Vector.of(sum.length, j -> bias(i, j)), sum, lost);
        return Vector.of(sum.length, j -> {
            double rounded = sum[j] + lost[j];
            return Double.isFinite(rounded) ? rounded : cell(i, j).value();
        });
    }

    /**
     * Adds factor row[j] to sum j by Knuth's two-sum. It has no branch, so that the processor can add several at once.
     */
    private static void add(double factor, Vector row, double[] sum, double[] lost) {
        for (int j = 0; j < sum.length; j++) {
            double term = factor * row.get(j);
            double next = sum[j] + term;
            double added = next - sum[j];
            lost[j] += (sum[j] - (next - added)) + (term - added);
            sum[j] = next;
        }
    }

    /**
     * Returns C[i,j] as a dot product, with the bias times 1 as its last term. It is exact also if a partial sum is
     * beyond 1.8e308.
     */
    public Dot cell(int i, int j) {
        return cell(i, j, a.columns(), bias(i, j));
    }

    private Dot cell(int i, int j, int terms, double bias) {
        return new Dot(
                Vector.of(terms + 1, k -> k < terms ? a.get(i, k) : 1),
                Vector.of(terms + 1, k -> k < terms ? b.get(k, j) : bias));
    }

    /** Returns the bias in C[i,j]. */
    public double bias(int i, int j) {
        return bias.get(bias.size() == 1 ? 0 : b.columns() == 1 ? i : j);
    }

    /** Returns m n p: 12 for 2x3 times 3x2. */
    public long multiplications() {
        return (long) a.rows() * a.columns() * b.columns();
    }

    /** Returns the sum of the first {@code terms} products of C[i,j], without the bias. */
    public double partial(int i, int j, int terms) {
        double sum = CompensatedSum.of(terms, k -> a.get(i, k) * b.get(k, j));
        return Double.isFinite(sum) ? sum : cell(i, j, terms, 0).value();
    }

    /** The gradients of a loss by both factors, each in the shape of its factor. */
    public record Gradient(Matrix a, Matrix b) {}

    /**
     * Returns the gradients by the chain rule. If upstream is 1 everywhere, L is the sum of C, and each entry of A has
     * the sum of a row of B. For the numbers of {@link #c}: ((15, 19, 23), (15, 19, 23)) and ((5, 5), (7, 7), (9, 9)).
     *
     * @param upstream dL/dC, m x p, or one number for all
     * @throws BadInput {@code shape_mismatch} if upstream has another shape
     */
    public Gradient gradient(Matrix upstream) {
        Matrix dc = upstream.spread("upstream", "C", a.rows(), b.columns());
        return new Gradient(dc.times(b.transposed()), a.transposed().times(dc));
    }

    /**
     * Returns dL/dbias: for each number, the sum of dL/dC over the entries to which it is added. With ones it is (2, 2)
     * for the numbers above.
     */
    public Vector biasGradient(Matrix upstream) {
        Matrix dc = upstream.spread("upstream", "C", a.rows(), b.columns());
        Vector sums = Vector.of(
                biasSize(a, b),
                j -> b.columns() == 1 ? dc.get(j, 0) : dc.column(j).sum());
        return bias.size() == sums.size() ? sums : Vector.of(sums.sum());
    }
}
