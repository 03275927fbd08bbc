package dev.nabla.figure.part;

import dev.nabla.figure.Style;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * The numbers of a dot product as text; those beyond every double, which are not infinite, as powers of ten.
 *
 * @param dot the vectors
 * @param usual how a number is written that a double holds
 * @param digits of one that none does
 */
public record DotNumbers(Dot dot, DoubleFunction<String> usual, int digits) {
    private static final int CELLS = 6;

    /** As they stand in a picture. */
    public static DotNumbers drawn(Dot dot, Style style) {
        return new DotNumbers(dot, x -> style.formula(x, CELLS), 1);
    }

    /** As they stand in worked steps. */
    public static DotNumbers worked(Dot dot) {
        return new DotNumbers(dot, WorkedSteps::number, WorkedSteps.DIGITS);
    }

    /** a[i] b[i]. */
    public String term(int i) {
        return text(dot.a().get(i) * dot.b().get(i), () -> dot.exactTerm(i));
    }

    /** a·b. */
    public String value() {
        return text(dot.value(), dot::exactValue);
    }

    /** |v| of a or b. */
    public String length(Vector v) {
        double norm = v.norm();
        return Double.isFinite(norm)
                ? usual.apply(norm)
                : beyond(new Dot(v, v).exactValue().sqrt(MathContext.DECIMAL64));
    }

    /** A double does not hold what is too large, nor what is so small that it may be 0 by rounding. */
    private String text(double x, Supplier<BigDecimal> exact) {
        boolean held = Double.isFinite(x) && Math.abs(x) >= Double.MIN_NORMAL;
        return held || exact.get().signum() == 0 ? usual.apply(x + 0.0) : beyond(exact.get());
    }

    private String beyond(BigDecimal x) {
        return Decimal.typeset(Decimal.significant(x, digits));
    }
}
