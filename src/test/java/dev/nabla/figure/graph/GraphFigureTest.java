package dev.nabla.figure.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of FIG.04b, and its picture in few rows. */
@TestsFigures
class GraphFigureTest {
    /** Journals and lines of commands from before hold these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f=w=2;x=3;a=w*x;L=a+x inputs=5,7 | w=5,x=7",
                "f=w=2;a=w*x;L=a+x inputs=7 | w=2,x=7",
                "f=a=w*x;L=a+x inputs=5,7 | w=5,x=7",
                "f=a=w*v;L=a+v | w=4,v=1"
            })
    void inAPictureAnyInputMayBeGiven(String settings, String inputs) {
        GraphFigure figure = new GraphFigure();
        GraphModel model = Settings.apply(figure, figure.start(), Samples.settings(settings));
        assertThat(GraphKnobs.INPUTS.text(model)).isEqualTo(inputs);
    }

    /** Journals of earlier versions hold these; the figure opens with the numbers and the formula of the lesson. */
    @Test
    void knobsOfAnEarlierVersionAreLeftOut() {
        FigureState<GraphModel> opened = FigureState.of(new GraphFigure());
        assertThat(opened.reopen(Map.of("w", "2", "a_is", "log", "l_is", "plus", "steps", "3"))
                        .settings())
                .isEqualTo(Map.of("steps", "3"));
    }

    @ParameterizedTest
    @CsvSource({"60, 10", "60, 11", "80, 10", "80, 12"})
    void theKnobsAreDrawnAlsoInFewRows(int width, int height) {
        FigureState<GraphModel> live = FigureState.of(new GraphFigure());
        Canvas canvas = new Canvas(new Size(width, height), Font.of(Glyphs.BRAILLE));
        live.body(canvas);
        assertThat(canvas.frame().handles()).extracting(Handle::name).contains("inputs", "node", "f");
        assertThat(IntStream.range(0, height).mapToObj(canvas.frame()::row))
                .anySatisfy(row -> assertThat(row).contains("w 4.00", "c −1.00", "x 0.50"));
    }
}
