package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What figures say at the edges: ties, single entries, masked tokens, steps too small to be seen. */
@TestsFigures
class TrueSentencesTest {
    @Table
    void areTrueAtTheEdges(String id, String start, String change, String sentence) {
        FigureState<?> live = live(Figures.named(id), start);
        for (String setting : change.split(" ")) {
            int equals = setting.indexOf('=');
            live = live.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        assertThat(live.sentence()).isEqualTo(sentence);
    }

    @Table
    void tellWhereADescentStands(String settings, String sentence) {
        assertThat(live(Figures.named("descent"), settings).sentence()).isEqualTo(sentence);
    }

    @Table
    void stepsDoNotCallSomethingNothing(String id, String settings, String step) {
        assertThat(steps(live(Figures.named(id), settings))).contains(step);
    }

    /**
     * Beside the mark of the focus or the bracket, -7.165 has room for two decimals; the mark covers neither the sign
     * nor a digit.
     */
    @Test
    void aCellOfAMatrixLosesPlacesButNoSign() {
        FigureState<?> live = live(Figures.named("matmul"), "a=-7.165,3;-0.005,-1e-300 b=-4.6123,2;3,1")
                .take(new Focus("a", 0));
        assertThat(text(live, 80)).contains("│►−7.17     3 │").contains("│−0.005   ... │");
        assertThat(text(live, 60)).contains("│►−7.2    3 │").contains("│−5e−3  ... │");
        assertThat(text(live.set("terms", "1"), 80)).contains("[►−7.2]     3 │").contains("[−4.61]");
    }

    @Test
    void productsStandWholeBesideEachOther() {
        FigureState<?> live = live(Figures.named("matmul"), "a=-7.165,-3 b=-4.6123;3");
        assertThat(text(live, 80))
                .contains("= −7.165·(−4.6123) + (−3)·3 ")
                .contains("= 33.0471          + (−9)      = 24.0471");
    }

    private static String text(FigureState<?> live, int width) {
        return String.join(
                "\n",
                live.view(new Size(width, width == 80 ? 24 : 20), Font.of(Glyphs.BRAILLE))
                        .rows());
    }

    private static <M extends Record> FigureState<M> live(Figure<M> figure, String settings) {
        return FigureState.of(figure, Settings.apply(figure, figure.start(), Samples.settings(settings)));
    }

    private static <M extends Record> List<String> steps(FigureState<M> live) {
        return live.figure().steps(live.model());
    }
}
