package dev.nabla.math;

import java.util.Optional;

/** A loss over n parameters theta: its value and its gradient anywhere. */
public interface LossSurface {
    /** Returns the number of parameters, n. */
    int dimensions();

    /** Returns L(theta); infinite if it is larger than the precision holds, NaN if there is none. */
    double loss(Vector theta, Precision in);

    /** Returns the gradient of L at theta, n numbers, which points uphill. */
    Vector gradient(Vector theta, Precision in);

    /** Returns the second derivatives of L at theta, n x n; NaN where there is none. */
    Matrix hessian(Vector theta);

    /** Returns why there is no L(theta); empty if there is one. */
    default Optional<String> trouble(Vector theta) {
        return Optional.empty();
    }

    /**
     * Returns why L(theta) overflows on the way although it is finite, and what to type instead; empty if no advice is
     * known.
     */
    default Optional<String> remedy(Vector theta) {
        return Optional.empty();
    }
}
