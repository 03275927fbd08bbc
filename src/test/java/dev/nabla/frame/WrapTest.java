package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WrapTest {
    private static List<String> lines(String text, int width) {
        return Wrap.lines(text, width, Glyphs.BRAILLE);
    }

    /** Between slashes the lines. */
    @Table
    void linesBreakAtBlanksAndKeepWholeWhatBelongsTogether(String text, int width, String lines) {
        assertThat(String.join(" / ", lines(text, width))).isEqualTo(lines);
    }

    @Test
    void anEquationIsKeptWholeWhereItsToneChanges() {
        Line text = Line.of("so all of this comes to p = ").result("0.47");
        assertThat(Wrap.lines(text, 28, Glyphs.BRAILLE).stream().map(Line::plain))
                .containsExactly("so all of this comes to", "p = 0.47");
    }

    @Test
    void aWordKeepsItsTonesAcrossThePieces() {
        Line text = Line.of("a ").second("bold").text("ly said");
        List<Line> lines = Wrap.lines(text, 9, Glyphs.BRAILLE);
        assertThat(lines.stream().map(Line::plain)).containsExactly("a boldly", "said");
        assertThat(lines.get(0).spans()).anyMatch(span -> span.text().equals("bold") && span.tone() == Tone.SECOND);
    }

    @Test
    void widthIsMeasuredAsTheLevelSpellsIt() {
        assertThat(Wrap.lines("η η", 5, Glyphs.BRAILLE)).containsExactly("η η");
        assertThat(Wrap.lines("η η", 5, Glyphs.ASCII)).containsExactly("η", "η");
    }

    @Test
    void aLongWordIsCutBetweenLettersAndTheirMarks() {
        assertThat(lines("李明李明李", 5)).containsExactly("李明", "李明", "李");
        assertThat(lines("e\u0301e\u0301e\u0301", 2)).containsExactly("e\u0301e\u0301", "e\u0301");
        assertThat(lines("𠮷野𠮷", 3)).containsExactly("𠮷", "野", "𠮷");
    }

    @Property
    void noLineIsWiderThanAskedAndNoLetterIsLost(
            @ForAll("prose") String text, @ForAll @IntRange(min = 6, max = 60) int width, @ForAll Glyphs glyphs) {
        List<String> lines = Wrap.lines(text, width, glyphs);
        assertThat(lines).allMatch(line -> glyphs.width(line) <= width);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Property
    void wordsThatFitAreKeptWhole(@ForAll("prose") String text) {
        List<String> words = List.of(String.join(" ", lines(text, 30)).strip().split(" +"));
        assertThat(words).isEqualTo(List.of(text.strip().split(" +")));
    }

    @Provide
    Arbitrary<String> prose() {
        Arbitrary<String> word =
                Arbitraries.strings().withChars("abcηθ½→").ofMinLength(1).ofMaxLength(12);
        return word.list().ofMinSize(1).ofMaxSize(20).map(words -> String.join(" ", words));
    }
}
