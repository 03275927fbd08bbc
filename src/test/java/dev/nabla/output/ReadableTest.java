package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.softmax.SoftmaxFigure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadableTest {
    private static final DescentFigure DESCENT = new DescentFigure();

    @Test
    void namesAndValuesStandInColumns() {
        List<String> lines = Readable.facts(DESCENT, DESCENT.start().withSteps(3), fact -> true, 6)
                .lines()
                .toList();
        assertThat(lines)
                .startsWith(
                        "theta         -1.77433  0.330523", "loss          1.06465", "gradient      -1.0646   0.727151")
                .contains("status        descending", "threshold     0.909091", "factor        0.892");
    }

    @Test
    void onlyWantedFactsArePrinted() {
        assertThat(Readable.facts(DESCENT, DESCENT.start(), fact -> fact.name().equals("loss"), 6))
                .isEqualTo("loss  4.35\n");
    }

    @Test
    void unitsFollowTheirNumbers() {
        SoftmaxFigure softmax = new SoftmaxFigure();
        assertThat(Readable.facts(softmax, softmax.start(), fact -> true, 6).lines())
                .contains("entropy_bits  1.11796 bits", "entropy_nats  0.774913 nats", "argmax        1");
    }

    @Test
    void whatDoesNotExistSaysWhy() {
        assertThat(Readable.facts(DESCENT, DESCENT.start(), fact -> fact.name().equals("diverged_at"), 6))
                .isEqualTo("diverged_at  none: the loss stayed a number\n");
    }

    @Test
    void aPathIsALineAStep() {
        assertThat(Readable.facts(
                        DESCENT,
                        DESCENT.start().withSteps(2),
                        fact -> fact.name().equals("path"),
                        6))
                .isEqualTo("path  -2.5      1.5\n      -2.23     0.906\n      -1.98916  0.547224\n");
    }

    @Test
    void whatIsNoNumberHasItsName() {
        assertThat(Readable.facts(
                        DESCENT,
                        DESCENT.start().withEta(1e300).withSteps(2),
                        fact -> fact.name().equals("theta"),
                        6))
                .isEqualTo("theta  -inf  inf\n");
    }
}
