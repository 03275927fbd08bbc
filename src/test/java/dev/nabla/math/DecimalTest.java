package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0.125, 2, 0.13",
        "-0.125, 2, -0.13",
        "2.675, 2, 2.68",
        "1.005, 2, 1.01",
        "0.5, 0, 1",
        "1.5, 0, 2",
        "2.5, 0, 3",
        "-0.001, 2, 0.00",
        "-0.0, 1, 0.0",
        "1e3, 2, 1000.00",
        "5e-324, 3, 0.000",
        "NaN, 2, NaN",
        "Infinity, 2, inf",
        "-Infinity, 2, -inf"
    })
    void fixedRoundsHalfUpAsAStudentWould(double x, int places, String text) {
        assertThat(Decimal.fixed(x, places)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.019, 3, +0.019",
        "-0.012, 3, -0.012",
        "0.001, 3, +0.001",
        "0.009, 3, +0.009",
        "0.0004, 3, 0.000",
        "-0.0004, 3, 0.000",
        "-0.0, 1, 0.0",
        "Infinity, 1, +inf",
        "-Infinity, 1, -inf",
        "NaN, 1, NaN"
    })
    void signedShowsTheSignOfAllButNothing(double x, int places, String text) {
        assertThat(Decimal.signed(x, places)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.7568766, 6, 0.756877",
        "1.5, 6, 1.5",
        "0.0000000032, 2, 3.2e-9",
        "123456, 2, 120000",
        "1e16, 3, 1e16",
        "-0.00001, 3, -0.00001",
        "0.000001, 3, 1e-6",
        "0.1, 18, 0.100000000000000006",
        "0, 3, 0",
        "NaN, 3, NaN"
    })
    void significantKeepsSoManyDigitsAndNoTrailingZeros(double x, int digits, String text) {
        assertThat(Decimal.significant(x, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "2, 2",
        "-0.0, -0",
        "0, 0",
        "1e300, 1e300",
        "5e-324, 5e-324",
        "1e15, 1000000000000000",
        "1e16, 1e16",
        "0.00001, 0.00001",
        "0.000001, 1e-6",
        "9007199254740993, 9007199254740992",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "NaN, NaN",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void shortestWritesPlainNumbersPlainly(double x, String text) {
        assertThat(Decimal.shortest(x)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-1.5, 2, 8, −1.50",
        "Infinity, 2, 8, ∞",
        "-Infinity, 2, 8, −∞",
        "NaN, 2, 8, NaN",
        "12345.678, 2, 8, 12345.68"
    })
    void whatFitsItsFieldIsDrawnPlainWithATrueMinus(double x, int places, int field, String text) {
        assertThat(Decimal.drawn(x, places, field)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1e12, 2, 8, 1e12",
        "-3456789012345, 2, 8, −3.46e12",
        "123456789, 2, 6, 1e8",
        "123456789, 2, 2, 1e8",
        "-1.5e300, 2, 8, −1.5e300",
        "9007199254740992, 2, 8, 9.01e15"
    })
    void whatDoesNotFitIsDrawnWithAPowerOfTen(double x, int places, int field, String text) {
        assertThat(Decimal.drawn(x, places, field)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00006103515625, 9, 8, 6.10e−5",
        "0.000244140625, 9, 8, 2.44e−4",
        "-1e12, 9, 8, −1.00e12",
        "-1e-10, 9, 8, −1.0e−10",
        "0.5, 9, 8, 5.00e−1",
        "0, 9, 8, 0e0",
        "1.5, 3, 8, 1.500",
        "-Infinity, 9, 8, −∞"
    })
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

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 0.5",
        "2.5, 1, 2",
        "3.5, 1, 4",
        "0.25, 1, 0.2",
        "0.15, 1, 0.1",
        "0.35, 1, 0.3",
        "1.15, 2, 1.1",
        "99999.95, 6, 99999.9",
        "999999.7, 6, 1000000",
        "9.5e22, 1, 9e22",
        "4503599627370497.5, 16, 4503599627370498"
    })
    void aTieIsDecidedByTheDoubleItselfAndNotByItsText(double x, int digits, String text) {
        assertThat(Decimal.significant(x, digits)).isEqualTo(text);
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

    @Provide
    Arbitrary<Double> moderate() {
        return Arbitraries.doubles().between(-1e9, 1e9).ofScale(6);
    }

    @ParameterizedTest
    @CsvSource({"0.004, 0.004", "-3e-9, −3e−9", "0.005, 0.01", "0, 0.00", "-0.0, 0.00", "12.5, 12.50", "Infinity, ∞"})
    void whatIsNotZeroNeverReadsAsZero(double x, String text) {
        assertThat(Decimal.nonzero(x, 2, 8)).isEqualTo(text);
    }

    @Test
    void zeroHasNoSignWhereItIsRead() {
        assertThat(Decimal.significant(-0.0, 6)).isEqualTo("0");
        assertThat(Decimal.shortest(-0.0)).isEqualTo("-0");
    }
}
