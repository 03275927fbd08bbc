package dev.nabla.math;

/**
 * The plane in which rows of numbers spread most: the two directions that a picture of them should show.
 *
 * <p>The directions are the eigenvectors of {@code C = sum (r - mean)(r - mean)^T} with the largest eigenvalues, by
 * power iteration. The largest entry of each is made positive.
 *
 * @param mean of the rows, n numbers; the origin of the plane
 * @param across the direction of the largest spread, n numbers, of length 1
 * @param up the direction of the largest spread perpendicular to {@code across}
 * @param share of the total spread that the plane shows, 0 to 1
 * @see <a href="https://doi.org/10.1080/14786440109462720">Pearson: On lines and planes of closest fit (1901)</a>
 */
public record PrincipalPlane(Vector mean, Vector across, Vector up, double share) {
    private static final int ITERATIONS = 300;

    /**
     * Returns the plane of the rows. For (1, 0), (-1, 0), (0, 2) and (0, -2) the direction across is (0, 1), and the
     * share 1.
     */
    public static PrincipalPlane of(Matrix rows) {
        int n = rows.columns();
        Vector mean = Vector.of(n, j -> rows.column(j).sum() / rows.rows());
        double[][] spread = new double[n][n];
        for (Vector row : rows.vectors()) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    spread[i][j] += (row.get(i) - mean.get(i)) * (row.get(j) - mean.get(j));
                }
            }
        }
        double all = 0;
        for (int i = 0; i < n; i++) {
            all += spread[i][i];
        }
        Vector across = direction(spread);
        double first = removeSpread(spread, across);
        Vector up = direction(spread);
        double second = removeSpread(spread, up);
        return new PrincipalPlane(mean, across, up, all == 0 ? 0 : (first + second) / all);
    }

    private static Vector direction(double[][] spread) {
        Vector v = Vector.of(spread.length, i -> 1.0 / (i + 1));
        for (int step = 0; step < ITERATIONS; step++) {
            Vector next = times(spread, v);
            double length = next.norm();
            if (length == 0) {
                break;
            }
            v = next.map(x -> x / length);
        }
        Vector found = v;
        double sign = Math.signum(found.get(found.map(Math::abs).argmax()));
        return found.map(x -> sign * x / found.norm());
    }

    private static Vector times(double[][] spread, Vector v) {
        return Vector.of(spread.length, i -> product(Vector.of(spread[i]), v));
    }

    /** Returns the spread along a direction and subtracts it from {@code spread}. */
    private static double removeSpread(double[][] spread, Vector v) {
        double along = product(times(spread, v), v);
        for (int i = 0; i < spread.length; i++) {
            for (int j = 0; j < spread.length; j++) {
                spread[i][j] -= along * v.get(i) * v.get(j);
            }
        }
        return along;
    }

    private static double product(Vector a, Vector b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    /** Returns the same plane, mirrored so that one row lies to the right of the origin and another one above it. */
    public PrincipalPlane turned(Vector right, Vector above) {
        double x = x(right) < 0 ? -1 : 1;
        double y = y(above) < 0 ? -1 : 1;
        return new PrincipalPlane(mean, across.map(v -> x * v), up.map(v -> y * v), share);
    }

    /** Returns the coordinate of a row across. */
    public double x(Vector row) {
        return product(row, across) - product(mean, across);
    }

    /** Returns the coordinate of a row up. */
    public double y(Vector row) {
        return product(row, up) - product(mean, up);
    }
}
