package dev.nabla.lesson.moodle;

import dev.nabla.lesson.question.NumberAnswer;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The numbers that Moodle takes for an answer.
 *
 * @param value middle of the range
 * @param tolerance largest distance from it, included
 */
record AcceptedRange(BigDecimal value, BigDecimal tolerance) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Relative distance between two ranges. Moodle widens each by 10^−14 of its value, to allow for rounding. */
    private static final BigDecimal GAP = new BigDecimal("1e-12");

    static AcceptedRange of(NumberAnswer answer) {
        return new AcceptedRange(answer.decimal(), answer.tolerance());
    }

    BigDecimal low() {
        return value.subtract(tolerance);
    }

    BigDecimal high() {
        return value.add(tolerance);
    }

    /** Returns the part of this range that lies outside of another; empty if there is none. */
    Optional<AcceptedRange> outside(AcceptedRange right) {
        boolean above = value.compareTo(right.value) > 0;
        BigDecimal gap = GAP.multiply(right.value.abs().max(BigDecimal.ONE));
        BigDecimal low = above ? low().max(right.high().add(gap)) : low();
        BigDecimal high = above ? high() : high().min(right.low().subtract(gap));
        if (low.compareTo(high) > 0) {
            return Optional.empty();
        }
        boolean whole = low.equals(low()) && high.equals(high());
        return Optional.of(
                whole
                        ? this
                        : new AcceptedRange(
                                low.add(high).divide(TWO), high.subtract(low).divide(TWO)));
    }
}
