package dev.nabla.math;

import java.util.Locale;
import java.util.Optional;

/**
 * A number w that is used twice: its slope is a sum over two paths.
 *
 * <p>{@code a = w + c, b = w x, L = a b}; then {@code dL/dw = dL/db db/dw + dL/da da/dw}. Slopes multiply along a path,
 * and where paths meet the products add. For w = 4, c = -1, x = 0.5 that is 3·0.5 + 2·1 = 3.5.
 *
 * @param w the number, finite
 * @param c second operand of a, finite
 * @param x second operand of b, finite
 * @param aIs operation that makes a from w and c
 * @param bIs operation that makes b from w and x
 * @param lIs operation that makes L from a and b
 * @throws BadInput {@code not_finite} if a number is not finite
 * @see <a href="https://doi.org/10.1038/323533a0">Rumelhart, Hinton, Williams (1986)</a>
 */
public record Graph(double w, double c, double x, Operation aIs, Operation bIs, Operation lIs) {
    /** An operation on u and v, or on u alone. */
    public enum Operation {
        PLUS,
        TIMES,
        LOG,
        RELU;

        /** Returns the result; NaN for the logarithm of a number that is not above 0. */
        double of(double u, double v) {
            return switch (this) {
                case PLUS -> u + v;
                case TIMES -> u * v;
                case LOG -> u > 0 ? StrictMath.log(u) : Double.NaN;
                case RELU -> Math.max(0, u);
            };
        }

        /** Returns the result for inexact numbers, with its error. */
        Rounded of(Rounded u, Rounded v) {
            return switch (this) {
                case PLUS -> u.plus(v);
                case TIMES -> u.times(v);
                case LOG -> u.apply(x -> of(x, 0), Math::ulp);
                case RELU -> u.apply(x -> of(x, 0), result -> 0);
            };
        }

        /** Returns the slope by u; that of relu at 0 is taken as 0. */
        double byFirst(double u, double v) {
            return switch (this) {
                case PLUS -> 1;
                case TIMES -> v;
                case LOG -> u > 0 ? 1 / u : Double.NaN;
                case RELU -> u > 0 ? 1 : 0;
            };
        }

        /** Returns the slope by v; 0 for an operation on u alone. */
        double bySecond(double u) {
            return this == PLUS ? 1 : this == TIMES ? u : 0;
        }
    }

    /** How the two paths combine. */
    public enum GraphStatus {
        /** A logarithm of a number that is not above 0. */
        UNDEFINED,
        /** Larger than any double. */
        OVERFLOWED,
        ADDS_UP,
        CANCELS,
        ONE_PATH,
        NO_PATH;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Graph {
        BadInput.require(Double.isFinite(w), "not_finite", "w", w, "must be finite, like 4");
        BadInput.require(Double.isFinite(c), "not_finite", "c", c, "must be finite, like -1");
        BadInput.require(Double.isFinite(x), "not_finite", "x", x, "must be finite, like 0.5");
    }

    public double a() {
        return aIs.of(w, c);
    }

    public double b() {
        return bIs.of(w, x);
    }

    public double l() {
        return lIs.of(a(), b());
    }

    /** Returns dL/da, dL/db, da/dw, db/dw: (2, 3, 1, 0.5) for the numbers above. */
    public Vector slopes() {
        return Vector.of(lIs.byFirst(a(), b()), lIs.bySecond(a()), aIs.byFirst(w, c), bIs.byFirst(w, x));
    }

    /** Returns dL/da, dL/db, dL/dc, dL/dx: (2, 3, 2, 12) for the numbers above. */
    public Vector others() {
        Vector slopes = slopes();
        return Vector.of(
                slopes.get(0), slopes.get(1), slopes.get(0) * aIs.bySecond(w), slopes.get(1) * bIs.bySecond(w));
    }

