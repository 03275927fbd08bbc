package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.nabla.Table;
import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Table
    void fixedRoundsHalfUpAsAStudentWould(double x, int places, String text) {
        assertThat(Decimal.fixed(x, places)).isEqualTo(text);
    }

    @Table
    void signedShowsTheSignOfAllButNothing(double x, int places, String text) {
        assertThat(Decimal.signed(x, places)).isEqualTo(text);
    }

    @Table
    void significantKeepsSoManyDigitsAndNoTrailingZeros(double x, int digits, String text) {
        assertThat(Decimal.significant(x, digits)).isEqualTo(text);
    }

    @Table
    void shortestWritesPlainNumbersPlainly(double x, String text) {
        assertThat(Decimal.shortest(x)).isEqualTo(text);
    }

    @Table
    void aFieldIsFilledPlainWithATrueMinusElseWithAPowerOfTen(double x, int places, int field, String text) {
        assertThat(Decimal.drawn(x, places, field)).isEqualTo(text);
    }

    @Table
    void inAColumnThePowersOfTenHaveTheSameDigits(double x, int places, int field, String text) {
        assertThat(Decimal.aligned(x, places, field)).isEqualTo(text);
    }

    @Property
    void noFiniteNumberIsDrawnWiderThanAFieldOfEight(
            @ForAll("doubles") double x, @ForAll @IntRange(max = 3) int places) {
        assertThat(Decimal.drawn(x, places, 8)).hasSizeLessThanOrEqualTo(8);
        assertThat(Decimal.aligned(x, places, 8)).hasSizeLessThanOrEqualTo(8);
    }

    @Property(tries = 5000)
    void significantIsTheExactValueRoundedHalfEven(
            @ForAll("doubles") double x, @ForAll @IntRange(min = 1, max = 17) int digits) {
        BigDecimal expected = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        assertThat(new BigDecimal(Decimal.significant(x, digits))).isEqualByComparingTo(expected);
    }

    @Property(tries = 3000)
    void shortestReadsBackToTheSameDouble(@ForAll("doubles") double x) {
        assertThat(Double.parseDouble(Decimal.shortest(x))).isEqualTo(x);
        assertThat(Double.doubleToLongBits(Numerals.number(Decimal.shortest(x))))
                .isEqualTo(Double.doubleToLongBits(x));
    }

    @Test
    void shortestHasTheDigitsOfPythonsRepr() {
        for (String[] row : Reference.rows("shortest.csv")) {
            double x = Double.longBitsToDouble(Long.parseUnsignedLong(row[0], 16));
            assertThat(new BigDecimal(Decimal.shortest(x)).stripTrailingZeros())
                    .as(row[1])
                    .isEqualTo(new BigDecimal(row[1]).stripTrailingZeros());
        }
    }

    @Property(tries = 20_000)
    void realIsPlainOrHasAPowerOfTenAsBigDecimalWritesIt(@ForAll("ofEverySize") double x) {
        BigDecimal bare = new BigDecimal(NumberOutput.toString(x, true)).stripTrailingZeros();
        int power = bare.precision() - bare.scale() - 1;
        String plain = bare.scale() > 0 ? bare.toPlainString() : bare.toPlainString() + ".0";
        String scientific = bare.scaleByPowerOfTen(-power).toPlainString() + "e" + power;
        assertThat(Decimal.real(x)).isEqualTo(power >= -5 && power < 16 ? plain : scientific);
    }

    @Property
    void fixedIsTheShortestDecimalRoundedHalfUp(@ForAll("moderate") double x, @ForAll @IntRange(max = 12) int places) {
        BigDecimal expected = new BigDecimal(Decimal.shortest(x)).setScale(places, RoundingMode.HALF_UP);
        assertThat(Decimal.fixed(x, places)).isEqualTo(expected.toPlainString());
    }

    @Provide
    Arbitrary<Double> doubles() {
        Arbitrary<Double> bits =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> subnormals =
                Arbitraries.longs().between(1, 0xFFFFFFFFFFFFFL).map(Double::longBitsToDouble);
        return Arbitraries.oneOf(bits, subnormals, moderate());
    }

    /** Doubles other than 0 down to 1e-321, and most of those around the sizes where a power of ten begins. */
    @Provide
    Arbitrary<Double> ofEverySize() {
        Arbitrary<Double> around = Combinators.combine(
                        Arbitraries.longs().between(-(long) 1e17, (long) 1e17),
                        Arbitraries.integers().between(-4, 24))
                .as((digits, scale) -> BigDecimal.valueOf(digits, scale).doubleValue());
        return Arbitraries.oneOf(around, doubles()).filter(x -> Math.abs(x) >= 1e-321);
    }

    @Provide
    Arbitrary<Double> moderate() {
        return Arbitraries.doubles().between(-1e9, 1e9).ofScale(6);
    }

    @Table
    void whatIsNotZeroNeverReadsAsZero(double x, String text) {
        assertThat(Decimal.nonzero(x, 2, 8)).isEqualTo(text);
    }
}
