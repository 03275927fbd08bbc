package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DotTest {
    private static final Dot COURSE = new Dot(Vector.of(1, 0.3), Vector.of(0.2, 1));

    @Test
    void toTheirLastDigitNoProductAndNoSumIsInfinite() {
        Dot dot = new Dot(Vector.of(1e308, 1e308, 0.5), Vector.of(-1e308, 3, 4));
        assertThat(Decimal.significant(dot.exactTerm(0), 6)).isEqualTo("-1e616");
        assertThat(Decimal.significant(dot.exactTerm(1), 6)).isEqualTo("3e308");
        assertThat(dot.exactTerm(2)).isEqualByComparingTo("2");
        assertThat(Decimal.significant(dot.exactValue(), 6)).isEqualTo("-1e616");
        assertThat(COURSE.exactValue().doubleValue()).isEqualTo(COURSE.value());
    }

    @Test
    void swappingTheEntriesAndChangingOneSignIsAQuarterTurn() {
        Dot turned = COURSE.withPerpendicular();
        assertThat(turned.b()).isEqualTo(Vector.of(-0.3, 1));
        assertThat(turned.value()).isZero();
        assertThat(turned.angleDegrees()).hasValue(90);
        assertThat(COURSE.withB(Vector.of(0, -1)).withPerpendicular().b()).isEqualTo(Vector.of(0.3, -1));
    }

    @Test
    void whatHasNoQuarterTurnStays() {
        Dot zero = new Dot(Vector.of(0, 0), Vector.of(1, 2));
        Dot space = new Dot(Vector.of(1, 2, 3), Vector.of(1, 2, 4));
        assertThat(zero.withPerpendicular()).isSameAs(zero);
        assertThat(space.withPerpendicular()).isSameAs(space);
    }

    @Test
    void sizesThatDifferAreNamedBoth() {
        assertThatThrownBy(() -> new Dot(Vector.of(1, 2, 3), Vector.of(1, 2)))
                .hasMessage("a has 3 components and b has 2: give both the same number")
                .extracting("problem.kind", "problem.code")
                .containsExactly(BadInput.ErrorKind.MATHS, "shape_mismatch");
    }

    @Property
    void theOrderOfTheVectorsDoesNotCount(@ForAll("pairs") Dot dot) {
        Dot swapped = new Dot(dot.b(), dot.a());
        assertThat(swapped.value()).isEqualTo(dot.value());
        assertThat(swapped.cosine()).isEqualTo(dot.cosine());
        assertThat(swapped.angleDegrees()).isEqualTo(dot.angleDegrees());
    }

    @Property
    void lengthDoesNotCountForCosineAndAngle(@ForAll("pairs") Dot dot, @ForAll @IntRange(min = -300, max = 300) int k) {
        // A power of two, so that the scaled vector points exactly the same way.
        Dot longer = dot.withA(dot.a().map(x -> Math.scalb(x, k)));
        assertThat(longer.cosine()).isEqualTo(dot.cosine());
        assertThat(longer.angleDegrees()).isEqualTo(dot.angleDegrees());
        assertThat(longer.projection()).isEqualTo(dot.projection());
    }

    @Property
    void neverMoreThanTheProductOfTheLengths(@ForAll("pairs") Dot dot) {
        double most = dot.a().norm() * dot.b().norm();
        assertThat(Math.abs(dot.value())).isLessThanOrEqualTo(most * (1 + 1e-15));
        dot.cosine().ifPresent(cosine -> assertThat(cosine).isBetween(-1.0, 1.0));
    }

    @Property
    void theLengthsTimesTheCosineAreTheSumOfTheProducts(@ForAll("pairs") Dot dot) {
        double most = dot.a().norm() * dot.b().norm();
        dot.cosine().ifPresent(cosine -> assertThat(most * cosine).isCloseTo(dot.value(), within(1e-14 * most)));
        dot.angleDegrees().ifPresent(angle -> assertThat(most * Math.cos(Math.toRadians(angle)))
                .isCloseTo(dot.value(), within(1e-14 * most)));
    }

    @Property
    void turningOneRoundTurnsTheSign(@ForAll("pairs") Dot dot) {
        Dot turned = dot.withB(dot.b().map(x -> -x));
        assertThat(turned.value() + dot.value()).isZero();
        if (!dot.isZero()) {
            assertThat(turned.angleDegrees().getAsDouble() + dot.angleDegrees().getAsDouble())
                    .isCloseTo(180, within(6e-14));
        }
    }

    @Property
    void theQuarterTurnIsPerpendicularWhateverTheNumbers(@ForAll("planes") Dot dot) {
        Dot turned = dot.withPerpendicular();
        if (dot.a().norm() > 0) {
            assertThat(turned.value()).isZero();
            assertThat(turned.angleDegrees()).hasValue(90);
            assertThat(new Dot(turned.b(), dot.b()).value()).isNotNegative();
        }
    }

    @Property(tries = 100)
    void anyFiniteVectorsHaveAnAnswer(@ForAll("wild") List<Double> values) {
        Vector a = Given.vector(values);
        Dot dot = new Dot(a, a.map(x -> -x));
        assertThat(dot.value()).isNotNaN();
        dot.cosine().ifPresent(cosine -> assertThat(cosine).isEqualTo(-1));
        dot.angleDegrees().ifPresent(angle -> assertThat(angle).isEqualTo(180));
    }

    @Provide
    Arbitrary<Dot> pairs() {
        return Arbitraries.integers().between(1, 12).flatMap(n -> {
            Arbitrary<Vector> vectors = moderate().list().ofSize(n).map(Given::vector);
            return vectors.flatMap(a -> vectors.map(b -> new Dot(a, b)));
        });
    }

    @Provide
    Arbitrary<Dot> planes() {
        Arbitrary<Vector> vectors = moderate().list().ofSize(2).map(Given::vector);
        return vectors.flatMap(a -> vectors.map(b -> new Dot(a, b)));
    }

    @Provide
    Arbitrary<List<Double>> wild() {
        return Given.WILD.list().ofMinSize(1).ofMaxSize(8);
    }

    private static Arbitrary<Double> moderate() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(-20, 20).ofScale(4), Arbitraries.of(0.0, 1.0, -1.0));
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/reference/dot.csv", delimiter = ';')
    void everyResultIsWithinAFewUlpsOfWiderArithmetic(
            String a, String b, String dot, String normA, String normB, String cosine, String angle, String shadow) {
        Dot actual = new Dot(Reference.vector(a), Reference.vector(b));
        assertThat(actual.value()).isEqualTo(Reference.number(dot));
        close(actual.a().norm(), normA);
        close(actual.b().norm(), normB);
        close(actual.cosine().getAsDouble(), cosine);
        // An angle of radians near 0 carries the rounding of unit vectors, 1e-16; in degrees 1e-14.
        assertThat(actual.angleDegrees().getAsDouble()).isCloseTo(Reference.number(angle), within(3e-14));
        close(actual.projection().getAsDouble(), shadow);
    }

    private static void close(double actual, String wide) {
        double expected = Reference.number(wide);
        assertThat(actual).isCloseTo(expected, within(4 * Math.ulp(expected)));
    }

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

    /**
     * Terms of similar size and as many of the opposite sign: the fast path decides most cases, but must not decide
     * all.
     */
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
    @Table
    void aProductIsRoundedAsTheProcessorRoundsIt(double x, double y, double product) {
        assertThat(new Dot(Vector.of(x), Vector.of(y)).value() + 0.0)
                .isEqualTo(product + 0.0)
                .isEqualTo(x * y + 0.0);
    }
}
