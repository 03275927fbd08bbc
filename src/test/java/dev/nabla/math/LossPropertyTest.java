package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LossPropertyTest {
    @Property
    void theGradientSumsToZero(@ForAll("losses") Loss loss) {
        assertThat(loss.residual().sum())
                .isCloseTo(0, within(1e-15 * loss.logits().size()));
    }

    @Property
    void theGradientIsTheNumericOne(@ForAll("losses") Loss loss) {
        Vector numeric = loss.numericGradient();
        for (int j = 0; j < numeric.size(); j++) {
            double scale = Math.max(1, loss.nats()) / loss.tau();
            assertThat(loss.gradient().get(j)).isCloseTo(numeric.get(j), within(1e-8 * scale));
        }
    }

    /** Every slope is what evaluating the whole loss twice gives, up to what a difference of two losses rounds off. */
    @Property
    void theNumericGradientIsTheLossNudged(@ForAll("losses") Loss loss) {
        double h = loss.tau() * 0x1p-17;
        for (int j = 0; j < loss.logits().size(); j++) {
            double z = loss.logits().get(j);
            double above = loss.withLogits(loss.logits().with(j, z + h)).nats();
            double below = loss.withLogits(loss.logits().with(j, z - h)).nats();
            double slope = Double.isInfinite(z) ? 0 : (above - below) / (z + h - (z - h));
            double rounding = 1e-15 * Math.max(1, loss.nats()) / h;
            assertThat(loss.numericGradient().get(j)).isCloseTo(slope, within(rounding));
        }
    }

    @Property
    void addingOneNumberToAllLogitsChangesNothing(
            @ForAll("wholeLogits") Vector logits, @ForAll @IntRange(min = -1000, max = 1000) int c) {
        Loss shifted = new Loss(logits.map(z -> z + c), 1, 1);
        assertThat(shifted.nats()).isEqualTo(new Loss(logits, 1, 1).nats());
        assertThat(shifted.gradient()).isEqualTo(new Loss(logits, 1, 1).gradient());
    }

    @Property
    void onlyTheTruthIsRaised(@ForAll("losses") Loss loss) {
        for (int j = 0; j < loss.logits().size(); j++) {
            double g = loss.gradient().get(j);
            assertThat(j == loss.truth() - 1 ? g <= 0 : g >= 0).isTrue();
        }
    }

    @Property
    void aSmallStepNeverRaisesTheLoss(@ForAll("losses") Loss loss) {
        // The Hessian of L is at most 1/(2 tau^2), so every eta below 4 tau^2 descends.
        double eta = loss.tau() * loss.tau();
        assertThat(loss.stepped(eta).nats()).isLessThanOrEqualTo(loss.nats() * (1 + 1e-14));
    }

    @Property
    void everyRowOfTheJacobianSumsToZero(@ForAll("losses") Loss loss) {
        for (Vector row : loss.jacobian()) {
            assertThat(row.sum() * loss.tau()).isCloseTo(0, within(1e-15 * row.size()));
        }
    }

    @Property
    void whateverTheLogitsAStepCanBeTaken(@ForAll("wild") Vector logits, @ForAll("extremes") double tau) {
        Loss loss = new Loss(logits, 1, tau);
        assertThat(loss.nats()).isNotNegative();
        assertThat(loss.stepped(1).nats()).isNotNegative();
    }

    @Provide
    Arbitrary<Loss> losses() {
        Arbitrary<Double> taus = Arbitraries.of(0.25, 0.5, 1.0, 1.5, 3.0);
        Arbitrary<Vector> logits = Arbitraries.doubles()
                .between(-20, 20)
                .ofScale(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(LossPropertyTest::vector);
        return Combinators.combine(logits, Arbitraries.integers().between(0, 1000), taus)
                .as((z, truth, tau) -> new Loss(z, truth % z.size() + 1, tau));
    }

    @Provide
    Arbitrary<Vector> wholeLogits() {
        return Arbitraries.integers()
                .between(-300, 300)
                .map(Integer::doubleValue)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(LossPropertyTest::vector);
    }

    @Provide
    Arbitrary<Vector> wild() {
        Arbitrary<Double> logit = Arbitraries.oneOf(
                Arbitraries.doubles(), Arbitraries.of(Double.NEGATIVE_INFINITY, 1e308, -1e308, 0.0, -0.0, 5e-324));
        return logit.list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(LossPropertyTest::vector)
                .filter(v -> v.max() > Double.NEGATIVE_INFINITY);
    }

    @Provide
    Arbitrary<Double> extremes() {
        return Arbitraries.of(5e-324, 1e-300, 1e-9, 1.0, 1e9, 1e300, Double.MAX_VALUE);
    }

    private static Vector vector(List<Double> values) {
        return Vector.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
