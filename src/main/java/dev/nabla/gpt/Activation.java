package dev.nabla.gpt;

import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.Arrays;

/**
 * What stands at one stage of the model, and beside it the slope of the loss by each of these numbers.
 *
 * @param n numbers at each place
 * @param v the numbers, T x n, row by row
 * @param d dL/dv
 */
record Activation(int n, double[] v, double[] d) {
    Activation(int places, int n) {
        this(n, new double[places * n], new double[places * n]);
    }

    /** The numbers at the first places, a row for each. */
    Matrix matrix(int places) {
        return Matrix.of(places, t -> Vector.of(Arrays.copyOfRange(v, t * n, (t + 1) * n)));
    }
}
