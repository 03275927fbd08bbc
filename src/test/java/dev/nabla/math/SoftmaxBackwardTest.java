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

/** A slope for each probability becomes a slope for each logit. */
class SoftmaxBackwardTest {
    private static SoftmaxBackward of(double tau, Vector logits, Vector upstream) {
        return new SoftmaxBackward(new Softmax(logits, tau), upstream);
    }

    @Test
    void oneAndThreeQuartersByHand() {
        SoftmaxBackward back = of(1, Vector.of(0, Math.log(3)), Vector.of(1, 0));
        assertThat(back.mean()).isCloseTo(0.25, within(1e-15));
        Reference.close(back.gradient(), Vector.of(0.1875, -0.1875), 1e-15, 1);
    }

    @Test
    void agreesWithNumbersFromElsewhere() {
        for (String[] row : Reference.rows("softmax_backward.csv")) {
            Vector upstream = Reference.vector(row[2]);
            SoftmaxBackward back = of(Double.parseDouble(row[1]), Reference.vector(row[0]), upstream);
            Reference.close(back.gradient(), Reference.vector(row[3]), 1e-12, upstream.largest() * 1e-6);
        }
    }

    /** −1/p at the truth and 0 elsewhere is the upstream of a loss: what comes out is p − y. */
    @Test
    void theUpstreamOfALossLeavesPMinusY() {
        Loss loss = new Loss(Vector.of(2.1, 0.5, -1, -0.5), 3, 1);
        Vector upstream = Vector.of(0, 0, -1 / loss.p().get(2), 0);
        Reference.close(of(1, loss.logits(), upstream).gradient(), loss.gradient(), 1e-14, 0);
    }

    /** e^0.1/(1 + e^0.1) is 0.52497918747894; the mean of 1 and minus its odds is then 0 but for the last digits. */
    @Test
    void lostDigitsAreTold() {
        SoftmaxBackward back = of(1, Vector.of(0, 0.1), Vector.of(Math.exp(0.1), -1));
        assertThat(back.meanDoubt()).hasValueSatisfying(doubt -> assertThat(doubt)
                .startsWith("cancellation has lost digits: it may be off by "));
        assertThat(of(1, Vector.of(0, 0), Vector.of(1, -1)).meanDoubt()).isEmpty();
        assertThat(of(1, Vector.of(1, 0, 0), Vector.of(Math.exp(-1), 0.5, 0.3)).gradientDoubt())
                .isEmpty();
        assertThat(of(1, Vector.of(0, 0.1, 0.2), Vector.of(1, 1 + 1e-14, 1 + 3e-14))
                        .gradientDoubt())
                .isEmpty();
        assertThat(of(1, Vector.of(0.2, 0.1, -7), Vector.of(1, 0, 1 / (1 + Math.exp(-0.1))))
                        .gradientDoubt())
                .isPresent();
    }

    @Property
    void isTheJacobianTimesTheUpstreamAndSumsToZero(@ForAll("ordinary") Vector logits, @ForAll("ordinary") Vector u) {
        Vector upstream = u.resized(logits.size());
        SoftmaxBackward back = of(0.7, logits, upstream);
        Matrix jacobian = new Softmax(logits, 0.7).jacobian();
        for (int j = 0; j < logits.size(); j++) {
            double row = new Dot(jacobian.row(j), upstream).value();
            assertThat(back.gradient().get(j)).isCloseTo(row, within(1e-12));
        }
        assertThat(back.gradient().sum()).isCloseTo(0, within(1e-12));
    }

    @Property
    void aNumberAddedToTheUpstreamChangesNothing(@ForAll("ordinary") Vector logits, @ForAll("ordinary") Vector u) {
        SoftmaxBackward back = of(1, logits, u.resized(logits.size()));
        SoftmaxBackward moved = back.withUpstream(back.upstream().map(slope -> slope + 1024));
        Reference.close(moved.gradient(), back.gradient(), 1e-9, 1e-2);
    }

    @Property
    void nothingIsNaN(@ForAll("logits") Vector logits, @ForAll("wild") Vector upstream) {
        Vector slopes = of(5e-324, logits, upstream.resized(logits.size())).gradient();
        assertThat(slopes.stream().anyMatch(Double::isNaN)).isFalse();
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> of(1, Vector.of(1, 2), Vector.of(1)))
                .hasMessage("upstream has 1 numbers and logits has 2: give both as many");
        assertThatThrownBy(() -> of(1, Vector.of(1), Vector.of(Double.NEGATIVE_INFINITY)))
                .hasMessage("upstream -inf: every number must be finite");
    }

    @Provide
    Arbitrary<Vector> ordinary() {
        return Given.vectors(Arbitraries.doubles().between(-9, 9), 6);
    }

    @Provide
    Arbitrary<Vector> logits() {
        return Given.logits(6);
    }

    @Provide
    Arbitrary<Vector> wild() {
        return Given.vectors(Given.WILD, 6);
    }
}
