package dev.nabla.figure.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.TestsFigures;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The rows of FIG.11: what the norm makes of them, and how they move in training. */
@TestsFigures
class EmbeddingTest {
    private static final EmbeddingModel START = new EmbeddingFigure().start();

    /** The squares of (3, 4) have the mean 12.5. */
    @Test
    void theNormDividesByTheRootMeanSquare() {
        Vector row = Vector.of(3, 4);
        assertThat(EmbeddingModel.rootMeanSquare(row)).isCloseTo(Math.sqrt(12.50001), within(1e-12));
        Vector normed = EmbeddingModel.normed(row);
        assertThat(EmbeddingModel.rootMeanSquare(normed)).isCloseTo(1, within(1e-5));
        assertThat(normed.get(0) / normed.get(1)).isCloseTo(0.75, within(1e-12));
    }

    /** Sixteen numbers whose squares have the mean 1 have the length 4, and the direction stays. */
    @Test
    void withTheNormBothRowsAreEquallyLongAndTheCosineStays() {
        Matrix wte = START.wte();
        EmbeddingModel normed = START.withNormed(true);
        assertThat(normed.shownRows(wte).a().norm()).isCloseTo(4, within(1e-3));
        assertThat(normed.shownRows(wte).b().norm()).isCloseTo(4, within(1e-3));
        assertThat(normed.shownRows(wte).cosine().orElseThrow())
                .isCloseTo(START.shownRows(wte).cosine().orElseThrow(), within(1e-12));
        assertThat(normed.nearest(wte)).isEqualTo(START.nearest(wte));
    }

    /** Adam goes on after a name with a q, although the slope of its row of wte is 0 in each of these steps. */
    @Test
    void aRowThatWasNotReadHasNoSlopeAndMovesAllTheSame() {
        int q = Corpus.standard().letters("q")[0];
        int steps = 300;
        TrainingRun run = TrainingRun.standard();
        int columns = START.wte().columns();
        for (int step = 1; step <= steps; step++) {
            boolean named = run.learnt(step).stream()
                    .anyMatch(name -> Arrays.stream(name).anyMatch(each -> each == q));
            double[] slopes = run.slopes(step).toArray();
            double largest = Arrays.stream(slopes, q * columns, (q + 1) * columns)
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            assertThat(largest == 0).as("step %s", step).isEqualTo(!named);
        }
        Matrix walks = START.withToken(q).withSteps(steps).walks();
        assertThat(walks.get(0, 1)).isGreaterThan(walks.get(0, 0)).isPositive();
    }

    /** Of 1,000 steps seven have a name with a q. The row of lm_head gets a slope in every step. */
    @Test
    void inAThousandStepsMostOfItsWayIsInNamesWithoutIt() {
        Matrix walks = START.withToken(Corpus.standard().letters("q")[0]).walks();
        assertThat(walks.get(0, 0)).isCloseTo(0.16, within(0.005));
        assertThat(walks.get(0, 1)).isCloseTo(0.86, within(0.005));
        assertThat(walks.get(1, 0)).isCloseTo(0.15, within(0.005));
        assertThat(walks.get(1, 1)).isCloseTo(3.48, within(0.005));
    }
}
