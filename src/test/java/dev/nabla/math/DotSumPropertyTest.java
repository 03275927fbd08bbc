package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotSumPropertyTest {
    /** Every pattern of bits that is a finite number is as likely as any other, so that all exponents are met. */
    @Provide
    Arbitrary<double[]> numbers() {
        return Arbitraries.longs()
                .map(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(40);
    }

    @Property
    void itIsTheSumOfDecimalsRoundedOnce(@ForAll("numbers") double[] numbers) {
        Vector a = Vector.of(IntStream.range(0, numbers.length / 2)
                .mapToDouble(i -> numbers[2 * i])
                .toArray());
        Vector b = Vector.of(IntStream.range(0, numbers.length / 2)
                .mapToDouble(i -> numbers[2 * i + 1])
                .toArray());
        BigDecimal exact = IntStream.range(0, a.size())
                .mapToObj(i -> new BigDecimal(a.get(i)).multiply(new BigDecimal(b.get(i))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new Dot(a, b).value() + 0.0).isEqualTo(exact.doubleValue() + 0.0);
    }

    /** Of like size, so that the quick way decides most, and with as many of the other sign, so that it must not decide all. */
    @Property
    void whereTermsCancelNothingIsLost(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(1, 20);
        double[] a = new double[2 * n];
        double[] b = new double[2 * n];
        for (int i = 0; i < n; i++) {
            a[i] = random.nextDouble() - 0.5;
            b[i] = Math.scalb(random.nextDouble() - 0.5, random.nextInt(30));
            a[n + i] = -a[i];
            b[n + i] = b[i] * (random.nextInt(3) == 0 ? 1 : 1 + Math.scalb(1.0, -random.nextInt(20, 53)));
        }
        Dot dot = new Dot(Vector.of(a), Vector.of(b));
        assertThat(dot.value() + 0.0).isEqualTo(dot.exactValue().doubleValue() + 0.0);
    }

    /** Around the smallest doubles, halfway cases go to the even neighbour. */
    @ParameterizedTest
    @CsvSource({
        "4.9e-324, 1, 4.9e-324",
        "4.9e-324, 0.5, 0",
        "4.9e-324, 0.75, 4.9e-324",
        "4.9e-324, 1.5, 9.9e-324",
        "4.9e-324, -1.5, -9.9e-324",
        "2.2250738585072014e-308, 0.5, 1.1125369292536007e-308",
        "1.7976931348623157e308, 1, 1.7976931348623157e308",
        "1.7976931348623157e308, 1.0000000000000002, Infinity",
        "-1.7976931348623157e308, 2, -Infinity",
    })
    void aProductIsRoundedAsTheProcessorRoundsIt(double x, double y, double product) {
        assertThat(new Dot(Vector.of(x), Vector.of(y)).value() + 0.0)
                .isEqualTo(product + 0.0)
                .isEqualTo(x * y + 0.0);
    }
}
