package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against the JDK, which is right but slower. */
class NearestTest {
    @Test
    void whatItTellsIsTheNearestDouble() {
        SplittableRandom random = new SplittableRandom(21);
        int untold = 0;
        for (int i = 0; i < 2_000_000; i++) {
            long digits = random.nextLong() >>> 1 + random.nextInt(63);
            int exponent = random.nextInt(-290, 290);
            untold += isUntold(digits, i % 2 == 0 ? exponent : exponent % 25);
        }
        assertThat(untold).isLessThan(20_000);
    }

    @Test
    void everyShortestDecimalIsReadBack() {
        SplittableRandom random = new SplittableRandom(22);
        int untold = 0;
        for (int i = 0; i < 1_000_000; i++) {
            Shortest shortest = Shortest.of(Math.scalb(random.nextDouble(), random.nextInt(-900, 900)));
            untold += isUntold(shortest.digits(), shortest.exponent());
        }
        assertThat(untold).isLessThan(5_000);
    }

    /** 1 for what it cannot tell. */
    private static int isUntold(long digits, int exponent) {
        double x = Nearest.to(digits, exponent);
        if (Double.isNaN(x)) {
            return 1;
        }
        double expected = Double.parseDouble(digits + "e" + exponent);
        if (x != expected) {
            assertThat(x).as(digits + "e" + exponent).isEqualTo(expected);
        }
        return 0;
    }

    @Test
    void halfWayBetweenTwoDoublesItDoesNotGuess() {
        assertThat(Nearest.to((1L << 53) + 1, 0)).isNaN();
        assertThat(Nearest.to((1L << 53) + 2, 0)).isEqualTo(0x1p53 + 2);
        assertThat(Nearest.to(Long.MAX_VALUE, 0)).isEqualTo(0x1p63);
    }

    @Test
    void theEndsOfTheDoublesAreLeftToTheJdk() {
        assertThat(Nearest.to(1, 309)).isNaN();
        assertThat(Nearest.to(9, 308)).isNaN();
        assertThat(Nearest.to(5, -324)).isNaN();
        assertThat(Nearest.to(0, 999)).isZero();
    }
}
