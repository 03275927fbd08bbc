package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import dev.nabla.frame.Plot.DrawOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** What a plot of x and y from -1 to 1 looks like in so many cells. */
    private static List<String> drawn(Glyphs glyphs, int width, int height, Consumer<Plot> draw) {
        Canvas canvas = new Canvas(new Size(width, height), Font.of(glyphs));
        Plot plot = Plot.of(canvas, -1, 1, -1, 1);
        draw.accept(plot);
        plot.stamp();
        return canvas.frame().rows();
    }

    private static List<String> line(double x0, double y0, double x1, double y1) {
        return drawn(Glyphs.BRAILLE, 4, 2, plot -> plot.line(x0, y0, x1, y1, Tone.TEXT, DrawOrder.DATA));
    }

    private static final List<String> NOTHING = List.of("    ", "    ");

    @Table
    void aLineEndsInTheMiddlesOfTheOutermostDots(double x0, double y0, double x1, double y1, String top, String below) {
        assertThat(line(x0, y0, x1, y1)).containsExactly(top, below);
    }

    @Test
    void theSameLineInBlocksAndInAscii() {
        Consumer<Plot> falling = plot -> plot.line(-1, 1, 1, -1, Tone.TEXT, DrawOrder.DATA);
        assertThat(drawn(Glyphs.QUADRANT, 4, 2, falling)).containsExactly("▀▄  ", "  ▀▄");
        assertThat(drawn(Glyphs.ASCII, 4, 2, falling)).containsExactly("-.  ", "  -.");
    }

    @Test
    void aDottedLineHasEveryThirdDot() {
        List<String> rows = drawn(Glyphs.BRAILLE, 4, 1, plot -> plot.dotted(-1, 1, 1, 1, Tone.GRID, DrawOrder.SCALE));
        assertThat(rows).containsExactly("⠁⠈ ⠁");
    }

    @Test
    void aLineWithAnEndThatIsNoNumberDrawsNothing() {
        for (double bad : new double[] {Double.NaN, INF, -INF}) {
            assertThat(line(bad, 0, 1, 1)).isEqualTo(NOTHING);
            assertThat(line(0, bad, 1, 1)).isEqualTo(NOTHING);
            assertThat(line(0, 0, bad, 1)).isEqualTo(NOTHING);
            assertThat(line(0, 0, 1, bad)).isEqualTo(NOTHING);
        }
    }

    @Test
    void aCurveBreaksWhereItsFunctionIsNoNumber() {
        List<String> rows = drawn(
                Glyphs.BRAILLE,
                6,
                1,
                plot -> plot.curve(x -> Math.abs(x) < 0.3 ? Double.NaN : -1, Tone.FIRST, DrawOrder.DATA));
        assertThat(rows).containsExactly("⣀⣀  ⣀⣀");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 40, 80})
    void aCircleIsRoundToThreeQuartersOfADot(int size) {
        Canvas canvas = new Canvas(new Size(2 * size, size), Font.of(Glyphs.BRAILLE));
        Plot plot = Plot.square(canvas, -1, 1);
        plot.contours(plot.heights((x, y) -> x * x + y * y), List.of(0.64), List.of(Tone.CONTOUR1));
        plot.stamp();
        double radius = 0.8 * 2 * size;
        List<double[]> dots = dots(canvas.frame());
        assertThat(dots).hasSizeGreaterThan(4 * size);
        for (double[] dot : dots) {
            assertThat(Math.hypot(dot[0] - 2 * size, dot[1] - 2 * size)).isCloseTo(radius, within(0.75));
        }
    }

    @Test
    void inATallerCellTheCircleIsStillRound() {
        int size = 40;
        double taller = 2.4;
        Canvas canvas = new Canvas(new Size(2 * size, size), new Font(Glyphs.BRAILLE, taller));
        Plot plot = Plot.square(canvas, -1, 1);
        plot.contours(plot.heights((x, y) -> x * x + y * y), List.of(0.64), List.of(Tone.CONTOUR1));
        plot.stamp();
        for (double[] dot : dots(canvas.frame())) {
            double up = (dot[1] - 2 * size) * taller / 2;
            assertThat(Math.hypot(dot[0] - 2 * size, up)).isCloseTo(0.8 * 2 * size, within(0.9));
        }
    }

    /** The middles of all lit dots, in dots from the top left corner. */
    private static List<double[]> dots(Frame frame) {
        int[] order = {0, 1, 2, 6, 3, 4, 5, 7};
        List<double[]> dots = new ArrayList<>();
        for (int y = 0; y < frame.size().height(); y++) {
            for (int x = 0; x < frame.size().width(); x++) {
                for (int i = 0; i < 8; i++) {
                    char glyph = frame.cell(x, y).glyph();
                    if (glyph >= '\u2800' && (glyph - '\u2800' & 1 << order[i]) != 0) {
                        dots.add(new double[] {2 * x + i / 4 + 0.5, 4 * y + i % 4 + 0.5});
                    }
                }
            }
        }
        return dots;
    }

    @Test
    void contoursOfNonsenseDrawNothingAndThrowNothing() {
        for (double bad : new double[] {Double.NaN, INF, -INF, 1e308}) {
            assertThat(contour((x, y) -> bad, 1)).isEqualTo(NOTHING);
            assertThat(contour((x, y) -> x, bad)).isEqualTo(NOTHING);
        }
    }

    private static List<String> contour(DoubleBinaryOperator f, double level) {
        return drawn(
                Glyphs.BRAILLE, 4, 2, plot -> plot.contours(plot.heights(f), List.of(level), List.of(Tone.CONTOUR1)));
    }

    /** A line on the outermost edge of the view is seen, one beside it is not. */
    @Test
    void aLineAlongTheEdgeIsSeen() {
        Canvas canvas = new Canvas(new Size(2, 1), Font.of(Glyphs.BRAILLE));
        Plot plot = Plot.square(canvas, 0, 2);
        plot.line(0, 1, 2, 1, Tone.TEXT, DrawOrder.DATA);
        plot.line(-1, 0, -1, 9, Tone.TEXT, DrawOrder.DATA);
        plot.stamp();
        assertThat(canvas.frame().rows()).containsExactly("⠉⠉");
    }

    @Test
    void dataHidesWhatLiesBehindItAndUnitesWithConstruction() {
        Canvas canvas = new Canvas(new Size(1, 1), Font.of(Glyphs.BRAILLE));
        Plot plot = Plot.of(canvas, 0, 1, 0, 1);
        plot.line(0, 0, 1, 0, Tone.GRID, DrawOrder.SCALE);
        plot.line(0, 1, 1, 1, Tone.SECOND, DrawOrder.CONSTRUCTION);
        plot.line(0, 0, 0, 1, Tone.FIRST, DrawOrder.DATA);
        plot.line(1, 0, 1, 1, Tone.GRID, DrawOrder.SCALE);
        plot.stamp();
        assertThat(canvas.frame().cell(0, 0)).isEqualTo(new Cell('⡏', Tone.FIRST, Weight.PLAIN));
    }

    @Test
    void aMarkStandsOnlyWhereItsPointIsSeen() {
        assertThat(drawn(Glyphs.BRAILLE, 3, 3, plot -> {
                    plot.mark(0, 0, '●', Tone.SECOND, Weight.BOLD);
                    plot.mark(1.5, 0, '○', Tone.SECOND, Weight.BOLD);
                    plot.mark(INF, Double.NaN, '○', Tone.SECOND, Weight.BOLD);
                }))
                .containsExactly("   ", " ● ", "   ");
    }

    @Property(tries = 3000)
    void noLineEverThrows(@ForAll double x0, @ForAll double y0, @ForAll double x1, @ForAll double y1) {
        assertThat(line(x0, y0, x1, y1)).hasSize(2);
    }

    @Test
    void aThickLineIsTwoDotsWideAcrossItsWay() {
        assertThat(drawn(Glyphs.BRAILLE, 4, 2, plot -> plot.thick(-1, 1, 1, 1, Tone.TEXT, DrawOrder.DATA)))
                .containsExactly("⠛⠛⠛⠛", "    ");
        assertThat(drawn(Glyphs.BRAILLE, 4, 2, plot -> plot.thick(-1, -1, -1, 1, Tone.TEXT, DrawOrder.DATA)))
                .containsExactly("⣿   ", "⣿   ");
    }

    /** The middle of every lit braille dot lies within 0.75 dot of the circle. */
    @ParameterizedTest
    @ValueSource(ints = {20, 31, 46, 72})
    void aCircleIsRound(int width) {
        int height = width / 2;
        Canvas canvas = new Canvas(new Size(width, height), Font.of(Glyphs.BRAILLE));
        Plot plot = Plot.square(canvas, -1.5, 1.5);
        plot.arc(1, 0, 2 * Math.PI, 4, Tone.GRID, DrawOrder.SCALE);
        plot.stamp();
        List<double[]> dots = dots(canvas.frame());
        assertThat(dots).hasSizeGreaterThan(width / 2);
        for (double[] dot : dots) {
            assertThat(Math.hypot(dot[0] - width, dot[1] - height * 2.0)).isCloseTo(width * 2 / 3.0, within(0.75));
        }
    }
}
