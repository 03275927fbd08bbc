package dev.nabla.math;

import java.util.List;
import java.util.Optional;

/**
 * A law for the loss of a model with n weights that has read d examples: {@code L = c + a / n^alpha + b / d^beta}.
 * No size and no reading brings it below the floor c.
 *
 * <p>With c = 2, a = 4, b = 3 and both exponents 1/2, a model of 400 weights that has read 900 examples has the loss
 * {@code 2 + 4/20 + 3/30 = 2.3}.
 *
 * @see <a href="https://arxiv.org/abs/2203.15556">Hoffmann et al. 2022: Training Compute-Optimal Large Language Models,
 *     3.3</a>
 */
public record ScalingLaw(double c, double a, double alpha, double b, double beta) {
    /** Exponents that a fit tries first, in hundredths. */
    private static final ScalingFit.Exponents COARSE = new ScalingFit.Exponents(5, 150, 5);

    /**
     * A measured loss.
     *
     * @param n number of weights, above 0
     * @param d number of examples read, above 0
     * @throws BadInput if a size is not above 0, or a number is not finite
     */
    public record Measured(double n, double d, double loss) {
        public Measured {
            requireSize("n", n);
            requireSize("d", d);
            BadInput.require(Double.isFinite(loss), "not_finite", "loss", loss, "must be finite");
        }

        private static void requireSize(String name, double size) {
            boolean fine = size > 0 && Double.isFinite(size);
            BadInput.require(fine, "not_positive", name, size, "must be above 0 and finite, like 1000");
        }
    }

    /** Returns the loss of a model with n weights after d examples. */
    public double loss(double n, double d) {
        return c + a * StrictMath.pow(n, -alpha) + b * StrictMath.pow(d, -beta);
    }

    /** Returns the root of the mean squared difference to measured losses. */
    public double rms(List<Measured> runs) {
        double sum = 0;
        for (Measured run : runs) {
            double off = loss(run.n(), run.d()) - run.loss();
            sum += off * off;
        }
        return Math.sqrt(sum / runs.size());
    }

    /**
     * Returns the law with the least squared error whose c, a and b are not negative. For given exponents c, a and b
     * follow by least squares. All exponents from 0.05 to 1.5 are tried in steps of 0.05, then those near the best
     * pair in steps of 0.01.
     *
     * @return empty if no such law fits, for example if all runs have the same size, or if losses rise
     */
    public static Optional<ScalingLaw> fit(List<Measured> runs) {
        return ScalingFit.best(runs, COARSE, COARSE)
                .flatMap(near -> ScalingFit.best(runs, around(near.alpha()), around(near.beta())))
                .map(ScalingFit::law);
    }

    private static ScalingFit.Exponents around(int exponent) {
        return new ScalingFit.Exponents(exponent - COARSE.step() + 1, exponent + COARSE.step() - 1, 1);
    }
}
