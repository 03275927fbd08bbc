package dev.nabla.figure.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.figure.ShellLine;
import dev.nabla.figure.Stride;
import dev.nabla.figure.Value;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import dev.nabla.math.Attention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionFigureTest {
    private static final AttentionFigure FIGURE = new AttentionFigure();
    private static final FigureState<AttentionModel> OPENED = FigureState.of(FIGURE);

    private static AttentionModel set(String settings) {
        return Settings.apply(FIGURE, FIGURE.start(), Samples.settings(settings));
    }

    @Test
    void spaceWorksOutTheChosenRowAndThenTheNextOnes() {
        FigureState<AttentionModel> first = OPENED.step(1);
        assertThat(first.model().row()).isEqualTo(2);
        assertThat(first.model().isWeighed(1)).isTrue();
        assertThat(first.model().isWeighed(2)).isFalse();
        assertThat(first.sentence()).isEqualTo("its meets every key in a dot product: cat gives 3.75");
        FigureState<AttentionModel> weighed = first.step(3);
        assertThat(weighed.model().isWeighed(2)).isTrue();
        assertThat(weighed.model().terms()).isZero();
        FigureState<AttentionModel> added = weighed.step(2);
        assertThat(added.model().column()).isEqualTo(1);
        assertThat(added.sentence()).isEqualTo("its adds 0.026 of the value of licks: out₁ = 1.46 so far");
        assertThat(added.step(3).model().row()).isEqualTo(3);
    }

    @Test
    void aRunEndsWithTheLastTermOfTheLastRow() {
        FigureState<AttentionModel> run = OPENED.run();
        for (int i = 0; i < 100; i++) {
            run = run.tick();
        }
        assertThat(run.cursor().running()).isFalse();
        assertThat(run.model().stage()).isEqualTo(2 * (4 + 4));
        assertThat(run.sentence()).isEqualTo("paw adds 0.032 of the value of paw: the output is complete");
    }

    @Test
    void backAtTheFirstStageTheChosenWeightIsLookedAtAgain() {
        AttentionModel later = set("cell=2,3").withStage(15);
        assertThat(later.row()).isEqualTo(2);
        assertThat(later.withStage(0)).isEqualTo(set("cell=2,3"));
    }

    @Test
    void theArrowsWalkOverTheWeightsAndEndTheWorking() {
        FigureState<AttentionModel> walked = OPENED.step(6).nudge(1, 1, Stride.STEP);
        assertThat(walked.model().isTracing()).isFalse();
        assertThat(walked.model().row()).isEqualTo(1);
        assertThat(walked.model().column()).isEqualTo(2);
    }

    @Test
    void theMaskCanBeTakenBack() {
        FigureState<AttentionModel> masked = OPENED.play("mask");
        assertThat(masked.model().causal()).isTrue();
        assertThat(masked.sentence()).isEqualTo("its sees 3 keys, none that comes later: scores there are −∞");
        assertThat(masked.play("mask").model()).isEqualTo(FIGURE.start());
    }

    @Test
    void theScaleFollowsTheLengthOfAQueryUntilItIsSet() {
        String threes = "q=1,2,3 k=1,2,3;4,5,6 v=1;2";
        assertThat(set(threes).scale()).isEqualTo(Attention.usualScale(3));
        assertThat(set(threes + " scale=0.5").scale()).isEqualTo(0.5);
    }

    @Test
    void theCommandReadsBackToTheSameModelAlsoWhereTheScaleIsThatOfAnotherLength() {
        AttentionModel odd = set("q=1,2,3 k=1,2,3;4,5,6 v=1;2 scale=1/sqrt(2)");
        assertThat(odd.scale()).isEqualTo(FIGURE.start().scale());
        assertThat(ShellLine.solving(FIGURE, odd))
                .isEqualTo("nabla solve attention --q 1,2,3 --k '1,2,3;4,5,6' --v '1;2' --scale 0.7071067811865475");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=1,2,3 k=1,2,3;4,5,6 v=1,2,3;4,5,6 | 2 of 3 | 2 of 3 | 2 of 3",
                "q=1,2,3 k=1,2;4,5 v=1,2;3,4         | 2 of 3 | ''     | ''",
                "q=1,2 k=1,2,3;4,5,6 v=1,2;3,4       | query  | 2 of 3 | ''",
                "q=1,2 k=1,2;4,5 v=1,2,3,4;5,6,7,8   | query  | ''     | 2 of 4"
            })
    void entriesThatDoNotFitAreCounted(String settings, String atQueries, String atKeys, String atValues) {
        for (Size size : new Size[] {new Size(60, 19), new Size(80, 23), new Size(120, 35)}) {
            AttentionModel model = set(settings);
            Frame frame = FigureState.of(FIGURE, model).view(size, Font.of(Glyphs.BRAILLE));
            assertThat(before("q₁", frame)).isEqualTo(atQueries);
            assertThat(before("k₂", frame)).isEqualTo(atKeys);
            assertThat(before("v₂", frame)).isEqualTo(atValues);
        }
    }

    /** The text before a word, in the first row that has it. */
    private static String before(String word, Frame frame) {
        for (int y = 0; ; y++) {
            int at = frame.row(y).indexOf(word);
            if (at >= 0) {
                return frame.row(y).substring(0, at).strip();
            }
        }
    }

    @Test
    void aComplaintHasTheShapesOfThePicture() {
        FigureState<AttentionModel> odd = FigureState.of(FIGURE, set("k=2,0.5,1;0,2,1;0.5,-2,1;-1,0,1"));
        assertThat(odd.sentence()).startsWith("No weights, no output: q is 4×2 and k is 4×3: a query meets");
        assertThat(FIGURE.facts(odd.model()).get(0).value())
                .isInstanceOf(Value.Absent.class)
                .asString()
                .contains("4x2");
    }

    @Test
    void everyWeightCanBeClicked() {
        for (Size size : new Size[] {new Size(60, 19), new Size(80, 23), new Size(120, 35)}) {
            Frame frame = OPENED.view(size, Font.of(Glyphs.BRAILLE));
            Handle cells = frame.handles().stream()
                    .filter(handle ->
                            handle.name().equals("cell") && handle.area().width() > 10)
                    .findFirst()
                    .orElseThrow();
            for (int y = 0; y < frame.size().height(); y++) {
                int x = frame.row(y).indexOf("0.92");
                if (x >= 0) {
                    assertThat(cells.across().value(x + 2)).isBetween(2.5, 3.5);
                    assertThat(cells.up().value(y)).isEqualTo(4);
                }
            }
        }
    }
}
