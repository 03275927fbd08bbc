package dev.nabla.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * The dot product: how far two vectors agree, as one number.
 *
 * <p>{@code a.b = sum_i a[i] b[i] = |a| |b| cos(theta)}: matching entries multiplied and added. The sum is exact and
 * rounded once, so that cancellation loses nothing. Lengths and angles are computed from copies scaled by a power of
 * two, so that 1e200 does not overflow and 1e-200 does not vanish.
 *
 * @param a n finite numbers
 * @param b n finite numbers
 * @throws BadInput if a component is not finite or the sizes differ
 * @see <a href="https://people.eecs.berkeley.edu/~wkahan/Mindless.pdf">Kahan: How Futile are Mindless Assessments of
 *     Roundoff, 12</a> for the angle
 */
public record Dot(Vector a, Vector b) {
    /** Below this size the rounding error of a product may be too small for a double. */
    private static final double TINY = 1e-280;
    /** From this size on a scaled product keeps its digits although scaled components may have become 0. */
    private static final double SAFE = 1e-200;

    public Dot {
        BadInput.require(a.isFinite(), "not_finite", "a", a, "every component must be finite");
        BadInput.require(b.isFinite(), "not_finite", "b", b, "every component must be finite");
        if (a.size() != b.size()) {
            throw BadInput.mismatch(
                    "a", "has " + a.size() + " components and b has " + b.size() + ": give both the same number");
        }
    }

    /** Returns a copy with another a; b is resized to its size, repeating the last component if needed. */
    public Dot withA(Vector other) {
        return new Dot(other, b.resized(other.size()));
    }

    /** Returns a copy with another b; a is resized to its size, repeating the last component if needed. */
    public Dot withB(Vector other) {
        return new Dot(a.resized(other.size()), other);
    }

    /**
     * Returns a copy with b perpendicular to a in the plane: of the two quarter turns of a, the one on b's side. To
     * find it, swap the entries of a and change one sign, {@code (-a2, a1)}; the two products cancel, and a.b is
     * exactly 0. For a zero vector, or with other than two components, b stays.
     */
    public Dot withPerpendicular() {
        if (a.size() != 2 || a.norm() == 0) {
            return this;
        }
        Vector left = Vector.of(0 - a.get(1), a.get(0));
        return new Dot(a, new Dot(left, b).value() < 0 ? left.map(x -> 0 - x) : left);
    }

    /** Returns the products a[i] b[i], n numbers; (1, 0.3) and (0.2, 1) give (0.2, 0.3). */
    public Vector terms() {
        return Vector.of(a.size(), i -> a.get(i) * b.get(i));
    }

    /**
     * Returns a.b, the exact sum of the terms rounded once; (1, 0.3) and (0.2, 1) give 0.5. Infinite only beyond
     * 1.8e308.
     *
     * <p>It is computed with twice the digits of a double by keeping the error of each product and sum. If the
     * remaining error could change the last digit, exact decimals decide.
     *
     * @see <a href="https://doi.org/10.1137/030601818">Ogita, Rump, Oishi: Accurate sum and dot product (2005)</a>,
     *     Dot2
     */
    public double value() {
        return product(a, b);
    }

    /** Returns {@link #value} of two vectors of the same size. */
    static double product(Vector a, Vector b) {
        double sum = 0;
        double lost = 0;
        double size = 0;
        boolean tiny = false;
        for (int i = 0; i < a.size(); i++) {
            double x = a.get(i);
            double y = b.get(i);
            double product = x * y;
            double next = sum + product;
            double added = next - sum;
            lost += sum - (next - added) + (product - added) + Math.fma(x, y, -product);
            size += Math.abs(product);
            tiny |= Math.abs(product) < TINY && x != 0 && y != 0;
            sum = next;
        }
        double error = size * Math.scalb((a.size() + 1.0) * (a.size() + 1.0), -102);
        double least = sum + (lost - error);
        return !tiny && least == sum + (lost + error)
                ? least
                : new Dot(a, b).exactValue().doubleValue();
    }

    /** Returns the exact a[i] b[i], also beyond 1.8e308: of 1e308 and 3 about 3e308. */
    public BigDecimal exactTerm(int i) {
        return new BigDecimal(a.get(i)).multiply(new BigDecimal(b.get(i)));
    }

