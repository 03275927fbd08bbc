package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@TestsFigures
class SvgTest {
    private static final Palette DARK = new Palette(Colors.INDEXED, Theme.DARK);

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static Frame text(String text, Glyphs glyphs) {
        Canvas canvas = new Canvas(new Size(text.length(), 1), Font.of(glyphs));
        canvas.put(0, 0, text, Tone.TEXT);
        return canvas.frame();
    }

    @Test
    void everyFigureIsWellFormedAtEveryGlyphLevelAndTheme() throws Exception {
        for (Figure<?> figure : Samples.figures()) {
            for (Glyphs glyphs : Glyphs.values()) {
                for (Theme theme : Theme.values()) {
                    Element svg = parsed(Svg.of(frame(figure, glyphs), new Palette(Colors.INDEXED, theme)));
                    assertThat(svg.getTagName()).isEqualTo("svg");
                }
            }
        }
    }

    private static <M extends Record> Frame frame(Figure<M> figure, Glyphs glyphs) {
        return FigureState.of(figure).view(new Size(80, 23), Font.of(glyphs));
    }

    @Test
    void itIsAsLargeAsItsCellsAndAMargin() throws Exception {
        Element svg = parsed(Svg.of(text("abc", Glyphs.ASCII), DARK));
        assertThat(svg.getAttribute("width")).isEqualTo(String.valueOf(3 * 9 + 24));
        assertThat(svg.getAttribute("height")).isEqualTo(String.valueOf(18 + 24));
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 51 42");
    }

    @Test
    void whatXmlWouldTakeForMarkupIsEscaped() throws Exception {
        Element svg = parsed(Svg.of(text("<&>\"", Glyphs.ASCII), DARK));
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("<&>\"");
    }

    @Test
    void brailleIsDrawnAsOneCircleADot() throws Exception {
        Element svg = parsed(Svg.of(text("\u2800\u2801\u28ff", Glyphs.BRAILLE), DARK));
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(9);
        assertThat(svg.getElementsByTagName("text").getLength()).isZero();
    }

    @Test
    void barsGrowByEighthsFromTheirOwnSide() throws Exception {
        Element lowest = rectangle("▁");
        assertThat(lowest.getAttribute("height")).isEqualTo("2.25");
        assertThat(Double.parseDouble(lowest.getAttribute("y"))).isEqualTo(12 + 18 - 2.25);
        Element thinnest = rectangle("▏");
        assertThat(thinnest.getAttribute("x")).isEqualTo("12");
        assertThat(Double.parseDouble(thinnest.getAttribute("width"))).isBetween(1.12, 1.13);
        assertThat(rectangle("█").getAttribute("height")).isEqualTo("18");
    }

    /** The rectangle after the background. */
    private static Element rectangle(String glyph) throws Exception {
        return (Element) parsed(Svg.of(text(glyph, Glyphs.BRAILLE), DARK))
                .getElementsByTagName("rect")
                .item(1);
    }

    @Test
    void linesMeetAtTheEdgesOfTheirCells() throws Exception {
        for (String pair : List.of("┌┐", "└┘", "├┤", "╔╗", "╚╝", "──", "══", "━━")) {
            Element svg = parsed(Svg.of(text(pair, Glyphs.BRAILLE), DARK));
            assertThat(svg.getElementsByTagName("text").getLength()).as(pair).isZero();
            List<double[]> rects = rects(svg);
            assertThat(rects).as(pair).anyMatch(rect -> rect[0] + rect[2] == 12 + 9);
            assertThat(rects).as(pair).anyMatch(rect -> rect[0] == 12 + 9);
        }
    }

    @Test
    void quartersAreAQuarterOfACellEach() throws Exception {
        String quadrants = "▖▗▘▙▚▛▜▝▞▟";
        int[] quarters = {1, 1, 1, 3, 2, 3, 3, 1, 2, 3};
        for (int i = 0; i < quarters.length; i++) {
            Element svg = parsed(Svg.of(text(quadrants.substring(i, i + 1), Glyphs.BRAILLE), DARK));
            assertThat(rects(svg).stream().filter(rect -> rect[2] == 4.5 && rect[3] == 9))
                    .hasSize(quarters[i]);
        }
    }

    /** Left, top, width and height of each. */
    private static List<double[]> rects(Element svg) {
        NodeList all = svg.getElementsByTagName("rect");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> Stream.of("x", "y", "width", "height")
                        .mapToDouble(name -> Double.parseDouble(((Element) all.item(i)).getAttribute(name)))
                        .toArray())
                .toList();
    }

    @Test
    void aWordIsAsLongAsItsCellsAndALetterBeyondAsciiStandsAlone() throws Exception {
        NodeList words = parsed(Svg.of(text("ab −cd", Glyphs.BRAILLE), DARK)).getElementsByTagName("text");
        assertThat(IntStream.range(0, words.getLength())
                        .mapToObj(i -> (Element) words.item(i))
                        .map(word -> word.getTextContent() + " " + word.getAttribute("x") + " "
                                + word.getAttribute("textLength")))
                .containsExactly("ab 12 18", "− 39 9", "cd 48 18");
    }

    @Test
    void withoutAThemeItFollowsTheBrowser() {
        String both = Svg.of(text("a", Glyphs.ASCII), Colors.INDEXED);
        assertThat(both).contains(".c0{fill:#14171c}", "@media (prefers-color-scheme:light){\n.c0{fill:#fbfbf8}");
        assertThat(Svg.of(text("a", Glyphs.ASCII), DARK)).doesNotContain("prefers");
    }
}
