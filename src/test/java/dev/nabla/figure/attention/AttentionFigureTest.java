package dev.nabla.figure.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestsFigures
class AttentionFigureTest {
    private static final AttentionFigure FIGURE = new AttentionFigure();
    private static final FigureState<AttentionModel> OPENED = FigureState.of(FIGURE);

    private static AttentionModel set(String settings) {
        return Settings.apply(FIGURE, FIGURE.start(), Samples.settings(settings));
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

    /** The selected row comes first, stage by stage, then the other rows from the top; what is to come are dots. */
    @Test
    void theRunFillsThePictureRowByRowInLessThanSixSeconds() {
        List<Integer> open = new ArrayList<>();
        FigureState<AttentionModel> live = OPENED;
        for (int stage = 1; stage <= OPENED.model().stages(); stage++) {
            live = live.set("stage", String.valueOf(stage));
            open.add(dots(live));
        }
        assertThat(open)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates()
                .endsWith(dots(OPENED));
        Figure.Pace pace = FIGURE.stepper().orElseThrow().pace().apply(OPENED.model());
        assertThat(pace.millis() * OPENED.model().stages() / pace.perTick()).isBetween(2_000, 6_000);
    }

    private static int dots(FigureState<AttentionModel> live) {
        Frame frame = live.view(new Size(80, 23), Font.of(Glyphs.BRAILLE));
        return IntStream.range(2, 22)
                .map(y -> (int) frame.row(y).chars().filter(sign -> sign == '·').count())
                .sum();
    }

    @Test
    void inPlainWordsThereIsNoMaskToSeeOrToPlay() {
        FigureState<AttentionModel> plain = OPENED.set("words", "plain");
        for (Size size : new Size[] {new Size(60, 19), new Size(80, 23), new Size(120, 35)}) {
            assertThat(OPENED.view(size, Font.of(Glyphs.BRAILLE)).handles())
                    .extracting(Handle::name)
                    .contains("scale", "causal");
            assertThat(plain.view(size, Font.of(Glyphs.BRAILLE)).handles())
                    .extracting(Handle::name)
                    .contains("scale")
                    .doesNotContain("causal");
        }
        assertThat(OPENED.offers("mask")).isTrue();
        assertThat(plain.offers("mask")).isFalse();
        assertThat(plain.play("mask").model().causal()).isFalse();
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