    /** Returns the exact a.b, also if {@link #value} is infinite. */
    public BigDecimal exactValue() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = sum.add(exactTerm(i));
        }
        return sum;
    }

    /** Returns the sign of a.b, -1, 0 or 1, also if {@link #value} is too small for a double. */
    private int sign() {
        double value = value();
        return value == 0 ? exactValue().signum() : (int) Math.signum(value);
    }

    /** Returns cos(theta) = a.b / (|a| |b|), -1 to 1; empty for a zero vector. (1, 0.3) and (0.2, 1) give 0.469613. */
    public OptionalDouble cosine() {
        if (isZero()) {
            return OptionalDouble.empty();
        }
        Dot scaled = scaled();
        if (scaled.isParallel()) {
            return OptionalDouble.of(sign());
        }
        double cosine = over(scaled.a.norm() * scaled.b.norm(), a.exponent() + b.exponent(), scaled, 0);
        return OptionalDouble.of(Math.max(-1, Math.min(1, cosine)));
    }

    /**
     * Returns the angle between a and b in degrees, 0 to 180; empty for a zero vector. (1, 0.3) and (0.2, 1) give
     * 61.99.
     *
     * <p>{@code 2 atan2(|u - w|, |u + w|)} of the unit vectors keeps the digits that arccos loses near 0 and 180. 0, 90
     * and 180 are exact.
     */
    public OptionalDouble angleDegrees() {
        if (isZero()) {
            return OptionalDouble.empty();
        }
        int sign = sign();
        Dot scaled = scaled();
        if (sign == 0 || scaled.isParallel()) {
            return OptionalDouble.of(90.0 - 90 * sign);
        }
        Vector u = unit(scaled.a);
        Vector w = unit(scaled.b);
        return OptionalDouble.of(Math.toDegrees(
                2 * StrictMath.atan2(sum(u, w, -1).norm(), sum(u, w, 1).norm())));
    }

    /**
     * Returns the length of b's projection onto a, a.b / |a|, negative if it points against a; empty if a is zero. (1,
     * 0.3) and (0.2, 1) give 0.478914.
     */
    public OptionalDouble projection() {
        if (a.norm() == 0) {
            return OptionalDouble.empty();
        }
        Dot scaled = scaled();
        return OptionalDouble.of(over(scaled.a.norm(), a.exponent(), scaled, b.exponent()));
    }

    /**
     * Returns a.b / (length 2^exponent). It is computed from the scaled vectors, and exactly if their product is so
     * small that components which became 0 by scaling may matter.
     *
     * @param left the exponent that remains after the division of the scaled vectors
     */
    private double over(double length, int exponent, Dot scaled, int left) {
        double value = scaled.value();
        if (Math.abs(value) >= SAFE) {
            return Math.scalb(value / length, left);
        }
        BigDecimal power = BigDecimal.valueOf(2).pow(exponent, MathContext.DECIMAL128);
        return exactValue()
                .divide(new BigDecimal(length).multiply(power), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Returns whether a or b has the length 0 and therefore no direction. */
    public boolean isZero() {
        return a.norm() == 0 || b.norm() == 0;
    }

    /** Returns both divided by a power of two each, so that their largest components have a size from 1 to 2. */
    private Dot scaled() {
        int p = a.exponent();
        int q = b.exponent();
        return new Dot(a.scaled(-p), b.scaled(-q));
    }

    /**
     * Returns whether all a[k] b[i] - b[k] a[i] are 0, where a[k] is the largest component; rounding errors are
     * included.
     */
    private boolean isParallel() {
        int k = a.map(Math::abs).argmax();
        Vector leans = Vector.of(a.size(), i -> {
            double product = b.get(k) * a.get(i);
            double error = Math.fma(-b.get(k), a.get(i), product);
            return Math.fma(a.get(k), b.get(i), -product) + error;
        });
        return leans.min() == 0 && leans.max() == 0;
    }

    private static Vector unit(Vector v) {
        double norm = v.norm();
        return v.map(x -> x / norm);
    }

    private static Vector sum(Vector u, Vector w, int sign) {
        return Vector.of(u.size(), i -> u.get(i) + sign * w.get(i));
    }
}
