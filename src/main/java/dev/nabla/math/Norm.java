package dev.nabla.math;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
    /** Ratio of a sum to the sizes of its terms below which they nearly cancel: ten binary digits are lost. */
    private static final double NEARLY = 0x1p-10;

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
    private record Centred(List<Rounded> u, Rounded root, int exponent) {
        List<Rounded> n() {
            return u.stream().map(component -> component.over(root)).toList();
        }
    }

    private Centred centred() {
        int given = x.exponent();
        List<Rounded> u = centred(exact(x.scaled(-given)));
        double rootOfEps = Math.sqrt(eps);
        int ofEps = Math.getExponent(rootOfEps);
        Vector values = Rounded.values(u);
        int exponent = values.largest() == 0 ? ofEps : Math.max(given + values.exponent(), ofEps);
        List<Rounded> scaled = u.stream().map(c -> c.scaled(given - exponent)).toList();
        double e = Math.scalb(rootOfEps, -exponent);
        Rounded square = new Rounded(e * e, Math.abs(e * e - Math.scalb(eps, -2 * exponent)));
        Rounded root = mean(scaled.stream().map(c -> c.times(c)).toList()).plus(square);
        return new Centred(scaled, root.squareRoot(), exponent);
    }

    private static List<Rounded> exact(Vector v) {
        return v.stream().mapToObj(Rounded::exact).toList();
    }

    private static Rounded mean(List<Rounded> v) {
        return CompensatedSum.of(v).over(Rounded.exact(v.size()));
    }

    /**
     * Returns v without its mean; v itself for rms norm. What rounding leaves of the mean is subtracted too, which
     * keeps the digits of numbers that are nearly equal.
     */
    private List<Rounded> centred(List<Rounded> v) {
        if (kind == Kind.RMS) {
            return v;
        }
        Rounded near = Rounded.exact(mean(v).x()); // its error is part of what is left
        List<Rounded> left = v.stream().map(component -> component.minus(near)).toList();
        Rounded rest = mean(left);
        return left.stream().map(component -> component.minus(rest)).toList();
    }

    /** Returns the mean of x, which layer norm subtracts; 4 for x = (1, 4, 7). */
    public double mean() {
        return roundedMean().x();
    }

    private Rounded roundedMean() {
        int exponent = x.exponent();
        return mean(exact(x.scaled(-exponent))).scaled(exponent);
    }

    /**
     * Returns s, the mean square of what is left of x when its mean is subtracted; rms norm subtracts none. For (3, 4)
     * it is 12.5 by rms norm, and 0.25 by layer norm.
     */
    public double meanSquare() {
        Centred centred = centred();
        double mean = mean(centred.u.stream().map(c -> c.times(c)).toList()).x();
        return Math.scalb(mean, 2 * centred.exponent);
    }

    /**
     * Returns whether eps is 0 and nothing is left of x: all components are 0, or for layer norm equal. Then 0 would be
     * divided by 0.
     */
    public boolean isUndefined() {
        return centred().root.x() == 0;
    }

    /** Returns sqrt(s + eps), by which x is divided; for x = (3, 4) and eps = 0 it is 3.535534 by rms norm. */
    public double root() {
        Centred centred = centred();
        return Math.scalb(centred.root.x(), centred.exponent);
    }

    /** Returns n, x without its size; (0.848528, 1.131371) for these numbers. NaN if it {@link #isUndefined()}. */
    public Vector normalised() {
        return Rounded.values(centred().n());
    }

    /** Returns y; for the numbers of {@link #normalised} with gain 2 and shift 1 it is (2.697056, 3.262742). */
    public Vector y() {
        return Rounded.values(roundedY());
    }

    private List<Rounded> roundedY() {
        List<Rounded> n = centred().n();
        return IntStream.range(0, n.size())
                .mapToObj(i -> n.get(i).timesPlus(gain.getOrOnly(i), shift.getOrOnly(i)))
                .toList();
    }

    /** Returns why fewer than six digits of the mean are certain; empty if they are. */
    public Optional<String> meanDoubt() {
        return roundedMean().doubt();
    }

    /** Returns why fewer than six digits of y are certain; empty if they are. */
    public Optional<String> yDoubt() {
        return Rounded.doubt(roundedY());
    }

    /** The gradients of a loss by x, gain and shift, each as long as its input, the last two with their errors. */
    public record Gradient(Vector x, List<Rounded> byGain, List<Rounded> byShift) {
        public Vector gain() {
            return Rounded.values(byGain);
        }

        public Vector shift() {
            return Rounded.values(byShift);
        }
    }

    /**
     * Returns the gradients by the chain rule. With {@code g = upstream gain},
     * {@code dL/dx[i] = (g[i] - mean(g) - n[i] mean(g n)) / sqrt(s + eps)}, where rms norm leaves out {@code mean(g)}.
     * For the numbers of {@link #normalised} and the upstream (1, 0): (0.181019, -0.135765), (0.848528, 0), (1, 0) with
     * a gain and a shift for each component. Where these three terms nearly cancel, {@link ExactNormSlopes} adds them
     * up without rounding: for x = 1000 and eps = 1e-5 the slope is 1e-14 - 1.5e-25.
     *
     * @param upstream dL/dy, n finite numbers, or one for all
     * @throws BadInput {@code not_finite}; {@code shape_mismatch} if upstream does not fit x
     */
    public Gradient gradient(Vector upstream) {
        BadInput.requireFinite("upstream", upstream);
        Centred centred = centred();
        List<Rounded> n = centred.n();
        int above = upstream.exponent();
        int by = gain.exponent();
        Vector given = upstream.spread("upstream", "x", x.size());
        Vector slopes = given.scaled(-above);
        Vector factors = gain.scaled(-by);
        Vector raw = Vector.of(n.size(), i -> slopes.get(i) * factors.getOrOnly(i));
        Vector g = Rounded.values(centred(exact(raw)));
        Vector products = Vector.of(n.size(), i -> g.get(i) * n.get(i).x());
        double along = products.mean();
        double size = products.map(Math::abs).mean();
        double widest = kind == Kind.LAYER ? Rounded.values(n).largest() : 0;
        ExactNormSlopes exact = new ExactNormSlopes(this, given);
        return new Gradient(
                Vector.of(n.size(), i -> {
                    double across = n.get(i).x();
                    double left = g.get(i) - across * along;
                    double terms = Math.abs(raw.get(i))
                            + Math.abs(raw.get(i) - g.get(i))
                            + Math.max(widest, Math.abs(across)) * size;
                    return Math.abs(left) < NEARLY * terms
                            ? exact.slope(i)
                            : Quotient.of(left, centred.root.x(), above + by - centred.exponent);
                }),
                summed(
                        times(n, slopes),
                        gain,
                        () -> CompensatedSum.of(times(centred.u, slopes)).over(centred.root),
                        above),
                summed(exact(slopes), shift, () -> CompensatedSum.of(exact(slopes)), above));
    }

    private static List<Rounded> times(List<Rounded> v, Vector slopes) {
        return IntStream.range(0, v.size())
                .mapToObj(i -> v.get(i).times(Rounded.exact(slopes.get(i))))
                .toList();
    }

    /**
     * Returns the slopes by a number for each component, or their sum for one number for all, times 2^power.
     *
     * @param sharper the same sum in another way, which is used where too few of its digits are certain
     */
    private static List<Rounded> summed(List<Rounded> slopes, Vector input, Supplier<Rounded> sharper, int power) {
        boolean each = input.size() == slopes.size();
        Rounded sum = CompensatedSum.of(slopes);
        List<Rounded> summed = each ? slopes : List.of(sum.isDoubtful() ? sharper.get() : sum);
        return summed.stream().map(slope -> slope.scaled(power)).toList();
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
