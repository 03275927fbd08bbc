package dev.nabla.figure.part;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleFunction;

/**
 * The numbers of a dot product as text; those beyond every double, which are not infinite, as powers of ten.
 *
 * @param dot the vectors
 * @param usual how a number is written that a double holds
 * @param digits of one that none does
 */
public record DotNumbers(Dot dot, DoubleFunction<String> usual, int digits) {
    private static final int FIELD = 6;

    /** As they stand in the panel. */
    public static DotNumbers drawn(Dot dot) {
        return new DotNumbers(dot, DotNumbers::two, 1);
    }

    /** As they stand in worked steps. */
    public static DotNumbers worked(Dot dot) {
        return new DotNumbers(dot, WorkedSteps::number, WorkedSteps.DIGITS);
    }

    /** a[i] b[i]. */
    public String term(int i) {
        double term = dot.terms().get(i);
        return isHeld(term) ? usual.apply(term) : exact(dot.exactTerm(i));
    }

    /** a·b. */
    public String value() {
        double value = dot.value();
        return isHeld(value) ? usual.apply(value) : exact(dot.exactValue());
    }

    /** |v| of a or b. */
    public String length(Vector v) {
        double norm = v.norm();
        return Double.isFinite(norm)
                ? usual.apply(norm)
                : beyond(new Dot(v, v).exactValue().sqrt(MathContext.DECIMAL64));
    }

    /** Whether a double holds it: not if it is too large, and not if it is so small that it may be 0 by rounding. */
    private static boolean isHeld(double x) {
        return Double.isFinite(x) && Math.abs(x) >= Double.MIN_NORMAL;
    }

    private String exact(BigDecimal x) {
        return x.signum() == 0 ? usual.apply(0) : beyond(x);
    }

    private String beyond(BigDecimal x) {
        return Decimal.typeset(Decimal.significant(x, digits));
    }

    /** With two places, or a power of ten where those would show a bare 0.00 of what is not zero. */
    public static String two(double x) {
        boolean tiny = x != 0 && Math.abs(x) < 1e-5;
        return tiny ? Decimal.typeset(Decimal.significant(x, 1)) : Decimal.drawn(x, 2, FIELD);
    }
}
