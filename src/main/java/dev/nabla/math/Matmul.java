package dev.nabla.math;

/**
 * Matrix multiplication: every row of A meets every column of B in a dot product.
 *
 * <p>{@code C[i,j] = sum_k A[i,k] B[k,j] + bias[j]}, A m x n, B n x p, C m x p. Where B is one column x, C is one column too
 * and a bias of m numbers is added row by row: the layer {@code y = W x + b}.
 *
 * @param a m x n finite numbers
 * @param b n x p finite numbers
 * @param bias added to every row of C: p numbers, or one for all; m numbers, one a row, where p is 1
 * @throws BadInput {@code shape_mismatch} if the inner sizes differ or the bias does not fit
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

    /** Without a bias. */
    public Matmul(Matrix a, Matrix b) {
        this(a, b, Vector.of(0));
    }

    /** True if each entry of the product of a and b has its bias. */
    public static boolean biasFits(Matrix a, Matrix b, Vector bias) {
        return bias.size() == 1 || bias.size() == biasSize(a, b);
    }

    /** How many numbers a bias has that is not one for all: one for each row of a single column, else one for each column. */
    public static int biasSize(Matrix a, Matrix b) {
        return b.columns() == 1 ? a.rows() : b.columns();
    }

    /** C, m x p, every sum compensated; for ((1, 2, 3), (4, 5, 6)) and ((7, 8), (9, 10), (11, 12)) it is ((58, 64), (139, 154)). */
    public Matrix c() {
        return Matrix.of(a.rows(), this::row);
    }

    /** In the order i, k, j both B and the sums are walked as they lie in memory. */
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

    /** Adds factor row[j] to sum j by Knuth's two-sum, which asks for no branch, so that the processor adds several at once. */
    private static void add(double factor, Vector row, double[] sum, double[] lost) {
        for (int j = 0; j < sum.length; j++) {
            double term = factor * row.get(j);
            double next = sum[j] + term;
            double added = next - sum[j];
            lost[j] += (sum[j] - (next - added)) + (term - added);
            sum[j] = next;
        }
    }

    /** The products that add up to C[i,j], the bias times 1 behind them: exact also where a sum on the way is beyond 1.8e308. */
    public Dot cell(int i, int j) {
        return cell(i, j, a.columns(), bias(i, j));
    }

    private Dot cell(int i, int j, int terms, double bias) {
        return new Dot(
                Vector.of(terms + 1, k -> k < terms ? a.get(i, k) : 1),
                Vector.of(terms + 1, k -> k < terms ? b.get(k, j) : bias));
    }

    /** The number added to the dot product in C[i,j]. */
    public double bias(int i, int j) {
        return bias.get(bias.size() == 1 ? 0 : b.columns() == 1 ? i : j);
    }

    /** m n p: 12 for 2x3 times 3x2. */
    public long multiplications() {
        return (long) a.rows() * a.columns() * b.columns();
    }

    /** The sum of the first so many products of C[i,j], the bias not included. */
    public double partial(int i, int j, int terms) {
        double sum = CompensatedSum.of(terms, k -> a.get(i, k) * b.get(k, j));
        return Double.isFinite(sum) ? sum : cell(i, j, terms, 0).value();
    }

    /**
     * How a loss changes with the factors, each the shape of its own.
     *
     * @param a dL/dA = dL/dC B^T
     * @param b dL/dB = A^T dL/dC
     */
    public record Gradient(Matrix a, Matrix b) {}

    /**
     * The chain rule from C back to its factors. With ones, for L the sum of C, each entry of A has the sum of a row of B: for the
     * numbers of {@link #c} ((15, 19, 23), (15, 19, 23)) and ((5, 5), (7, 7), (9, 9)).
     *
     * @param upstream dL/dC, m x p, or one number for all
     */
    public Gradient gradient(Matrix upstream) {
        Matrix dc = upstream.spread("upstream", "C", a.rows(), b.columns());
        return new Gradient(dc.times(b.transposed()), a.transposed().times(dc));
    }

    /** dL/dbias: of each number the sum of dL/dC over the entries that it is added to; with ones (2, 2) for the numbers above. */
    public Vector biasGradient(Matrix upstream) {
        Matrix dc = upstream.spread("upstream", "C", a.rows(), b.columns());
        Vector sums = Vector.of(
                biasSize(a, b),
                j -> b.columns() == 1 ? dc.get(j, 0) : dc.column(j).sum());
        return bias.size() == sums.size() ? sums : Vector.of(sums.sum());
    }
}
