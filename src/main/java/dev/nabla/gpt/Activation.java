package dev.nabla.gpt;

import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.Arrays;

/**
 * The values at one stage of the model, and the gradient of the loss with respect to each.
 *
 * @param n numbers per position
 * @param v the values, T x n, row by row
 * @param d the gradient dL/dv, laid out like {@code v}
 */
record Activation(int n, double[] v, double[] d) {
    Activation(int places, int n) {
        this(n, new double[places * n], new double[places * n]);
    }

    /** Returns the values of the first {@code places} positions, one row per position. */
    Matrix matrix(int places) {
        return Matrix.of(places, t -> Vector.of(Arrays.copyOfRange(v, t * n, (t + 1) * n)));
    }

    /** Returns the gradients of the first {@code places} positions, one row per position. */
    Matrix gradients(int places) {
        return new Activation(n, d, d).matrix(places);
    }

    /** Returns the index of the largest number at a position, the first one of equals. */
    int likeliest(int place) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            best = v[place * n + i] > v[place * n + best] ? i : best;
        }
        return best;
    }
}
