package dev.nabla.math;

import java.util.List;
import java.util.Optional;

/**
 * The law that fits measured losses best for given exponents.
 *
 * @param alpha exponent of n, in hundredths
 * @param beta exponent of d, in hundredths
 * @param error sum of the squared differences to the measured losses
 */
record ScalingFit(int alpha, int beta, ScalingLaw law, double error) {
    /** A determinant below this share of its first product counts as 0: the columns are multiples of each other. */
    private static final double SINGULAR = 1e-12;

    private static final double HUNDREDTHS = 100;

    /** Returns the best fit whose exponents are on a grid; empty if there is none with c, a and b of at least 0. */
    static Optional<ScalingFit> best(List<ScalingLaw.Measured> runs, Exponents alphas, Exponents betas) {
        Optional<ScalingFit> best = Optional.empty();
        for (int alpha = alphas.from; alpha <= alphas.to; alpha += alphas.step) {
            for (int beta = betas.from; beta <= betas.to; beta += betas.step) {
                Optional<ScalingFit> next = of(runs, alpha, beta);
                boolean better = next.isPresent() && (best.isEmpty() || next.get().error < best.get().error);
                best = better ? next : best;
            }
        }
        return best;
    }

    /** Exponents to try, in hundredths, from the first to the last. */
    record Exponents(int from, int to, int step) {}

    /**
     * Returns the fit for two exponents. With u = n^-alpha and v = d^-beta the loss is linear, c + a u + b v, so that
     * the normal equations of the centred columns give a and b.
     */
    private static Optional<ScalingFit> of(List<ScalingLaw.Measured> runs, int alpha, int beta) {
        // Sizes are divided by those of the first run, so that no power overflows.
        double n0 = runs.get(0).n();
        double d0 = runs.get(0).d();
        int count = runs.size();
        Vector u = Vector.of(count, i -> StrictMath.pow(runs.get(i).n() / n0, -alpha / HUNDREDTHS));
        Vector v = Vector.of(count, i -> StrictMath.pow(runs.get(i).d() / d0, -beta / HUNDREDTHS));
        Vector losses = Vector.of(count, i -> runs.get(i).loss());
        double uu = covariance(u, u);
        double vv = covariance(v, v);
        double uv = covariance(u, v);
        double uLoss = covariance(u, losses);
        double vLoss = covariance(v, losses);
        double det = uu * vv - uv * uv;
        if (!(det > SINGULAR * uu * vv)) {
            return Optional.empty();
        }
        double a = (uLoss * vv - vLoss * uv) / det;
        double b = (vLoss * uu - uLoss * uv) / det;
        double c = losses.mean() - a * u.mean() - b * v.mean();
        if (a < 0 || b < 0 || c < 0) {
            return Optional.empty();
        }
        double error = 0;
        for (int i = 0; i < count; i++) {
            double off = c + a * u.get(i) + b * v.get(i) - losses.get(i);
            error += off * off;
        }
        ScalingLaw law = new ScalingLaw(
                c,
                a * StrictMath.pow(n0, alpha / HUNDREDTHS),
                alpha / HUNDREDTHS,
                b * StrictMath.pow(d0, beta / HUNDREDTHS),
                beta / HUNDREDTHS);
        return Optional.of(new ScalingFit(alpha, beta, law, error));
    }

    private static double covariance(Vector x, Vector y) {
        double meanX = x.mean();
        double meanY = y.mean();
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += (x.get(i) - meanX) * (y.get(i) - meanY);
        }
        return sum;
    }
}
