package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnsiTest {
    private static final Palette DARK = new Palette(Colors.INDEXED, Theme.DARK);

    private static Frame words(Object... wordToneWeight) {
        Canvas canvas = new Canvas(new Size(12, 1), Font.of(Glyphs.BRAILLE));
        int x = 0;
        for (int i = 0; i < wordToneWeight.length; i += 3) {
            String word = (String) wordToneWeight[i];
            canvas.put(x, 0, word, (Tone) wordToneWeight[i + 1], (Weight) wordToneWeight[i + 2]);
            x += word.length();
        }
        return canvas.frame();
    }

    @Test
    void plainTextHasNoSequences() {
        assertThat(Ansi.of(words("plain", Tone.TEXT, Weight.PLAIN), DARK)).isEqualTo("plain\n");
    }

    @Test
    void aColourIsSetOnceForARunAndTakenBackAtTheEndOfTheLine() {
        assertThat(Ansi.of(words("ab", Tone.FIRST, Weight.BOLD, "c", Tone.TEXT, Weight.PLAIN), DARK))
                .isEqualTo("\u001b[0;1;38;5;75mab\u001b[0mc\n");
        assertThat(Ansi.of(words("ab", Tone.SECOND, Weight.REVERSE), DARK))
                .isEqualTo("\u001b[0;7;38;5;214mab\u001b[0m\n");
    }

    @Test
    void sixteenColoursHaveTheirOwnCodesAndMonoHasNone() {
        Frame frame = words("ab", Tone.FIRST, Weight.PLAIN);
        assertThat(Ansi.of(frame, new Palette(Colors.SIXTEEN, Theme.DARK))).isEqualTo("\u001b[0;96mab\u001b[0m\n");
        assertThat(Ansi.of(frame, new Palette(Colors.SIXTEEN, Theme.LIGHT))).isEqualTo("\u001b[0;34mab\u001b[0m\n");
        assertThat(Ansi.of(frame, new Palette(Colors.MONO, Theme.DARK))).isEqualTo("\u001b[0;1mab\u001b[0m\n");
    }

    @ParameterizedTest
    @EnumSource(Colors.class)
    void withoutItsSequencesItIsTheText(Colors colors) {
        DescentFigure figure = new DescentFigure();
        var model = figure.start().withSteps(5);
        Frame frame = FigureState.of(figure, model).view(new Size(80, 23), Font.of(Glyphs.QUADRANT));
        String ansi = Ansi.of(frame, new Palette(colors, Theme.DARK));
        assertThat(ansi.replaceAll("\u001b\\[[0-9;]*m", "").lines().map(String::stripTrailing))
                .containsExactlyElementsOf(PlainText.of(frame).lines().toList());
    }

    @Test
    void noLineLeavesTheTerminalColoured() {
        DescentFigure figure = new DescentFigure();
        var model = figure.start().with(figure.start().descent().withEta(1.08).withSteps(9));
        Frame frame = FigureState.of(figure, model).view(new Size(80, 23), Font.of(Glyphs.BRAILLE));
        assertThat(Ansi.of(frame, DARK).lines())
                .allMatch(line ->
                        !line.contains("\u001b") || line.lastIndexOf("\u001b[0m") == line.lastIndexOf('\u001b'));
    }

    @Test
    void textHasNoBlanksAtTheEndsOfLinesAndSpellsWhatIsForeign() {
        assertThat(PlainText.of(words("a b", Tone.TEXT, Weight.PLAIN))).isEqualTo("a b\n");
        assertThat(PlainText.forDisplay("η ≤ ½\n\u001b[2J\n", Glyphs.ASCII)).isEqualTo("eta <= 1/2\n?[2J\n");
        assertThat(PlainText.forDisplay("η\u0007", Glyphs.BRAILLE)).isEqualTo("η?\n");
    }
}
