package dev.nabla.figure.descent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What FIG.05 says where the loss is infinite, and its worked steps. */
class DescentFigureTest {
    private static final DescentFigure FIGURE = new DescentFigure();
    private static final String NAMED =
            "a step inside, exp(x), is larger than any double; " + "softplus(x) is not: type it for log(1 + exp(x))";

    private static DescentModel descent(String f, String steps) {
        return Settings.apply(FIGURE, FIGURE.start(), Map.of("f", f, "start", "1000", "eta", "1e300", "steps", steps));
    }

    private static Fact loss(String f, String steps) {
        return FIGURE.facts(descent(f, steps)).stream()
                .filter(fact -> fact.name().equals("loss"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFunctionThatDoesNotOverflowIsNamed() {
        assertThat(loss("log(1+exp(x))", "0").value()).isEqualTo(new Value.Real(Double.POSITIVE_INFINITY));
        assertThat(loss("log(1+exp(x))", "0").doubt()).isEqualTo(NAMED);
        assertThat(loss("softplus(x)", "0").doubt()).isEmpty();
        assertThat(FigureState.of(FIGURE, descent("log(1+exp(x))", "0")).sentence())
                .isEqualTo("L = ∞: " + NAMED);
    }

    /** The ball at (-2.5, 1.5) stands 2.5 units left of the bottom: 44 or 31 columns show 6 units. */
    @ParameterizedTest
    @CsvSource({"80, 18", "60, 13"})
    void theBowlKeepsItsScaleWhereAQuestionTakesRowsFromIt(int width, int left) {
        for (int height = 16; height <= 23; height++) {
            List<String> rows = rows(FigureState.of(FIGURE), new Size(width, height));
            assertThat(column(rows, "+") - column(rows, "●"))
                    .as("in %d rows", height)
                    .isEqualTo(left);
        }
    }

    private static int column(List<String> rows, String glyph) {
        return rows.stream()
                .mapToInt(row -> row.indexOf(glyph))
                .filter(at -> at >= 0 && at < 30)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void inPlainWordsItShowsTheBowlTheBallEtaAndLAlone() {
        FigureState<?> plain = FigureState.of(FIGURE).set(Map.of("words", "plain"));
        List<String> panel = rows(plain, new Size(80, 23)).subList(2, 21).stream()
                .map(row -> row.length() < 46 ? "" : row.substring(46).strip())
                .filter(text -> !text.isEmpty())
                .toList();
        assertThat(panel)
                .containsExactly(
                        "► η learning rate            0.18",
                        "━━━●───────────────────────────",
                        "loss L                   4.3500");
        assertThat(String.join("\n", rows(plain, new Size(80, 23)))).doesNotContain("×");
        assertThat(String.join("\n", rows(plain.show(Mode.TEXT), new Size(80, 23))))
                .contains("η learning rate is 0.18", "θ: −2.500, 1.500", "L(θ) is 4.3500")
                .doesNotContain("∇L:", "surface", "optimizer", "noise", "status");
    }

    private static List<String> rows(FigureState<?> live, Size size) {
        Frame frame = live.view(size, Font.of(Glyphs.BRAILLE));
        return IntStream.range(0, size.height()).mapToObj(frame::row).toList();
    }

    @Test
    void aLossThatDivergesIsOnlyInfinite() {
        assertThat(loss("x^4", "2").doubt()).isEmpty();
    }

    /** Steps 0 to 5 and the last are written out, so nothing is left out before step 6. */
    @Test
    void dotsStandForStepsThatAreLeftOut() {
        assertThat(steps(6)).endsWith("step 5", "step 6").doesNotContain("...");
        assertThat(steps(7)).endsWith("step 5", "...", "step 7");
        assertThat(steps(5)).endsWith("step 4", "step 5").doesNotContain("...");
    }

    private static List<String> steps(int count) {
        return FIGURE.steps(FIGURE.start().withSteps(count)).stream()
                .map(line -> line.replaceFirst(":.*", ""))
                .toList();
    }
}
