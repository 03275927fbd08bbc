package dev.nabla.math;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A computed number with an approximate bound of its rounding error, to first order.
 *
 * <p>The rounding error of one {@code + * /} is known exactly, so {@code 0.5 - 0.5} is 0 without doubt, while
 * {@code 1 - cos(1e-5)} is 5e-11 and may be off by 1e-16.
 *
 * @param x the number
 * @param off approximate bound of its distance from the true number
 * @see <a href="https://doi.org/10.1137/1.9780898718027">Higham: Accuracy and Stability of Numerical Algorithms, 3.3
 *     and 4.3</a>
 */
public record Rounded(double x, double off) {
    public static final Rounded ZERO = exact(0);
    /** Relative error above which a number is doubtful: fewer digits are certain than are printed. */
    private static final double DOUBTFUL = 1e-6;

    private static final double NOTHING = 1e-10;

    public Rounded {
        off = Double.isNaN(off) ? 0 : off; // the error of an overflow is unknown
    }

    public static Rounded exact(double x) {
        return new Rounded(x, 0);
    }

    /** Returns whether fewer than six digits are certain; for a subnormal number, fewer than its size allows. */
    public boolean isDoubtful() {
        return Double.isFinite(x) && off > DOUBTFUL * Math.max(Math.abs(x), Double.MIN_NORMAL);
    }

    /**
     * Returns {@link #isDoubtful()}, but false for an error below ten digits of {@code size}: beside it such a number
     * is as good as 0.
     */
    public boolean isDoubtful(double size) {
        return isDoubtful() && off > NOTHING * size;
    }

    /** Returns why fewer than six digits are certain; empty if they are. */
    public Optional<String> doubt() {
        return isDoubtful() ? Optional.of(warning()) : Optional.empty();
    }

    /** Returns a warning that says how far off the number may be. */
    public String warning() {
        return "cancellation has lost digits: it may be off by " + Decimal.significant(off, 1);
    }

    /** Returns the warning of the number with the largest error, if any number is doubtful beside {@code size}. */
    public static Optional<String> doubt(List<Rounded> numbers, double size) {
        return numbers.stream()
                .filter(number -> number.isDoubtful(size))
                .max(Comparator.comparingDouble(Rounded::off))
                .map(Rounded::warning);
    }

    /** Returns the warning of the number with the largest error, if any number is doubtful. */
    public static Optional<String> doubt(List<Rounded> numbers) {
        return doubt(numbers, 0);
    }

    /** Returns the numbers without their errors. */
    public static Vector values(List<Rounded> numbers) {
        return Vector.of(numbers.size(), i -> numbers.get(i).x);
    }

    public Rounded negative() {
        return new Rounded(-x, off);
    }

    public Rounded plus(Rounded b) {
        double sum = x + b.x;
        double added = sum - x;
        return new Rounded(sum, off + b.off + rounding((x - (sum - added)) + (b.x - added)));
    }

    public Rounded minus(Rounded b) {
        return plus(b.negative());
    }

    public Rounded times(Rounded b) {
        double product = x * b.x;
        double moved = Math.abs(x) * b.off + Math.abs(b.x) * off + off * b.off;
        return new Rounded(product, moved + rounding(Math.fma(x, b.x, -product)));
    }

    /** Returns this change times a rate. A factor of exactly 0 gives 0, even if the other is infinite. */
    public Rounded moving(Rounded rate) {
        return x == 0 || rate.x == 0
                ? new Rounded(0, x == 0 ? off * Math.abs(rate.x) : rate.off * Math.abs(x))
                : times(rate);
    }

    /** Returns the quotient; its error is infinite if the divisor may be 0. */
    public Rounded over(Rounded b) {
        double quotient = x / b.x;
        double least = Math.max(0, Math.abs(b.x) - b.off);
        double moved = off == 0 && b.off == 0 ? 0 : (off + Math.abs(quotient) * b.off) / least;
        return new Rounded(quotient, moved + rounding(Math.fma(quotient, b.x, -x) / b.x));
    }

    /** Returns the quotient by an exact number, times 2^power, as {@link Quotient} computes it. */
    Rounded over(double divisor, int power) {
        double quotient = Quotient.of(x, divisor, power);
        return new Rounded(quotient, Math.abs(Quotient.of(off, divisor, power)) + Math.ulp(quotient));
    }

    /** Returns the number times 2^power. */
    Rounded scaled(int power) {
        return new Rounded(Math.scalb(x, power), Math.scalb(off, power));
    }

    /** Returns {@code x factor + shift}, rounded once. */
    Rounded timesPlus(double factor, double shift) {
        double sum = Math.fma(factor, x, shift);
        return new Rounded(sum, Math.abs(factor) * off + Math.ulp(sum));
    }

    /** Returns the square root, whose own error is known to be 0 for a square. */
    public Rounded squareRoot() {
        return apply(Math::sqrt, root -> root == 0 ? 0 : Math.abs(Math.fma(root, root, -x) / (2 * root)));
    }

    /** Returns x^b; a whole power of a number with few binary digits is exact. */
    public Rounded power(Rounded b) {
        double power = StrictMath.pow(x, b.x);
        double moved =
                (off == 0 ? 0 : Math.abs(b.x / x) * off) + (b.off == 0 ? 0 : Math.abs(StrictMath.log(x)) * b.off);
        boolean exact = x == 1 || b.x == Math.rint(b.x) && b.x >= 0 && b.x * digits(x) <= 53;
        return new Rounded(power, Math.abs(power) * moved + (exact ? 0 : Math.ulp(power)));
    }

    /**
     * Returns f(x). The error of x is multiplied by the steepness of f between x and a number at most that far away, on
     * the steeper side.
     *
     * @param own returns the error of f's own rounding, given the result
     */
    public Rounded apply(DoubleUnaryOperator f, DoubleUnaryOperator own) {
        double result = f.applyAsDouble(x);
        return new Rounded(result, own.applyAsDouble(result) + spread(f, result));
    }

    private double spread(DoubleUnaryOperator f, double result) {
        if (off == 0) {
            return 0;
        }
        double h = Math.max(off, Math.ulp(x));
        double above = Math.abs(f.applyAsDouble(x + h) - result);
        double below = Math.abs(f.applyAsDouble(x - h) - result);
        return off / h * (Double.isNaN(above) || below > above ? below : above);
    }

    /** Returns the number of binary digits of x. */
    private static int digits(double x) {
        return 53 - Math.min(52, Long.numberOfTrailingZeros(Double.doubleToLongBits(x)));
    }

    private static double rounding(double missed) {
        return Double.isFinite(missed) ? Math.abs(missed) : 0;
    }
}
