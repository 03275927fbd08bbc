package dev.nabla.figure.nll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Focus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss of a model that is still being trained, and of names of any length. */
@TestsFigures
class NllTest {
    private static final Figure.Budget ALL = Figure.Budget.of(Integer.MAX_VALUE);

    private static NllModel after(long steps) {
        return new NllFigure().start().withSteps(steps);
    }

    @Test
    void atRestTheHeldOutNamesAreReadAtTheStepItself() {
        assertThat(after(250).shown(false, ALL)).isEqualTo(after(250));
        assertThat(after(0).shown(false, ALL)).isEqualTo(after(0));
    }

    @Test
    void aRunReadsThemAtItsMarks() {
        assertThat(after(250).shown(true, ALL)).isEqualTo(new NllModel("amelia", 3, 250, 200));
        assertThat(after(30).shown(true, ALL)).isEqualTo(new NllModel("amelia", 3, 30, 0));
    }

    /** Steps that no other test looks at. */
    @Test
    void whatIsNotTrainedYetShowsHowFarItIs() {
        NllModel now = after(777).shown(false, Figure.Budget.of(0));
        int pieces = 0;
        while (!now.equals(after(777))) {
            assertThat(now.examined()).isLessThanOrEqualTo(now.steps());
            now = after(777).shown(false, Figure.Budget.of(1));
            pieces++;
        }
        assertThat(pieces).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"a, 2", "zoe, 3", "amelia, 3"})
    void thePlaceStaysWithinTheName(String name, long position) {
        FigureState<NllModel> live = FigureState.of(new NllFigure()).set("name", name);
        assertThat(live.model().position()).isEqualTo(position);
        FigureState<NllModel> reset = live.take(new Focus("position", 0)).resetKnob();
        assertThat(reset.model().position()).isEqualTo(position);
    }

    /** Each share is pushed down and the truth up, by as much together. */
    @Test
    void whatIsHandedBackSumsToNothing() {
        NllModel model = after(1000);
        for (int position = 1; position <= model.places(); position++) {
            assertThat(Math.abs(model.withPosition(position).gradient().sum())).isLessThan(1e-15);
        }
    }
}
