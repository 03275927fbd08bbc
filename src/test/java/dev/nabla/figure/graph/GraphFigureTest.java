package dev.nabla.figure.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Fact;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import dev.nabla.math.Graph;
import dev.nabla.math.Graph.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answer of FIG.04b says of a slope that was measured. */
@TestsFigures
class GraphFigureTest {
    private static final String FAR = "cancellation has lost digits: it may be off by 5";

    @ParameterizedTest
    @CsvSource({"1e12, 1, 0.5, " + FAR, "4, -1, 0.5, ''", "0.3, 0.7, -1.9, ''", "4, -8, 0.1, ''"})
    void aMeasuredSlopeThatMissesADecimalIsWarnedOf(double w, double c, double x, String doubt) {
        Graph graph = new Graph(w, c, x, Operation.PLUS, Operation.TIMES, Operation.TIMES);
        Fact measured = new GraphFigure()
                .pictureFacts(new GraphModel(graph, Optional.empty(), GraphModel.STEPS)).stream()
                        .filter(fact -> fact.name().equals("numeric_grad"))
                        .findFirst()
                        .orElseThrow();
        assertThat(measured.doubt()).isEqualTo(doubt);
    }

    /** Journals and lines of commands from before hold these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f=w=2;x=3;a=w*x;L=a+x inputs=5,7 | w=5,x=7",
                "f=w=2;a=w*x;L=a+x inputs=7 | w=2,x=7",
                "f=a=w*x;L=a+x inputs=5,7 | w=5,x=7",
                "f=a=w*x;L=a+x | w=1,x=1"
            })
    void inAPictureAnyInputMayBeGiven(String settings, String inputs) {
        GraphFigure figure = new GraphFigure();
        GraphModel model = Settings.apply(figure, figure.start(), Samples.settings(settings));
        assertThat(OwnKnobs.INPUTS.text(model)).isEqualTo(inputs);
        assertThat(Settings.apply(figure, model, Map.of("f", "none")).own()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60, 10", "60, 11", "80, 10", "80, 12"})
    void theKnobsAreDrawnAlsoInFewRows(int width, int height) {
        FigureState<GraphModel> live = FigureState.of(new GraphFigure());
        Canvas canvas = new Canvas(new Size(width, height), Font.of(Glyphs.BRAILLE));
        live.body(canvas);
        assertThat(canvas.frame().handles()).extracting(Handle::name).contains("w", "c", "x", "a_is", "b_is", "l_is");
        assertThat(IntStream.range(0, height).mapToObj(canvas.frame()::row))
                .anySatisfy(row -> assertThat(row).contains("w 4.00", "c −1.00", "x 0.50"));
    }
}
