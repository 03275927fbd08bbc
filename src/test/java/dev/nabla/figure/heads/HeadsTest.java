package dev.nabla.figure.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.WorkLimit;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.Attention;
import dev.nabla.math.Vector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What heads look at, and the training that it comes from. */
@TestsFigures
class HeadsTest {
    private static final HeadsFigure FIGURE = new HeadsFigure();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSharesAreThoseOfTraining(boolean causal) {
        HeadsModel model = FIGURE.start().withCausal(causal).withSteps(60);
        Recipe recipe = model.film().recipe();
        ForwardTrace parts = new ForwardTrace(
                model.film().snapshot(60).weights(),
                recipe.cut(),
                recipe.corpus().tokens("amelia"));
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

    /** nll, block, embedding, backprop, babble and train show the standard recipe unless told. */
    @Test
    void onAScheduleOfAThousandTheModelIsThatOfTheOtherFigures() {
        assertThat(FIGURE.start().film()).isNotEqualTo(TrainingRun.standard());
        assertThat(FIGURE.start().withOf(1000).film()).isEqualTo(TrainingRun.standard());
        Map<String, String> asked = Map.of("name", "jerrylee", "head", "1", "position", "8", "steps", "1000");
        Map<String, String> shorter = new HashMap<>(asked);
        shorter.put("of", "1000");
        assertThat(share(asked)).isCloseTo(0.4460, within(5e-5));
        assertThat(share(shorter)).isCloseTo(0.2534, within(5e-5));
    }

    private static double share(Map<String, String> asked) {
        HeadsModel model = Settings.apply(FIGURE, FIGURE.start(), asked);
        return ((Value.Real) FIGURE.facts(model).get(0).value()).value();
    }

    @ParameterizedTest
    @CsvSource({"of=1000, 0", "cut=mlp, 0", "cut=none, 50", "of=20000, 50", "causal=true, 50"})
    void anotherRecipeIsTrainedAnew(String setting, long steps) {
        String[] words = setting.split("=");
        FigureState<HeadsModel> live = FigureState.of(FIGURE).set("steps", "50").set(words[0], words[1]);
        assertThat(live.model().steps()).isEqualTo(steps);
    }

    @Test
    void theMaskIsOneOfTheCuts() {
        HeadsModel start = FIGURE.start();
        assertThat(start.withCausal(false)).isEqualTo(start.withCut(Ablation.MASK));
        assertThat(start.withCut(Ablation.MASK).causal()).isFalse();
        assertThat(start.withCut(Ablation.MASK).withCausal(true)).isEqualTo(start);
        assertThat(start.withCut(Ablation.MLP).withCausal(true).cut()).isEqualTo(Ablation.MLP);
    }

    /** No slope reaches them. */
    @Test
    void withoutHeadsTheirWeightsStayAsTheyBegan() {
        HeadsModel cut = FIGURE.start().withCut(Ablation.HEADS).withSteps(30);
        Vector before = cut.heads(0).get(0).q().row(0);
        assertThat(cut.heads(30).get(0).q().row(0)).isNotEqualTo(before);
        Shape.Slice wq = cut.film().recipe().shape().slice(Shape.Tensor.ATTN_WQ, 0);
        for (int i = 0; i < wq.count(); i++) {
            double began = cut.withSteps(0).weights().get(wq.from() + i);
            assertThat(cut.weights().get(wq.from() + i)).isEqualTo(began);
        }
    }

    /** A step takes about 0.1 ms, and 2 s are fair. */
    @Test
    void whereOthersWaitTheUsualScheduleIsFairAndTheLongestIsNot() {
        assertThat(FIGURE.effort(FIGURE.start().withSteps(20_000))).isLessThanOrEqualTo(WorkLimit.ANSWER);
        assertThat(FIGURE.effort(FIGURE.start().withOf(100_000).withSteps(100_000)))
                .isGreaterThan(WorkLimit.ANSWER);
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
    void whileItRunsOnlyTheNumbersOfTheSentenceChange() {
        FigureState<HeadsModel> run =
                FigureState.of(FIGURE).worked(Integer.MAX_VALUE).run();
        Set<String> words = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            run = run.tick().worked(Integer.MAX_VALUE);
            words.add(run.sentence().replaceAll("[0-9.]+", "#"));
        }
        assertThat(words).containsExactly("Training: head # gives the letter before #, the dot # on average");
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
