package dev.nabla.figure.nll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.math.Vector;
import dev.nabla.output.PlainText;
import java.util.List;
import java.util.Optional;
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

    private static Vector gradient(NllModel model) {
        return NllFigure.NllResults.of(model).gradient();
    }

    /** Each share is pushed down and the truth up, by as much together. */
    @Test
    void whatIsHandedBackSumsToNothing() {
        NllModel model = after(1000);
        for (int position = 1; position <= model.places(); position++) {
            assertThat(Math.abs(gradient(model.withPosition(position)).sum())).isLessThan(1e-15);
        }
    }

    @Test
    void anOpenGuessHidesWhatItAsksForOnceTheFigureWasTouched() {
        FigureState<NllModel> opened = FigureState.of(new NllFigure());
        List<String> asked = List.of("loss", "bits", "perplexity", "p", "nats", "slope", "shares");
        List<String> told = List.of("1.865", "2.69", "6.5 equal letters", "0.129", "2.05", "−0.871", "0.071", "2.64");
        Guess guess = new Guess(asked, Optional.empty(), false);
        assertThat(picture(opened.guessing(guess))).contains(told);
        FigureState<NllModel> touched = opened.set("name", "amelie").set("name", "amelia");
        assertThat(picture(touched)).contains(told);
        for (String number : told) {
            assertThat(picture(touched.guessing(guess))).doesNotContain(number);
        }
    }

    @Test
    void anOpenGuessTakesALossOffTheScale() {
        FigureState<NllModel> opened = FigureState.of(new NllFigure());
        assertThat(picture(opened)).contains("ln 27 = 3.296", "this model 2.323", "by pair 2.424");
        Guess guess = new Guess(List.of("uniform", "held_out"), Optional.empty(), false);
        assertThat(picture(opened.guessing(guess)))
                .contains("by pair 2.424")
                .doesNotContain("3.296")
                .doesNotContain("2.323");
    }

    private static String picture(FigureState<?> live) {
        return PlainText.of(live.view(new Size(120, 35), Font.of(Glyphs.BRAILLE)));
    }
}