    /** Returns the contributions to dL/dw through a and through b: (2, 1.5) for the numbers above. */
    public Vector paths() {
        Vector slopes = slopes();
        return Vector.of(slopes.get(0) * slopes.get(2), slopes.get(1) * slopes.get(3));
    }

    /** Returns dL/dw, added in the order in which PyTorch's backward() meets the paths, b first. */
    public double grad() {
        return paths().get(1) + paths().get(0);
    }

    /** Returns dL/dw by {@link #centralDifference}. */
    public double numericGrad() {
        return centralDifference().x();
    }

    /**
     * Returns (L(w+h) - L(w-h)) / 2h, and how far from dL/dw it may be.
     *
     * <p>h is a power of two, so that the difference is exact where L is a parabola. It is 2^-17 times the size of w.
     * It is 2^-17 for w = 0, and for a smaller w than 1 if a is a sum and b a product.
     */
    public Rounded centralDifference() {
        boolean smooth = aIs == Operation.PLUS && bIs == Operation.TIMES;
        int size = Math.getExponent(w);
        double h = Math.scalb(1.0, (smooth || w == 0 ? Math.max(0, size) : size) - 17);
        Rounded above = l(Rounded.exact(w).plus(Rounded.exact(h)));
        Rounded below = l(Rounded.exact(w).minus(Rounded.exact(h)));
        Rounded slope = above.minus(below).over(Rounded.exact(2 * h));
        return new Rounded(slope.x(), slope.off() + curved(h));
    }

    /** Returns whether w is at the kink of relu, where the slope jumps and a difference is the mean of two slopes. */
    private boolean isAtBend() {
        return w == 0 && (aIs == Operation.RELU || bIs == Operation.RELU);
    }

    /** Returns L for another w. */
    private Rounded l(Rounded other) {
        Rounded a = aIs.of(other, Rounded.exact(c));
        return lIs.of(a, bIs.of(other, Rounded.exact(x)));
    }

    /**
     * Returns how far a central difference may be from the slope because L is curved. With a logarithm it is at most
     * (h/w)^2 times the two contributions, and times w da/dw db/dw in a product. A parabola has no such error, and relu
     * is straight away from its kink.
     */
    private double curved(double h) {
        if (aIs != Operation.LOG && bIs != Operation.LOG) {
            return 0;
        }
        Vector slopes = slopes();
        double crossed = lIs == Operation.TIMES ? w * slopes.get(2) * slopes.get(3) : 0;
        return h / w * (h / w) * (size() + Math.abs(crossed));
    }

    /** Returns the sum of the sizes of both contributions, before they cancel. */
    private double size() {
        return Math.abs(paths().get(0)) + Math.abs(paths().get(1));
    }

    /**
     * Returns why {@link #centralDifference} is not dL/dw; empty if it is.
     *
     * @param most error that is tolerated
     */
    public Optional<String> doubt(double most) {
        if (isAtBend()) {
            return Optional.of("relu bends at w = 0, and w - h and w + h lie on either side of it");
        }
        Rounded difference = centralDifference();
        boolean far = Double.isFinite(difference.x()) && difference.off() > most;
        return far || difference.isDoubtful(size()) ? Optional.of(difference.warning()) : Optional.empty();
    }

    public Graph withW(double other) {
        return new Graph(other, c, x, aIs, bIs, lIs);
    }

    public GraphStatus status() {
        if (w <= 0 && (aIs == Operation.LOG || bIs == Operation.LOG)) {
            return GraphStatus.UNDEFINED;
        }
        if (!Double.isFinite(grad()) || !Double.isFinite(l())) {
            return GraphStatus.OVERFLOWED;
        }
        long open = paths().stream().filter(path -> path != 0).count();
        return open == 0
                ? GraphStatus.NO_PATH
                : open == 1 ? GraphStatus.ONE_PATH : grad() == 0 ? GraphStatus.CANCELS : GraphStatus.ADDS_UP;
    }
}
