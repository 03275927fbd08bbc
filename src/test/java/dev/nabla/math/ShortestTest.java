package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** {@link Decimal#shortest} against the definition, told with exact decimals. */
class ShortestTest {
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
