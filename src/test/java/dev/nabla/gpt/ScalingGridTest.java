package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.math.ScalingLaw.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingGridTest {
    private static final ScalingGrid GRID = new ScalingGrid(1);

    @Test
    void eachRunHasAScheduleOfItsOwn() {
        assertThat(GRID.run(0).recipe().shape().nEmbd()).isEqualTo(4);
        assertThat(GRID.run(0).of()).isEqualTo(125);
        assertThat(GRID.run(19).recipe().shape().nEmbd()).isEqualTo(16);
        assertThat(GRID.run(19).of()).isEqualTo(2000);
        for (int i = 0; i < ScalingGrid.RUNS; i++) {
            Recipe recipe = GRID.run(i).recipe();
            assertThat(recipe.shape().headSize()).isEqualTo(4);
            assertThat(recipe.batch()).isEqualTo(4);
            assertThat(recipe.etaAt(recipe.of())).isZero();
        }
    }

    @Test
    void workIsSixPerWeightAndToken() {
        assertThat(ScalingGrid.work(16, 1000)).isEqualTo(6.0 * 4192 * 7 * 1000);
        assertThat(ScalingGrid.names(8, ScalingGrid.work(8, 3584))).isEqualTo(3584);
        assertThat(ScalingGrid.names(24, 1)).isEqualTo(4);
    }

    /** Each size and each reading lowers the loss, and no loss is far from the law. */
    @Test
    void theLawFitsEveryRun() {
        for (int i = 0; i < ScalingGrid.RUNS; i++) {
            Measured run = GRID.measured(i);
            assertThat(GRID.law().loss(run.n(), run.d())).isCloseTo(run.loss(), within(0.035));
        }
        assertThat(GRID.law().rms(GRID.measured())).isLessThan(0.015);
        assertThat(GRID.law().c()).isBetween(1.5, 2.15);
    }

    /** The largest grid run is predicted by the shape of the law, not by itself: the forecast is for twice its size. */
    @ParameterizedTest
    @CsvSource({"24, 8000, 0.03", "16, 16000, 0.03"})
    void aStepBeyondTheGridIsPredicted(int nEmbd, int names, double most) {
        double came = ScalingGrid.run(nEmbd, names, ScalingGrid.ETA, 1).loss();
        double n = ScalingGrid.shape(nEmbd).parameters();
        assertThat(GRID.law().loss(n, names)).isCloseTo(came, within(most));
    }
}
