package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A model is surprised more than it had to be. */
class KullbackLeiblerTest {
    private static KullbackLeibler of(Vector p, Vector q) {
        return new KullbackLeibler(p, q);
    }

    @Test
    void twoCoinsByHand() {
        KullbackLeibler coins = of(Vector.of(0.5, 0.5), Vector.of(0.75, 0.25));
        assertThat(coins.nats()).isCloseTo(Math.log(4.0 / 3) / 2, within(1e-16));
        assertThat(coins.bits()).isCloseTo(0.207519, within(1e-6));
        assertThat(coins.reverseNats()).isCloseTo(0.130812, within(1e-6));
        assertThat(coins.entropyNats()).isCloseTo(Math.log(2), within(1e-16));
        assertThat(coins.crossEntropyNats()).isCloseTo(0.836988, within(1e-6));
        Reference.close(coins.terms(), Vector.of(-0.202733, 0.346574), 1e-5, 0);
    }

    @Test
    void agreesWithNumbersFromElsewhere() {
        for (String[] row : Reference.rows("kl.csv")) {
            KullbackLeibler of = of(Reference.vector(row[0]), Reference.vector(row[1]));
            Vector both = Vector.of(of.nats(), of.reverseNats());
            Reference.close(both, Vector.of(Reference.number(row[2]), Reference.number(row[3])), 1e-11, 1e-33);
        }
    }

    @Property
    void isNeverBelowZeroAndTheRestOfTheCrossEntropy(@ForAll("shares") Vector p, @ForAll("shares") Vector q) {
        KullbackLeibler of = of(p, q);
        assertThat(of.nats()).isGreaterThanOrEqualTo(0);
        assertThat(of(p, p).nats()).isZero();
        if (Double.isFinite(of.nats())) {
            assertThat(of.nats()).isCloseTo(of.crossEntropyNats() - of.entropyNats(), within(1e-12));
            assertThat(of.nats()).isCloseTo(of.terms().sum(), within(1e-12));
        }
    }

    @Test
    void isInfiniteWhereTheModelExcludesWhatComes() {
        assertThat(of(Vector.of(0.5, 0.5), Vector.of(1, 0)).nats()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of(Vector.of(1, 0), Vector.of(0.5, 0.5)).nats()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(of(Vector.of(1, 0), Vector.of(0.5, 0.5)).terms().get(1)).isZero();
        assertThat(of(Vector.of(1, 0), Vector.of(1, 0)).nats()).isZero();
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> of(Vector.of(0.5, 0.4), Vector.of(0.5, 0.5)))
                .hasMessage("p 0.5,0.4: give shares from 0 that sum to 1, like 0.7,0.3");
        assertThatThrownBy(() -> of(Vector.of(0.5, 0.5), Vector.of(1.5, -0.5)))
                .hasMessage("q 1.5,-0.5: give shares from 0 that sum to 1, like 0.7,0.3");
        assertThatThrownBy(() -> of(Vector.of(0.5, 0.5), Vector.of(1)))
                .hasMessage("q has 1 shares and p has 2: give both as many");
    }

    /** Distributions over four, some with zeros. */
    @Provide
    Arbitrary<Vector> shares() {
        return Arbitraries.integers()
                .between(0, 5)
                .list()
                .ofSize(4)
                .filter(counts -> counts.stream().mapToInt(n -> n).sum() > 0)
                .map(counts -> {
                    double sum = counts.stream().mapToInt(n -> n).sum();
                    return Vector.of(4, i -> counts.get(i) / sum);
                });
    }
}
