package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.matmul.MatmulFigure;
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

    @Test
    void anEmptyNameIsSaidInWords() {
        FigureState<?> babble = FigureState.of(Figures.named("babble")).set(Map.of("dice", "5", "tau", "1"));
        assertThat(babble.facts()).containsEntry("name is", "(nothing)");
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
