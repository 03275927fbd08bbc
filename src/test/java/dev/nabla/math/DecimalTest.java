package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
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

    @Table
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

    @Table
    void whatIsNotZeroNeverReadsAsZero(double x, String text) {
        assertThat(Decimal.nonzero(x, 2, 8)).isEqualTo(text);
    }

    @Test
    void zeroHasNoSignWhereItIsRead() {
        assertThat(Decimal.significant(-0.0, 6)).isEqualTo("0");
        assertThat(Decimal.shortest(-0.0)).isEqualTo("-0");
    }

    @Test
    void powersOfTwoAndTheirNeighboursAreShortest() {
        for (int exponent = -1074; exponent < 1024; exponent++) {
            double power = Math.scalb(1.0, exponent);
            for (double x : new double[] {power, Math.nextUp(power), Math.nextDown(power), 3 * power}) {
                requireShortest(x);
            }
        }
    }

    @Test
    void powersOfTenAndTheirNeighboursAreShortest() {
        for (int exponent = -323; exponent <= 308; exponent++) {
            double power = Double.parseDouble("1e" + exponent);
            for (double x : new double[] {power, Math.nextUp(power), Math.nextDown(power), 5 * power, 9 * power}) {
                requireShortest(x);
            }
        }
    }

    @Test
    void theSmallestSubnormalsAreShortest() {
        for (long bits = 1; bits < 5000; bits++) {
            requireShortest(Double.longBitsToDouble(bits));
        }
    }

    @Test
    void randomBitsAreShortest() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 30_000; i++) {
            requireShortest(Double.longBitsToDouble(random.nextLong()));
            requireShortest(Double.longBitsToDouble(random.nextLong() & 0x800FFFFFFFFFFFFFL));
            requireShortest(Math.rint(random.nextDouble() * 1e9) / Math.pow(10, random.nextInt(20)));
            requireShortest(random.nextLong() >> random.nextInt(64));
        }
    }

    /** Too many for the definition. */
    @Test
    void millionsOfRandomDoublesAreReadBack() {
        SplittableRandom random = new SplittableRandom(18);
        for (int i = 0; i < 2_000_000; i++) {
            double x = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE) : random.nextDouble();
            if (Double.isFinite(x)) {
                String text = Decimal.shortest(x);
                if (Double.parseDouble(text) != x) {
                    assertThat(Double.parseDouble(text)).as(text).isEqualTo(x);
                }
            }
        }
    }

    private static void requireShortest(double x) {
        double positive = Math.abs(x);
        if (Double.isFinite(x) && x != 0) {
            String text = Decimal.shortest(positive);
            BigDecimal expected = byDefinition(positive);
            if (!new BigDecimal(text).stripTrailingZeros().equals(expected)) {
                assertThat(text).as(Double.toHexString(x)).isEqualTo(expected.toString());
            }
        }
    }

    /** With the fewest digits that are read back as x; of those with as many, the nearest, and of two as near the even one. */
    private static BigDecimal byDefinition(double x) {
        BigDecimal exact = new BigDecimal(x);
        for (int digits = 1; ; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            for (BigDecimal candidate : new BigDecimal[] {nearest, above}) {
                if (candidate.doubleValue() == x) {
                    return candidate.stripTrailingZeros();
                }
            }
        }
    }
}
