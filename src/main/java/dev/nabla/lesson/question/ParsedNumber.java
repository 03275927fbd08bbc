package dev.nabla.lesson.question;

import dev.nabla.math.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A typed number, with its size and the precision it was typed with.
 *
 * <p>A decimal stands for every number that rounds to it. It agrees with x if |x − typed| ≤ 0.5·10^−places, the limit
 * included, so that 0.12 and 0.13 both agree with 0.125. An expression, {@code 1/3} or {@code 0.5/sqrt(1.09*1.04)},
 * stands for one number, with a relative tolerance of 10^−9. An expression that contains a decimal,
 * {@code -log(0.757)}, may have been computed from rounded numbers. It can be read as a decimal with the places asked
 * for.
 *
 * <p>The comparison uses exact decimals. x is first rounded to 12 significant digits, which hides the rounding errors
 * of doubles. From 10^12 on all its digits count, with a tolerance of two units in the last place of the double.
 *
 * @param value the number as typed, 47 for 47%; its scale is the number of digits after the point
 * @param exact whether it was typed as an expression
 * @param rough whether that expression contains a decimal
 * @param unit unit typed after the number
 */
record ParsedNumber(BigDecimal value, boolean exact, boolean rough, Optional<Unit> unit) {
    /** Significant digits of x that a comparison counts. */
    static final int DIGITS = 12;

    private static final MathContext COUNTED = new MathContext(DIGITS);
    static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal NEXT = new BigDecimal("1.5");
    private static final BigDecimal EXACT = new BigDecimal("1e-9");

    /** Returns the number that a percentage stands for, 0.47 for 47%; any other number unchanged. */
    ParsedNumber withoutPercent() {
        return unit.equals(Optional.of(Unit.PERCENT))
                ? new ParsedNumber(value.scaleByPowerOfTen(-2), exact, rough, Optional.empty())
                : this;
    }

    /**
     * Returns whether this number is a given decimal or that decimal rounded: 0.470 for 0.4696. If this number is an
     * expression, the given decimal may be the rounded one.
     */
    boolean equalsDecimal(String decimal) {
        BigDecimal other = new BigDecimal(decimal);
        return exact
                ? new ParsedNumber(other, false, false, unit).agrees(value.doubleValue())
                : agrees(other.doubleValue());
    }

    /** Returns a value rounded to this many places, as a decimal. */
    static ParsedNumber rounded(BigDecimal value, int places, RoundingMode mode) {
        return new ParsedNumber(value.setScale(places, mode), false, false, Optional.empty());
    }

    /** Returns this number rounded half up to this many places, as a decimal. */
    ParsedNumber rounded(int places) {
        return new ParsedNumber(value.setScale(places, RoundingMode.HALF_UP), false, false, unit);
    }

    /**
     * Returns an expression whose value has at most {@code places} digits after the point as that decimal, 0.5 for 1/2.
     * Any other number is returned unchanged.
     */
    ParsedNumber asDecimal(int places) {
        BigDecimal bare = counted(value).stripTrailingZeros();
        return exact && bare.scale() <= places
                ? new ParsedNumber(bare.setScale(Math.max(bare.scale(), 0)), false, false, unit)
                : this;
    }

    /**
     * Returns a decimal with exactly {@code places} digits after the point if only zeros are added or dropped: 0.50 for
     * 0.5 or 0.500. Any other number is returned unchanged.
     */
    ParsedNumber padded(int places) {
        boolean zerosAlone = value.signum() != 0 && value.stripTrailingZeros().scale() <= places;
        return !exact && zerosAlone ? new ParsedNumber(value.setScale(places), false, false, unit) : this;
    }

    /**
     * Returns whether this number, or its rounding to {@code places}, is within half a unit of the last place of x. A
     * final 5 can be rounded either way, so both roundings must be. 0 never is.
     */
    boolean roundsTo(double x, int places) {
        BigDecimal target = target(x);
        BigDecimal half = HALF.movePointRight(-places).max(new BigDecimal(2 * Math.ulp(x)));
        Predicate<BigDecimal> isNear = number -> number.subtract(target).abs().compareTo(half) <= 0;
        return value.signum() != 0
                && (isNear.test(value)
                        || isNear.test(value.setScale(places, RoundingMode.HALF_UP))
                                && isNear.test(value.setScale(places, RoundingMode.HALF_DOWN)));
    }

    /**
     * Returns whether this is a whole number that may have been rounded to {@code places}, if these are negative:
     * 120000 to −4.
     */
    boolean isWholeTo(int places) {
        return !exact
                && places < 0
                && places() <= 0
                && value.stripTrailingZeros().scale() <= places;
    }

    /** Returns the number of digits after the point; for an expression {@link Integer#MAX_VALUE}. */
    int places() {
        return exact ? Integer.MAX_VALUE : value.scale();
    }

    /** Returns whether this number stands for x, by the rule of the class comment. */
    boolean agrees(double x) {
        BigDecimal target = target(x);
        BigDecimal margin = exact
                ? target.abs().multiply(EXACT)
                : HALF.movePointRight(-places()).max(new BigDecimal(2 * Math.ulp(x)));
        return value.subtract(target).abs().compareTo(margin) <= 0;
    }

    /** Returns whether this number is x in all digits that count, with any number of places: 1.5 is 1.50. */
    boolean isExactly(double x) {
        return counted(value).compareTo(target(x)) == 0 || exact && agrees(x);
    }

    /** Returns whether this decimal is x truncated where rounding would give another last digit. */
    boolean isCut(double x) {
        return !exact && !agrees(x) && value.compareTo(target(x).setScale(places(), RoundingMode.DOWN)) == 0;
    }

    /** Returns whether this decimal is within 1.5 units of its last place of an x that has more digits. */
    boolean isBeside(double x) {
        BigDecimal target = target(x);
        boolean goesOn = target.stripTrailingZeros().scale() > places();
        return !exact && goesOn && value.subtract(target).abs().compareTo(NEXT.movePointRight(-places())) <= 0;
    }

    /** Returns whether this is 0, or an expression whose value differs from 0 by at most {@code rounding}. */
    boolean isNothing(double rounding) {
        return value.signum() == 0 || exact && value.abs().doubleValue() <= rounding;
    }

    /** Returns the number of significant digits: 2 for 0.047, 0 for 0. */
    int digits() {
        return value.signum() == 0 ? 0 : value.precision();
    }

    /** Returns x as an exact decimal with the digits that a comparison counts. */
    static BigDecimal target(double x) {
        return counted(new BigDecimal(Decimal.shortest(x)));
    }

    private static BigDecimal counted(BigDecimal value) {
        return value.precision() - value.scale() > DIGITS ? value : value.round(COUNTED);
    }
}
