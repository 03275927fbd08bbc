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
 * Writes the numbers of a dot product. Finite numbers that a double cannot hold are computed exactly and written as
 * powers of ten.
 *
 * @param dot the vectors
 * @param usual writes a number that a double holds
 * @param digits significant digits of a number that no double holds
 */
public record DotNumbers(Dot dot, DoubleFunction<String> usual, int digits) {
    private static final int CELLS = 6;

    /** Returns the numbers as a picture shows them. */
    public static DotNumbers drawn(Dot dot, Style style) {
        return new DotNumbers(dot, x -> style.formula(x, CELLS), 1);
    }

    /** Returns the numbers as worked steps show them. */
    public static DotNumbers worked(Dot dot) {
        return new DotNumbers(dot, WorkedSteps::number, WorkedSteps.DIGITS);
    }

    /** Returns a[i] b[i]; i counts from 0. */
    public String term(int i) {
        return text(dot.a().get(i) * dot.b().get(i), () -> dot.exactTerm(i));
    }

    /** Returns a·b. */
    public String value() {
        return text(dot.value(), dot::exactValue);
    }

    /** Returns the length |v| of a or b. */
    public String length(Vector v) {
        double norm = v.norm();
        return Double.isFinite(norm)
                ? usual.apply(norm)
                : beyond(new Dot(v, v).exactValue().sqrt(MathContext.DECIMAL64));
    }

    /**
     * Returns the text of a number, which is exact if the double overflowed or is so small that it may have been
     * rounded to 0.
     */
    private String text(double x, Supplier<BigDecimal> exact) {
        boolean held = Double.isFinite(x) && Math.abs(x) >= Double.MIN_NORMAL;
        return held || exact.get().signum() == 0 ? usual.apply(x + 0.0) : beyond(exact.get());
    }

    private String beyond(BigDecimal x) {
        return Decimal.typeset(Decimal.significant(x, digits));
    }
}
