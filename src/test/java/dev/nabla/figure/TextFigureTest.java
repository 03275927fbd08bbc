package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.output.PlainText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sentences that a screen reader speaks about a figure's results. */
class TextFigureTest {
    @Test
    void aCountIsTheSubjectInTheSingular() {
        for (Figure<?> figure : Figures.all()) {
            FigureState.of(figure).facts().forEach((subject, value) -> {
                if (value.matches("[0-9,]+") && !subject.startsWith("number of ")) {
                    assertThat(subject).as(figure.info().id()).doesNotContain("s is");
                }
            });
        }
    }

    @Test
    void aGreekLetterIsExplained() {
        assertThat(FigureState.of(Figures.named("derivative")).knobSentences()).contains("ε, the nudge of x, is 2.");
    }

    /** A screen reader spells {@code a_rows}. Names of the model's own code, like n_embd, are taught. */
    @Test
    void aKnobIsNotNamedAsOnTheCommandLine() {
        List<String> told = Figures.all().stream()
                .flatMap(figure -> FigureState.of(figure).knobSentences().stream())
                .toList();
        assertThat(told).contains("number of rows of A is 2.", "head of layer 1 that is shown is 2.");
        assertThat(told.stream().filter(sentence -> sentence.matches("\\w*_.*")))
                .allMatch(sentence -> sentence.matches("(n_embd|n_head|n_layer|block_size|top_k|top_p) is .*"));
    }

    @Test
    void anEmptyNameIsSaidInWords() {
        FigureState<?> babble = FigureState.of(Figures.named("babble")).set(Map.of("dice", "5", "tau", "1"));
        assertThat(babble.facts()).containsEntry("name is", "(nothing)");
    }

    @Test
    void aLargeNumberHasCommasBeforeItsPoint() {
        FigureState<?> far = FigureState.of(Figures.named("derivative")).set(Map.of("f", "x^2", "x", "100"));
        assertThat(far.facts()).containsEntry("f(x) is", "10,000.000").containsEntry("slope is", "200.000");
    }

    /** In a window of 60x20 this figure was one paragraph of nine lines. */
    @Test
    void resultsKeepLinesOfTheirOwnWhereTheKnobsAreJoined() {
        Canvas canvas = new Canvas(new Size(60, 15), Font.of(Glyphs.BRAILLE));
        FigureState.of(Figures.named("wish"))
                .show(ViewState.Mode.TEXT)
                .worked(Integer.MAX_VALUE)
                .body(canvas);
        List<String> lines =
                PlainText.of(canvas.frame()).lines().map(String::strip).toList();
        assertThat(lines.get(0)).startsWith("► wish is ends in a. β pull back is");
        assertThat(lines).contains("reward is 0.225.", "moved is 0.000 nats.", "its advantage is −0.577.");
    }

    @Test
    void aCountHasCommas() {
        FigureState<?> large = FigureState.of(new MatmulFigure())
                .set(Map.of("a_rows", "64", "a_columns", "64", "b_rows", "64", "b_columns", "64"));
        assertThat(large.facts())
                .containsEntry("number of multiplications is", "262,144")
                .containsEntry("number of rows of C is", "64");
    }
}
