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
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {
    private static final double ULP = 0x1p-52;
    private static final Vector COURSE = Vector.of(2.1, 0.5, -1, -0.5);
    private static final Loss LOSS = new Loss(COURSE, 1, 1);
    private static final Offset<Double> SIX_PLACES = within(5e-7);
    private static final double INF = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({"1, 0.2030", "2, 0.805"})
    void oneStepOfEtaOneMovesEveryLogitAgainstItsError(int truth, double after) {
        assertThat(LOSS.withTruth(truth).stepped(1).nats()).isCloseTo(after, within(5e-4));
        assertThat(LOSS.stepped(1).logits().get(0)).isCloseTo(2.343123, SIX_PLACES);
    }

    @Test
    void minusOneOverPTimesTheTruthsRowOfTheJacobianIsTheGradient() {
        Loss loss = LOSS.withTruth(2);
        Matrix jacobian = loss.softmax().jacobian();
        assertThat(jacobian.get(0, 0)).isCloseTo(0.184014, SIX_PLACES);
        assertThat(jacobian.get(0, 1)).isCloseTo(-0.115659, SIX_PLACES);
        double slope = -1 / loss.p().get(1);
        for (int k = 0; k < 4; k++) {
            assertThat(slope * jacobian.get(1, k)).isCloseTo(loss.gradient().get(k), within(1e-15));
        }
    }

    @Test
    void whatIsLeftOfOneKeepsItsDigits() {
        Loss sure = new Loss(Vector.of(0, -40), 1, 1);
        assertThat(sure.nats()).isEqualTo(StrictMath.exp(-40));
        assertThat(sure.residual().get(0)).isEqualTo(-StrictMath.exp(-40));
        assertThat(sure.softmax().jacobian().get(0, 0)).isEqualTo(StrictMath.exp(-40));
    }

    /**
     * mpmath with 700 digits: 4% of (709.8 + 1e308) / 0.1 is 4e307, although that quotient is larger than any double.
     */
    @Test
    void aShareOfAnOverflowingDistanceIsALossThatFits() {
        Loss loss = new Loss(Vector.of(709.8, 0, 5e-324, -1e308), 1, 0.1).withTarget(Vector.of(0.5, 0.25, 0.21, 0.04));
        assertThat(loss.nats()).isCloseTo(4e307, within(4 * Math.ulp(4e307)));
        assertThat(loss.klNats()).isCloseTo(4e307, within(4 * Math.ulp(4e307)));
        assertThat(loss.gradient()).isEqualTo(Vector.of(5, -2.5, -2.0999999999999996, -0.39999999999999997));
    }

    @Test
    void aDistanceOfLogitsThatOverflowsIsDividedByTauAllTheSame() {
        Loss loss = new Loss(Vector.of(1.7e308, -1.7e308), 2, 1e308).withTarget(Vector.of(0.25, 0.75));
        assertThat(loss.nats()).isCloseTo(2.5828284704248654, within(1e-15));
        assertThat(loss.klNats()).isCloseTo(2.020493325806057, within(1e-15));
    }

    /** The numbers are so large that a nudge changes nothing that is left of them. */
    @Test
    void differencesOfSuchLossesAreDoubted() {
        Loss soft = new Loss(Vector.of(709.8, 0, 5e-324, -1e308), 1, 0.1).withTarget(Vector.of(0.5, 0.25, 0.21, 0.04));
        assertThat(soft.doubt(soft.centralDifferences())).isPresent();
        Loss hard = new Loss(Vector.of(1.7e308, -1.7e308), 2, 10);
        for (int j = 0; j < 2; j++) {
            Rounded difference = hard.centralDifferences().get(j);
            assertThat(Math.abs(difference.x() - hard.gradient().get(j))).isLessThanOrEqualTo(difference.off() + 1e-12);
        }
    }

    @Test
    void aHugeStepStaysFiniteAndNoneUnmasks() {
        Loss loss = LOSS.withTau(5e-324).withTruth(2);
        assertThat(loss.stepped(1e308).logits().isFinite()).isTrue();
        assertThat(new Loss(Vector.of(-INF, 1, 2), 2, 1).stepped(1).logits().get(0))
                .isEqualTo(-INF);
    }

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
        for (Vector row : loss.softmax().jacobian().vectors()) {
            assertThat(row.sum() * loss.tau()).isCloseTo(0, within(1e-15 * row.size()));
        }
    }

    @Property
    void whateverTheLogitsAStepCanBeTaken(@ForAll("wild") Vector logits, @ForAll("extremes") double tau) {
        Loss loss = new Loss(logits, 1, tau);
        assertThat(loss.nats()).isNotNegative();
        assertThat(loss.stepped(1).nats()).isNotNegative();
    }

    /**
     * Temperatures down to 1e-14 beside logits up to 1e6, whose nudges are no smaller than the gap between two doubles.
     */
    @Test
    void aDifferenceThatIsFarFromTheGradientIsDoubtedAndItsErrorIsBounded() {
        int far = 0;
        for (int i = 0; i < 600; i++) {
            Loss loss =
                    drawn(i, Math.pow(10, 17 * Noise.uniform(1, i) - 14), Math.pow(10, 9 * Noise.uniform(2, i) - 3));
            List<Rounded> nudged = loss.centralDifferences();
            Vector gradient = loss.gradient();
            boolean isFar = false;
            for (int j = 0; j < nudged.size(); j++) {
                double apart = Math.abs(nudged.get(j).x() - gradient.get(j));
                isFar |= apart > 1e-3 * Math.abs(gradient.get(j));
                double least = 4 * ULP * Math.abs(gradient.get(j)) + Double.MIN_NORMAL;
                assertThat(apart)
                        .as("%s", loss)
                        .isLessThanOrEqualTo(1.5 * nudged.get(j).off() + least);
            }
            far += isFar ? 1 : 0;
            assertThat(loss.doubt(nudged).isPresent() || !isFar).as("%s", loss).isTrue();
        }
        assertThat(far).isGreaterThan(60);
    }

    @Test
    void ordinaryDifferencesAreNotDoubted() {
        for (int i = 0; i < 600; i++) {
            Loss loss = drawn(i, List.of(0.1, 0.5, 1.0, 2.0).get(i % 4), 3);
            assertThat(loss.doubt(loss.centralDifferences())).as("%s", loss).isEmpty();
        }
    }

    @Test
    void aGradientThatIsZeroIsNotDoubted() {
        Loss even = new Loss(Vector.of(0.3, 0.3), 1, 1).withTarget(Vector.of(0.5, 0.5));
        assertThat(even.gradient()).isEqualTo(Vector.of(0, 0));
        assertThat(even.doubt(even.centralDifferences())).isEmpty();
    }

    /** One with two to six logits about as large as {@code size}; every fifth with shares in place of a truth. */
    private static Loss drawn(int i, double tau, double size) {
        int n = 2 + i % 5;
        Loss loss = new Loss(Vector.of(n, j -> size * Noise.normal(i, j)), 1 + i % n, tau);
        Vector shares = new Softmax(Vector.of(n, j -> Noise.normal(i, n + j)), 1).p();
        return i % 5 == 0 ? loss.withTarget(shares) : loss;
    }

    @Provide
    Arbitrary<Loss> losses() {
        Arbitrary<Double> taus = Arbitraries.of(0.25, 0.5, 1.0, 1.5, 3.0);
        Arbitrary<Vector> logits =
                Given.vectors(Arbitraries.doubles().between(-20, 20).ofScale(3), 12);
        return Combinators.combine(logits, Arbitraries.integers().between(0, 1000), taus)
                .as((z, truth, tau) -> new Loss(z, truth % z.size() + 1, tau));
    }

    @Provide
    Arbitrary<Vector> wholeLogits() {
        return Given.wholeVectors();
    }

    @Provide
    Arbitrary<Vector> wild() {
        return Given.logits(10);
    }

    @Provide
    Arbitrary<Double> extremes() {
        return Arbitraries.of(5e-324, 1e-300, 1e-9, 1.0, 1e9, 1e300, Double.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/reference/loss.csv", delimiter = ';')
    void everyResultIsWithinAFewUlpsOfWiderArithmetic(
            String logits, String truth, String tau, String nats, String bits, String gradient) {
        Loss loss = new Loss(Reference.vector(logits), Integer.parseInt(truth), Reference.number(tau));
        close(loss.nats(), Reference.number(nats), 16);
        close(loss.bits(), Reference.number(bits), 16);
        Vector wide = Reference.vector(gradient);
        for (int j = 0; j < wide.size(); j++) {
            // An exponent of x has its own rounding, which exp turns into a relative error of that size.
            double exponent = (loss.logits().max() - loss.logits().get(j)) / loss.tau();
            close(loss.gradient().get(j), wide.get(j), 32 + (Double.isFinite(exponent) ? 4 * exponent : 0));
        }
    }

    private static void close(double actual, double wide, double ulps) {
        assertThat(actual).isCloseTo(wide, within(ulps * ULP * Math.abs(wide)));
    }
}
