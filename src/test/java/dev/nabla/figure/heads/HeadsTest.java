package dev.nabla.figure.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.gpt.Parts;
import dev.nabla.gpt.Recipe;
import dev.nabla.math.Attention;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What heads look at, and the training that it comes from. */
class HeadsTest {
    private static final HeadsFigure FIGURE = new HeadsFigure();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSharesAreThoseOfTraining(boolean causal) {
        HeadsModel model = FIGURE.start().withCausal(causal).withSteps(60);
        Recipe recipe = model.film().recipe();
        Parts parts = new Parts(
                model.film().at(60).weights(), recipe.cut(), recipe.corpus().tokens("amelia"));
        List<Attention> heads = model.heads(60);
        for (int h = 0; h < heads.size(); h++) {
            for (int t = 0; t < parts.places(); t++) {
                assertThat(heads.get(h).weights(t).toArray())
                        .containsExactly(parts.layer(0).shares().get(h).row(t).toArray(), within(1e-12));
            }
        }
    }

    @Test
    void withoutTheMaskAnotherModelIsTrainedAnewAndUndoBringsTheOldOneBack() {
        FigureState<HeadsModel> live = FigureState.of(FIGURE).set("steps", "50");
        FigureState<HeadsModel> other = live.play("mask");
        assertThat(other.model().steps()).isZero();
        assertThat(other.model().film()).isNotEqualTo(live.model().film());
        assertThat(other.undo().model()).isEqualTo(live.model());
    }

    @Test
    void aLongJumpIsShownAsFarAsItHasComeAndStartsNothing() {
        FigureState<HeadsModel> live = FigureState.of(FIGURE);
        assertThat(live.model().steps()).isZero();
        FigureState<HeadsModel> jump = live.play("mask").worked(1).set("steps", "3000");
        assertThat(jump.shown().steps()).isLessThan(3000);
        assertThat(jump.worked(Integer.MAX_VALUE).shown().steps()).isEqualTo(3000);
    }

    @Test
    void aShorterNameKeepsThePlaceWithinIt() {
        FigureState<HeadsModel> live = FigureState.of(FIGURE).set("position", "7");
        assertThat(live.set("name", "al").model().position()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"position, dot", "head, loss", "name, softmax", "steps, train"})
    void eachRowLeadsToTheFigureThatTaughtIt(String knob, String figure) {
        assertThat(FigureState.of(FIGURE).take(new Focus(knob, 0)).opens()).contains(figure);
    }
}
