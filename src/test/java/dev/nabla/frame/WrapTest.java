package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void linesBreakAtBlanks() {
        assertThat(lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(lines("one two three", 13)).containsExactly("one two three");
        assertThat(lines("", 5)).containsExactly("");
    }

    @Test
    void aRowOfNumbersIsKeptWholeUnlessItIsLong() {
        assertThat(lines("we have b = (11, −1.5) now", 20)).containsExactly("we have", "b = (11, −1.5) now");
        assertThat(lines("and (7, 8), (9, 10) too", 12)).containsExactly("and (7, 8),", "(9, 10) too");
        assertThat(lines("(1, 2, 3, 4, 5, 6)", 12)).containsExactly("(1, 2, 3, 4,", "5, 6)");
        assertThat(lines("(it is 7, 8 or so)", 12)).containsExactly("(it is 7, 8", "or so)");
        assertThat(lines("one 7, 8", 7)).containsExactly("one 7,", "8");
    }

    @Test
    void anEquationIsKeptWholeUnlessItIsLong() {
        assertThat(lines("Just past it, at η = 1.35, it", 23)).containsExactly("Just past it, at", "η = 1.35, it");
        assertThat(lines("here the share is p₁ = 0.76.", 22)).containsExactly("here the share is", "p₁ = 0.76.");
        assertThat(lines("as long as η ≤ 0.9 it holds", 15)).containsExactly("as long as", "η ≤ 0.9 it", "holds");
        assertThat(lines("cos θ = 0.50/(1.0440·1.0198) = 0.470", 34))
                .containsExactly("cos θ = 0.50/(1.0440·1.0198)", "= 0.470");
        assertThat(lines("it is clear to all that a = (1.00, 0.30)", 38))
                .containsExactly("it is clear to all that", "a = (1.00, 0.30)");
        assertThat(lines("multiplies a direction by 1 − ηλ, where", 30))
                .containsExactly("multiplies a direction by", "1 − ηλ, where");
        assertThat(lines("which is, = 4", 9)).containsExactly("which is,", "= 4");
    }

    @Test
    void anEquationIsKeptWholeWhereItsToneChanges() {
        Line text = Line.of("so all of this comes to p = ").result("0.47");
        assertThat(Wrap.lines(text, 28, Glyphs.BRAILLE).stream().map(Line::plain))
                .containsExactly("so all of this comes to", "p = 0.47");
    }

    @Test
    void aWordLongerThanALineIsCut() {
        assertThat(lines("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(lines("a bcdefgh", 4)).containsExactly("a", "bcde", "fgh");
    }

    @Test
    void leadingBlanksIndentEveryLine() {
        assertThat(lines("  one two", 6)).containsExactly("  one", "  two");
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
