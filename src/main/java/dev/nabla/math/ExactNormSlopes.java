package dev.nabla.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The slopes of {@link Norm} by x, from sums that are not rounded.
 *
 * <p>With U = x and G = upstream gain, from which layer norm subtracts the mean and multiplies by n, and
 * {@code R = n eps + sum_j U[j]^2} (for layer norm {@code n^3 eps}), {@code dL/dx[i] = (G[i] R - U[i] sum_j G[j] U[j])
 * sqrt(n / R^3)}. All of it but the root is exact. For x = (3), G = 1 and eps = 7 it is (16 - 9) / 64.
 */
final class ExactNormSlopes {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final Norm norm;
    private final Vector upstream;
    /** The sums, which are computed when the first slope is needed; null before. */
    private Sums sums;

    private record Sums(
            List<BigDecimal> u, List<BigDecimal> g, BigDecimal squares, BigDecimal along, BigDecimal divisor) {}

    /** @param upstream a number for each component of x */
    ExactNormSlopes(Norm norm, Vector upstream) {
        this.norm = norm;
        this.upstream = upstream;
    }

    double slope(int i) {
        sums = sums == null ? sums() : sums;
        BigDecimal left =
                sums.g.get(i).multiply(sums.squares).subtract(sums.u.get(i).multiply(sums.along));
        return left.divide(sums.divisor, DIGITS).doubleValue();
    }

    private Sums sums() {
        int size = upstream.size();
        BigDecimal n = BigDecimal.valueOf(size);
        List<BigDecimal> u = centred(norm.x().stream().mapToObj(BigDecimal::new).toList(), n);
        List<BigDecimal> g = centred(
                IntStream.range(0, size)
                        .mapToObj(i -> new BigDecimal(upstream.get(i))
                                .multiply(new BigDecimal(norm.gain().getOrOnly(i))))
                        .toList(),
                n);
        BigDecimal eps = new BigDecimal(norm.eps()).multiply(isLayer() ? n.pow(3) : n);
        BigDecimal squares = sumOfProducts(u, u).add(eps);
        BigDecimal rounded = squares.round(DIGITS);
        BigDecimal divisor = rounded.multiply(rounded.divide(n, DIGITS).sqrt(DIGITS), DIGITS);
        return new Sums(u, g, squares, sumOfProducts(u, g), divisor);
    }

    private boolean isLayer() {
        return norm.kind() == Norm.Kind.LAYER;
    }

    private List<BigDecimal> centred(List<BigDecimal> v, BigDecimal n) {
        BigDecimal sum = v.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return isLayer() ? v.stream().map(x -> x.multiply(n).subtract(sum)).toList() : v;
    }

    private static BigDecimal sumOfProducts(List<BigDecimal> a, List<BigDecimal> b) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> a.get(i).multiply(b.get(i)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
