package dev.nabla.figure.dot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.math.Dot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is beyond every double: it is not infinite, and the figure does not say so. */
@TestsFigures
class DotFigureTest {
    private static final DotFigure FIGURE = new DotFigure();

    @Test
    void productsBeyondEveryDoubleAreWorkedOutAsPowersOfTen() {
        assertThat(FIGURE.steps(live("a=1e308,1e308 b=-1e308,3").model()))
                .containsExactly(
                        "a₁·b₁ = 1e308·(−1e308) = −1e616",
                        "a₂·b₂ = 1e308·3 = 3e308",
                        "a·b = (−1e616) + 3e308 = −1e616",
                        "|a| = √(1e308² + 1e308²) = 1.41421e308",
                        "|b| = √((−1e308)² + 3²) = 1e308",
                        "cos θ = −1e616/(1.41421e308·1e308) = −0.707107",
                        "θ = arccos −0.707107 = 135°",
                        "shadow of b on a = −1e616/1.41421e308 = −7.07107e307");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1e308,1e308 b=-1e308,3",
                "a=1.7e308,1.7e308 b=1.7e308,-1.7e308",
                "a=1.7e308,1.7e308,1 b=1.7e308,0,1"
            })
    void nothingInThePictureIsInfinite(String settings) {
        for (Size size : List.of(new Size(60, 19), new Size(80, 23), new Size(120, 35))) {
            assertThat(text(live(settings).view(size, Font.of(Glyphs.BRAILLE)))).doesNotContain("∞");
        }
    }

    private static FigureState<Dot> live(String settings) {
        return FigureState.of(FIGURE, Settings.apply(FIGURE, FIGURE.start(), Samples.settings(settings)));
    }

    private static String text(Frame frame) {
        return IntStream.range(0, frame.size().height()).mapToObj(frame::row).collect(Collectors.joining("\n"));
    }
}
