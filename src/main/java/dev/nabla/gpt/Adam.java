package dev.nabla.gpt;

/**
 * Adam's moments of a training in progress.
 *
 * <p>Step t, counted from 1, for a weight with gradient g: {@code m = 0.85 m + 0.15 g}, {@code s = 0.99 s + 0.01 g^2}.
 * Both start at 0, which {@code m' = m / (1 - 0.85^t)} and {@code s' = s / (1 - 0.99^t)} correct. Then
 * {@code w -= eta m' / (sqrt(s') + 1e-8)}. The first step has length eta for any gradient well above 1e-8.
 */
final class Adam {
    private static final double BETA1 = 0.85;
    private static final double BETA2 = 0.99;
    private static final double EPSILON = 1e-8;

    private final double[] mean;
    private final double[] square;

    /** Resumes with copies of the moments. */
    Adam(Weights mean, Weights square) {
        this.mean = mean.toArray();
        this.square = square.toArray();
    }

    /**
     * The factors of step t that correct the start at 0.
     *
     * @param ofMean {@code eta / (1 - 0.85^t)}
     * @param ofSquare {@code 1 / (1 - 0.99^t)}
     */
    record Factors(double ofMean, double ofSquare) {
        static Factors of(double eta, int t) {
            return new Factors(eta / (1 - StrictMath.pow(BETA1, t)), 1 / (1 - StrictMath.pow(BETA2, t)));
        }

        double length(double mean, double square) {
            return mean * ofMean / (Math.sqrt(square * ofSquare) + EPSILON);
        }
    }

    /** Takes step {@code t} with the gradient {@code slopes}: changes the moments and {@code weights}. */
    void update(double[] weights, double[] slopes, double eta, int t) {
        Factors factors = Factors.of(eta, t);
        for (int i = 0; i < weights.length; i++) {
            double g = slopes[i];
            if (g == 0 && mean[i] == 0 && square[i] == 0) {
                continue; // a weight of a part that is left out, or of a letter that no name has had yet
            }
            double m = BETA1 * mean[i] + (1 - BETA1) * g;
            double s = BETA2 * square[i] + (1 - BETA2) * (g * g);
            mean[i] = m;
            square[i] = s;
            weights[i] -= factors.length(m, s);
        }
    }

    Weights mean(Shape shape) {
        return Weights.of(shape, mean);
    }

    Weights square(Shape shape) {
        return Weights.of(shape, square);
    }
}
