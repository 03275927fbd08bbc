package dev.nabla.math;

import java.util.Arrays;

/** Weighted sums of the first so many of some rows, a column each, none beyond the least and the most of its column. */
final class Mixture {
    private final double[][] rows;
    private final Sums sums;
    private final double[] least;
    private final double[] most;
    private int bounded;

    /** @param rows at least one, all as long */
    Mixture(double[][] rows) {
        this.rows = rows;
        this.sums = new Sums(rows[0].length);
        this.least = rows[0].clone();
        this.most = rows[0].clone();
    }

    /** The sum of {@code weights[j] rows[j]} for the first {@code seen} rows, which never get fewer from one call to the next. */
    Vector of(Vector weights, int seen) {
        bound(seen);
        sums.clear();
        for (int j = 0; j < seen; j++) {
            sums.add(weights.get(j), rows[j]);
        }
        double[] mixture = new double[least.length];
        Arrays.setAll(mixture, c -> Math.max(least[c], Math.min(most[c], sums.value(c))));
        return Vector.of(mixture);
    }

    private void bound(int seen) {
        for (; bounded < seen; bounded++) {
            for (int c = 0; c < least.length; c++) {
                least[c] = Math.min(least[c], rows[bounded][c]);
                most[c] = Math.max(most[c], rows[bounded][c]);
            }
        }
    }
}
