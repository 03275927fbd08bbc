package dev.nabla.math;

import java.util.Optional;

/** A loss over n parameters theta, which descent rolls down: its height and its gradient anywhere. */
public interface LossSurface {
    /** How many parameters it has, n. */
    int dimensions();

    /** L(theta); infinite where it is larger than the precision holds, NaN where there is none. */
    double loss(Vector theta, Precision in);

    /** The n slopes of L at theta, uphill. */
    Vector gradient(Vector theta, Precision in);

    /** The second derivatives of L at theta, n x n; NaN where there is none. */
    Matrix hessian(Vector theta);

    /** Why there is no L(theta); empty where there is one. */
    default Optional<String> trouble(Vector theta) {
        return Optional.empty();
    }

    /** Why L(theta) is not finite though it need not be, and what to type instead; empty where that is not known. */
    default Optional<String> remedy(Vector theta) {
        return Optional.empty();
    }
}
