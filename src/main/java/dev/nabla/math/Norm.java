package dev.nabla.math;

/**
 * Normalisation of a vector: its size is divided out, and learnt numbers give each component a new size.
 *
 * <p>{@code y[i] = gain[i] n[i] + shift[i]} with {@code n[i] = (x[i] - mean) / sqrt(s + eps)}, where s is the mean of
 * {@code (x[i] - mean)^2}. Layer norm subtracts the mean of x; rms norm subtracts nothing.
 *
 * @param kind which of the two
 * @param x n finite numbers
 * @param eps what is added to s, &ge; 0 and finite
 * @param gain n finite factors, or one for all
 * @param shift n finite numbers, or one for all
 * @throws BadInput {@code not_finite}; {@code not_positive} if eps is below 0; {@code shape_mismatch} if gain or shift
 *     does not fit x
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros, Hinton: Layer Normalization</a>
 * @see <a href="https://arxiv.org/abs/1910.07467">Zhang, Sennrich: Root Mean Square Layer Normalization</a>
 */
public record Norm(Kind kind, Vector x, double eps, Vector gain, Vector shift) {
    /** The two norms. */
    public enum Kind {
        RMS,
        LAYER
    }

    public Norm {
        BadInput.requireFinite("x", x);
        BadInput.requireFinite("gain", gain);
        BadInput.requireFinite("shift", shift);
        boolean fine = eps >= 0 && Double.isFinite(eps);
        BadInput.requireRange(fine, "eps", eps, "must be at least 0 and finite; 1e-5 is usual");
        gain.spread("gain", "x", x.size());
        shift.spread("shift", "x", x.size());
    }

    /**
     * x without its mean, and the number that divides it, both in units of {@code 2^exponent}, so that squares neither
     * overflow nor vanish.
     *
     * @param root sqrt(s + eps); 0 if there is nothing to divide by
     */
    private record Centred(Vector u, double root, int exponent) {
        Vector n() {
            return u.map(component -> component / root);
        }
    }

    private Centred centred() {
        int given = x.exponent();
        Vector u = centred(x.scaled(-given));
        double rootOfEps = Math.sqrt(eps);
        int ofEps = Math.getExponent(rootOfEps);
        int exponent = u.largest() == 0 ? ofEps : Math.max(given + u.exponent(), ofEps);
        Vector scaled = u.scaled(given - exponent);
        double e = Math.scalb(rootOfEps, -exponent);
        return new Centred(scaled, Math.sqrt(scaled.map(c -> c * c).mean() + e * e), exponent);
    }

    /**
     * Returns v without its mean; v itself for rms norm. What rounding leaves of the mean is subtracted too, which
     * keeps the digits of numbers that are nearly equal.
     */
    private Vector centred(Vector v) {
        return kind == Kind.RMS ? v : withoutMean(withoutMean(v));
    }

    private static Vector withoutMean(Vector v) {
        double mean = v.mean();
        return v.map(component -> component - mean);
    }

    /** Returns the mean of x, which layer norm subtracts; 4 for x = (1, 4, 7). */
    public double mean() {
        int exponent = x.exponent();
        return Math.scalb(x.scaled(-exponent).mean(), exponent);
    }

    /**
     * Returns s, the mean square of what is left of x when its mean is subtracted; rms norm subtracts none. For (3, 4)
     * it is 12.5 by rms norm, and 0.25 by layer norm.
     */
    public double meanSquare() {
        Centred centred = centred();
        return Math.scalb(centred.u.map(c -> c * c).mean(), 2 * centred.exponent);
    }

    /**
     * Returns whether eps is 0 and nothing is left of x: all components are 0, or for layer norm equal. Then 0 would be
     * divided by 0.
     */
    public boolean isUndefined() {
        return centred().root == 0;
    }

    /** Returns sqrt(s + eps), by which x is divided; for x = (3, 4) and eps = 0 it is 3.535534 by rms norm. */
    public double root() {
        Centred centred = centred();
        return Math.scalb(centred.root, centred.exponent);
    }

    /** Returns n, x without its size; (0.848528, 1.131371) for these numbers. NaN if it {@link #isUndefined()}. */
    public Vector normalised() {
        return centred().n();
    }

    /** Returns y; for the numbers of {@link #normalised} with gain 2 and shift 1 it is (2.697056, 3.262742). */
    public Vector y() {
        Vector n = normalised();
        return Vector.of(n.size(), i -> Math.fma(gain.getOrOnly(i), n.get(i), shift.getOrOnly(i)));
    }

    /** The gradients of a loss by x, gain and shift, each as long as its input. */
    public record Gradient(Vector x, Vector gain, Vector shift) {}

    /**
     * Returns the gradients by the chain rule. With {@code g = upstream gain},
     * {@code dL/dx[i] = (g[i] - mean(g) - n[i] mean(g n)) / sqrt(s + eps)}, where rms norm leaves out {@code mean(g)}.
     * For the numbers of {@link #normalised} and the upstream (1, 0): (0.181019, -0.135765), (0.848528, 0), (1, 0) with
     * a gain and a shift for each component.
     *
     * @param upstream dL/dy, n finite numbers, or one for all
     * @throws BadInput {@code not_finite}; {@code shape_mismatch} if upstream does not fit x
     */
    public Gradient gradient(Vector upstream) {
        BadInput.requireFinite("upstream", upstream);
        Centred centred = centred();
        Vector n = centred.n();
        int above = upstream.exponent();
        int by = gain.exponent();
        Vector slopes = upstream.spread("upstream", "x", x.size()).scaled(-above);
        Vector factors = gain.scaled(-by);
        Vector g = centred(Vector.of(n.size(), i -> slopes.get(i) * factors.getOrOnly(i)));
        double along = Vector.of(n.size(), i -> g.get(i) * n.get(i)).mean();
        return new Gradient(
                Vector.of(
                        n.size(),
                        i -> Quotient.of(g.get(i) - n.get(i) * along, centred.root, above + by - centred.exponent)),
                summed(Vector.of(n.size(), i -> slopes.get(i) * n.get(i)), gain).scaled(above),
                summed(slopes, shift).scaled(above));
    }

    /** Returns the slopes by a number for each component, or their sum for one number for all. */
    private static Vector summed(Vector slopes, Vector input) {
        return input.size() == slopes.size() ? slopes : Vector.of(slopes.sum());
    }

    public Norm withKind(Kind other) {
        return new Norm(other, x, eps, gain, shift);
    }

    public Norm withX(Vector other) {
        return new Norm(kind, other, eps, gain, shift);
    }

    public Norm withEps(double other) {
        return new Norm(kind, x, other, gain, shift);
    }

    public Norm withGain(Vector other) {
        return new Norm(kind, x, eps, other, shift);
    }

    public Norm withShift(Vector other) {
        return new Norm(kind, x, eps, gain, other);
    }
}
