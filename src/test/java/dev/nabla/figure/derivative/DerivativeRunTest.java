package dev.nabla.figure.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestsFigures
class DerivativeRunTest {
    private static final FigureState<?> OPENED = FigureState.of(new DerivativeFigure());

    private static String eps(FigureState<?> figure) {
        return figure.settings().getOrDefault("eps", "2");
    }

    private static String body(FigureState<?> figure, int width, int height) {
        Canvas canvas = new Canvas(new Size(width, height), Font.of(Glyphs.BRAILLE));
        figure.body(canvas);
        return String.join("\n", canvas.frame().rows());
    }

    @Test
    void aRunTakesEpsThroughTheSizesAndRests() {
        FigureState<?> figure = OPENED.run();
        List<String> sizes = new ArrayList<>(List.of(eps(figure)));
        while (figure.cursor().running()) {
            figure = figure.tick();
            sizes.add(eps(figure));
        }
        assertThat(sizes).containsExactly("2", "1", "0.5", "0.2", "0.1", "0.05", "0.02");
        assertThat(figure.isOver()).isTrue();
        assertThat(eps(figure.run())).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.2", "3,1", "0.02,0.02", "0.001,0.02"})
    void aStepGoesOnToTheNextSmallerSize(String from, String to) {
        FigureState<?> figure = OPENED.set("eps", from);
        assertThat(eps(figure.step(1))).isEqualTo(to.equals("0.02") ? "0.02" : to);
    }

    @Test
    void whatIsStillToComeIsADotWhileItRunsAndANumberAtRest() {
        assertThat(body(OPENED, 80, 18)).contains("0.02           0.505     0.005", "→ 0            0.500");
        FigureState<?> running = OPENED.run().tick();
        assertThat(body(running, 80, 18))
                .contains("• 1              0.750     0.250", "0.5                ·         ·")
                .contains("→ 0                ·         ·");
        assertThat(running.sentence()).isEqualTo("ε = 1: the secant has slope 0.75; the tangent has 0.5");
    }

    @Test
    void aSizeOfOnesOwnStandsInItsPlace() {
        assertThat(body(OPENED.set("eps", "0.3"), 80, 18)).containsSubsequence("0.5 ", "• 0.3 ", "0.2 ");
        assertThat(body(OPENED.set("eps", "0.3"), 60, 15)).contains("• 0.3");
    }
}
