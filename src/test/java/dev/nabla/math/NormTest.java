package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.Norm.Kind;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The size of a vector is divided out. */
class NormTest {
    private static final Vector ONE = Vector.of(1);
    private static final Vector ZERO = Vector.of(0);

    private static Norm norm(Kind kind, double eps, double... x) {
        return new Norm(kind, Vector.of(x), eps, ONE, ZERO);
    }

    @Test
    void threeAndFourByHand() {
        Norm norm = norm(Kind.RMS, 0, 3, 4);
        assertThat(norm.meanSquare()).isEqualTo(12.5);
        assertThat(norm.root()).isCloseTo(Math.sqrt(12.5), within(1e-15));
        Reference.close(norm.normalised(), Vector.of(3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)), 1e-15, 0);
        Reference.close(
                norm.withGain(Vector.of(2)).withShift(Vector.of(1)).y(), Vector.of(2.697056, 3.262742), 1e-6, 0);
        Norm.Gradient slopes =
                norm.withGain(Vector.of(1, 1)).withShift(Vector.of(0, 0)).gradient(Vector.of(1, 0));
        Reference.close(slopes.x(), Vector.of(0.181019, -0.135765), 1e-5, 0);
        Reference.close(slopes.gain(), Vector.of(0.848528, 0), 1e-5, 0);
        assertThat(slopes.shift()).isEqualTo(Vector.of(1, 0));
        assertThat(norm(Kind.LAYER, 0, 3, 4).meanSquare()).isEqualTo(0.25);
        assertThat(norm(Kind.LAYER, 0, 3, 4).y()).isEqualTo(Vector.of(-1, 1));
        assertThat(norm(Kind.LAYER, 0, 1, 4, 7).mean()).isEqualTo(4);
    }

    @Test
    void agreesWithNumbersFromElsewhere() {
        for (String[] row : Reference.rows("norm.csv")) {
            Norm norm = new Norm(
                    Kind.valueOf(row[0].toUpperCase(Locale.ROOT)),
                    Reference.vector(row[1]),
                    Double.parseDouble(row[2]),
                    Reference.vector(row[3]),
                    Reference.vector(row[4]));
            Norm.Gradient slopes = norm.gradient(Reference.vector(row[5]));
            Reference.close(norm.y(), Reference.vector(row[6]), 1e-13, 1e-3);
            Vector expected = Reference.vector(row[7]);
            Reference.close(slopes.x(), expected, 1e-12, scale(norm, row[5]));
            Reference.close(
                    slopes.gain(),
                    Reference.vector(row[8]),
                    1e-12,
                    Reference.vector(row[5]).largest());
            Reference.close(
                    slopes.shift(),
                    Reference.vector(row[9]),
                    1e-13,
                    Reference.vector(row[5]).largest());
        }
    }

    /** The size of the terms whose difference a slope is; they may cancel. */
    private static double scale(Norm norm, String upstream) {
        return Quotient.of(Reference.vector(upstream).largest() * norm.gain().largest(), norm.root(), 0);
    }

    /** A slope of one component is eps g / (x^2 + eps)^1.5: for 1000 and 1e-5 it is 1e-14 (1 - 1.5e-11). */
    @Test
    void aSlopeKeepsItsDigitsWhereItsTermsNearlyCancel() {
        assertThat(norm(Kind.RMS, 1e-5, 1000).gradient(ONE).x().get(0)).isCloseTo(9.99999999985e-15, within(1e-26));
        double x = 453354.5128800451;
        assertThat(norm(Kind.RMS, 1e-5, x).gradient(ONE).x().get(0)).isCloseTo(1e-5 / (x * x * x), within(1e-36));
        // One dominates by 1e60; x² of the other is what is left: 1e-60·1e-60/2 over (1/2)^1.5.
        Vector far = norm(Kind.RMS, 0, 1, 1e-60).gradient(Vector.of(1, 0)).x();
        Reference.close(far, Vector.of(Math.sqrt(2) * 1e-120, -Math.sqrt(2) * 1e-60), 1e-14, 0);
        // x = (-1, 1) times 1000 and g = (1, -1)/2: g eps / (x^2 + eps)^1.5 again.
        Vector layer =
                norm(Kind.LAYER, 1e-5, 7000, 9000).gradient(Vector.of(1, 0)).x();
        Reference.close(layer, Vector.of(4.999999999925e-15, -4.999999999925e-15), 1e-11, 0);
    }

    @Test
    void lostDigitsAreTold() {
        Norm norm = norm(Kind.RMS, 0, 3, 4);
        assertThat(norm.withShift(Vector.of(-0.848528137423857)).yDoubt()).isPresent();
        assertThat(norm.withShift(Vector.of(-0.8485)).yDoubt()).isEmpty();
        Norm inexact = norm(Kind.LAYER, 0, 0.1, 0.2, 0.4);
        assertThat(Rounded.doubt(inexact.gradient(Vector.of(2, 2, 2)).byGain())).isPresent();
        assertThat(Rounded.doubt(inexact.gradient(Vector.of(4, 3, 1)).byGain())).isEmpty();
        assertThat(norm.gradient(Vector.of(4, -3)).gain()).isEqualTo(ZERO);
        assertThat(norm(Kind.LAYER, 0, 1, 4, 7).yDoubt()).isEmpty();
        assertThat(norm(Kind.LAYER, 0, 1, 1e-20, -1).meanDoubt()).isEmpty();
        assertThat(norm(Kind.LAYER, 0, 1e30, 1 / 3.0, -1e30, 1e10).meanDoubt()).isEmpty();
    }

    @Property
    void theMeanSquareOfWhatIsLeftIsOne(@ForAll("ordinary") Vector x, @ForAll Kind kind) {
        Norm norm = new Norm(kind, x, 0, ONE, ZERO);
        if (!norm.isUndefined()) {
            assertThat(norm.y().map(c -> c * c).mean()).isCloseTo(1, within(1e-12));
        }
    }

    @Property
    void layerNormForgetsAShiftAndBothForgetAFactor(@ForAll("whole") Vector x) {
        Vector moved = x.map(c -> c + 1000);
        Norm layer = new Norm(Kind.LAYER, x, 1e-5, ONE, ZERO);
        Reference.close(layer.withX(moved).y(), layer.y(), 1e-12, 1e-6);
        for (Kind kind : Kind.values()) {
            Norm norm = new Norm(kind, x, 0, ONE, ZERO);
            if (!norm.isUndefined()) {
                assertThat(norm.withX(x.scaled(900)).y()).isEqualTo(norm.y());
                assertThat(norm.withX(x.scaled(-900)).y()).isEqualTo(norm.y());
            }
        }
    }

    @Property
    void aSlopeIsADifference(@ForAll("ordinary") Vector x, @ForAll Kind kind) {
        Norm norm = new Norm(kind, x, 0.01, Vector.of(1.5), ZERO);
        Vector upstream = Vector.of(x.size(), i -> i + 1);
        double h = 1e-5;
        for (int i = 0; i < x.size(); i++) {
            double above = new Dot(norm.withX(x.with(i, x.get(i) + h)).y(), upstream).value();
            double below = new Dot(norm.withX(x.with(i, x.get(i) - h)).y(), upstream).value();
            assertThat(norm.gradient(upstream).x().get(i)).isCloseTo((above - below) / (2 * h), within(1e-3));
        }
    }

    @Property
    void nothingIsNaN(@ForAll("wild") Vector x, @ForAll("wild") Vector upstream, @ForAll Kind kind) {
        Norm norm = new Norm(kind, x, 1e-5, ONE, ZERO);
        assertThat(norm.y().isFinite()).isTrue();
        Vector fitting = upstream.resized(x.size());
        assertThat(norm.gradient(fitting).x().stream().anyMatch(Double::isNaN)).isFalse();
        assertThat(norm.gradient(fitting).gain().stream().anyMatch(Double::isNaN))
                .isFalse();
    }

    @Test
    void nothingIsLeftOfAZeroVectorNorOfEqualNumbers() {
        assertThat(norm(Kind.RMS, 0, 0, 0).isUndefined()).isTrue();
        assertThat(norm(Kind.LAYER, 0, 0.1, 0.1, 0.1).isUndefined()).isTrue();
        assertThat(norm(Kind.LAYER, 0, 7).isUndefined()).isTrue();
        assertThat(norm(Kind.RMS, 5e-324, 0, 0).y()).isEqualTo(Vector.of(0, 0));
        assertThat(norm(Kind.LAYER, 1e-5, 7).gradient(ONE).x()).isEqualTo(ZERO);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> norm(Kind.RMS, -1, 1))
                .hasMessage("eps -1: must be at least 0 and finite; 1e-5 is usual");
        assertThatThrownBy(() -> norm(Kind.RMS, 0, Double.POSITIVE_INFINITY)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> norm(Kind.RMS, 0, 1, 2, 3).withGain(Vector.of(1, 2)))
                .hasMessage("gain has 2 components and x has 3: give as many, or one number for all");
    }

    @Provide
    Arbitrary<Vector> ordinary() {
        return Given.vectors(Arbitraries.doubles().between(-9, 9), 6);
    }

    @Provide
    Arbitrary<Vector> whole() {
        return Given.vectors(Arbitraries.integers().between(-99, 99).map(Integer::doubleValue), 6);
    }

    @Provide
    Arbitrary<Vector> wild() {
        return Given.vectors(Given.WILD, 6);
    }
}
