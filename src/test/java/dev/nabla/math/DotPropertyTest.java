package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DotPropertyTest {
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

    @Property(tries = 300)
    void anyFiniteVectorsHaveAnAnswer(@ForAll("wild") List<Double> values) {
        Vector a = vector(values);
        Dot dot = new Dot(a, a.map(x -> -x));
        assertThat(dot.value()).isNotNaN();
        dot.cosine().ifPresent(cosine -> assertThat(cosine).isEqualTo(-1));
        dot.angleDegrees().ifPresent(angle -> assertThat(angle).isEqualTo(180));
    }

    @Provide
    Arbitrary<Dot> pairs() {
        return Arbitraries.integers().between(1, 12).flatMap(n -> {
            Arbitrary<Vector> vectors = moderate().list().ofSize(n).map(DotPropertyTest::vector);
            return vectors.flatMap(a -> vectors.map(b -> new Dot(a, b)));
        });
    }

    @Provide
    Arbitrary<Dot> planes() {
        Arbitrary<Vector> vectors = moderate().list().ofSize(2).map(DotPropertyTest::vector);
        return vectors.flatMap(a -> vectors.map(b -> new Dot(a, b)));
    }

    @Provide
    Arbitrary<List<Double>> wild() {
        Arbitrary<Double> number = Arbitraries.oneOf(
                Arbitraries.doubles(), Arbitraries.of(Double.MAX_VALUE, -Double.MAX_VALUE, 5e-324, 0.0, -0.0));
        return number.list().ofMinSize(1).ofMaxSize(8);
    }

    private static Arbitrary<Double> moderate() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(-20, 20).ofScale(4), Arbitraries.of(0.0, 1.0, -1.0));
    }

    private static Vector vector(List<Double> values) {
        return Vector.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
