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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .hasMessage("p 0.5,0.4: they sum to 0.9; give shares from 0 that sum to 1, like 0.7,0.3");
        assertThatThrownBy(() -> of(Vector.of(0.5, 0.5), Vector.of(1.5, -0.5)))
                .hasMessage("q 1.5,-0.5: give shares from 0 that sum to 1, like 0.7,0.3");
        assertThatThrownBy(() -> of(Vector.of(0.5, 0.5), Vector.of(1)))
                .hasMessage("q has 1 shares and p has 2: give both as many");
    }

    /** Six digits of a softmax of 2.1, 0.5, -1, -0.5, as solve prints them. */
    @Test
    void sharesThatWereRoundedAreDividedByTheirSum() {
        Vector typed = Vector.of(0.756877, 0.152811, 0.0340967, 0.0562159);
        KullbackLeibler of = of(typed, Vector.of(0.25, 0.25, 0.25, 0.25));
        assertThat(of.normings()).containsExactly("p sums to 1.0000006; each share is divided by that");
        assertThat(of.normedP().sum()).isCloseTo(1, within(1e-15));
        assertThat(of.nats()).isCloseTo(of.terms().sum(), within(1e-15));
        assertThat(of.nats()).isCloseTo(of.crossEntropyNats() - of.entropyNats(), within(1e-15));
        assertThat(of(Vector.of(0.333, 0.333, 0.333), Vector.of(1.0 / 3, 1.0 / 3, 1.0 / 3))
                        .nats())
                .isCloseTo(0, within(1e-30));
        assertThat(of(typed, typed).normings()).hasSize(2);
        assertThat(of(Vector.of(0.1, 0.2, 0.7), Vector.of(0.3, 0.3, 0.4)).normings())
                .isEmpty();
    }

    /** A share stands for what rounds to it, half up: 0.6 for 0.55 up to 0.65, 0.4 for 0.35 up to 0.45. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.3,0.3,0.3 | true",
                "0.6,0.5 | true",
                "0.13,0.88 | true",
                "0.5,0.4 | false",
                "0.25,0.25,0.25 | false",
                "0.2,0.2,0.2,0.2 | false",
                "0.33333,0.66666 | false",
                "1,1 | false",
                "0,0 | false",
                "1,0.4 | false",
                "-0.1,1.1 | false",
                "0.5,1e308 | false"
            })
    void sharesMissOneByNoMoreThanTheirLastDecimals(String shares, boolean fine) {
        assertThat(new Shares(Reference.vector(shares)).canBeRounded()).isEqualTo(fine);
    }

    /** log(0.2/0.20000000000016308) is -8.1540e-13 by log1p; the logarithms alone share three digits. */
    @Test
    void aTermKeepsItsDigitsWherePAndQAreNearlyEqual() {
        KullbackLeibler near = of(Vector.of(0.4, 0.2, 0.4), Vector.of(0.4, 0.20000000000016308, 0.4));
        double apart = 0.2 - 0.20000000000016308;
        Reference.close(near.terms(), Vector.of(0, apart - apart * apart / 0.4, 0), 1e-12, 0);
        assertThat(near.termsDoubt()).isEmpty();
    }

    /** 0.333/0.999 is 1/3 but for its last digit, and so is what is left of the logarithm. */
    @Test
    void lostDigitsAreTold() {
        KullbackLeibler thirds = of(Vector.of(0.333, 0.333, 0.333), Vector.of(0.3333, 0.3333, 0.3333));
        assertThat(thirds.termsDoubt()).hasValueSatisfying(doubt -> assertThat(doubt)
                .startsWith("cancellation has lost digits: it may be off by "));
        assertThat(thirds.doubt()).isPresent();
        assertThat(of(Vector.of(0.5, 0.5), Vector.of(0.75, 0.25)).termsDoubt()).isEmpty();
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
