package dev.nabla.math;

/**
 * A bowl: {@code L(theta) = 1/2 sum_i c[i] theta[i]^2}, so {@code gradient[i] = c[i] theta[i]} and the Hessian is the
 * same everywhere.
 *
 * <p>Every operation is rounded to the precision. For c = (0.6, 2.2) at (-2.5, 1.5): L = 4.35, gradient (-1.5, 3.3).
 *
 * @param curvature c, n finite numbers &gt; 0; the lambdas of the Hessian
 * @throws BadInput if a curvature is not positive and finite
 */
public record QuadraticLoss(Vector curvature) implements LossSurface {
    public QuadraticLoss {
        boolean fine = curvature.isFinite() && curvature.min() > 0;
        BadInput.requireRange(fine, "curvature", curvature, "every curvature must be above 0 and finite");
    }

    @Override
    public int dimensions() {
        return curvature.size();
    }

    @Override
    public double loss(Vector theta, Precision in) {
        double sum = 0;
        for (int i = 0; i < theta.size(); i++) {
            double square = in.round(theta.get(i) * theta.get(i));
            sum = in.round(sum + in.round(in.round(curvature.get(i)) * square));
        }
        return in.round(sum / 2);
    }

    @Override
    public Vector gradient(Vector theta, Precision in) {
        return Vector.of(theta.size(), i -> in.round(in.round(curvature.get(i)) * theta.get(i)));
    }

    /** Returns the curvatures on the diagonal. */
    @Override
    public Matrix hessian(Vector theta) {
        return Matrix.of(dimensions(), i -> Vector.filled(dimensions(), 0).with(i, curvature.get(i)));
    }
}
