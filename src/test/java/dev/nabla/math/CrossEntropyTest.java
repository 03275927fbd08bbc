package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.expression.Numerals;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Many predictions have one loss. */
class CrossEntropyTest {
    private static CrossEntropy batch(String logits, Integer... truth) {
        return new CrossEntropy(Numerals.matrix(logits), List.of(truth));
    }

    @Test
    void twoRowsByHand() {
        CrossEntropy batch = batch("0,0;0,log(3)", 1, 1);
        Reference.close(batch.rows(), Vector.of(Math.log(2), Math.log(4)), 1e-15, 1);
        assertThat(batch.bits()).isCloseTo(1.5, within(1e-15));
        assertThat(batch.perplexity()).isCloseTo(Math.sqrt(8), within(1e-14));
        Reference.close(batch.gradient().row(0), Vector.of(-0.25, 0.25), 1e-15, 1);
        Reference.close(batch.gradient().row(1), Vector.of(-0.375, 0.375), 1e-15, 1);
    }

    @Test
    void agreesWithNumbersFromElsewhere() {
        for (String[] row : Reference.rows("cross_entropy.csv")) {
            List<Integer> truth =
                    Arrays.stream(row[1].split(",")).map(Integer::valueOf).toList();
            CrossEntropy batch = new CrossEntropy(Reference.matrix(row[0]), truth);
            Reference.close(batch.rows(), Reference.vector(row[2]), 1e-13, 0);
            Reference.close(Vector.of(batch.nats()), Reference.vector(row[3]), 1e-13, 0);
            Matrix slopes = Reference.matrix(row[4]);
            for (int i = 0; i < slopes.rows(); i++) {
                Reference.close(batch.gradient().row(i), slopes.row(i), 1e-12, 1e-300);
            }
        }
    }

    @Property
    void aNumberAddedToARowChangesNothing(
            @ForAll @Size(min = 6, max = 6) List<@DoubleRange(min = -9, max = 9) Double> logits) {
        Matrix rows = Given.matrix(logits, 0, 2, 3);
        CrossEntropy batch = new CrossEntropy(rows, List.of(2, 3));
        CrossEntropy moved = batch.withLogits(Matrix.of(rows.row(0).map(z -> z + 64), rows.row(1)));
        assertThat(moved.nats()).isCloseTo(batch.nats(), within(1e-12));
        assertThat(batch.gradient().row(0).sum()).isCloseTo(0, within(1e-15));
    }

    @Test
    void theMeanOfHugeLossesIsFinite() {
        assertThat(batch("1.7e308,0;1.7e308,0", 2, 2).nats()).isEqualTo(1.7e308);
        assertThat(batch("0,-inf;0,0", 2, 1).nats()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aWrongRowIsNamed() {
        assertThatThrownBy(() -> batch("0,0;0,0", 1, 3)).hasMessage("row 2: truth 3: type a position from 1 to 2");
        assertThatThrownBy(() -> batch("0,0;-inf,-inf", 1, 1))
                .hasMessage("row 2: logits -inf,-inf: every token is masked; leave at least one finite logit");
        assertThatThrownBy(() -> batch("0,0;0,0", 1))
                .hasMessage("truth and logits do not fit: positions 1, rows 2; give a position for each row");
    }
}
