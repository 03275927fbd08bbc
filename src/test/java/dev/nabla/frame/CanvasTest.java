package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CanvasTest {
    private static Canvas canvas(int width, int height) {
        return new Canvas(new Size(width, height), Font.of(Glyphs.BRAILLE));
    }

    @Test
    void textThatLeavesTheCanvasIsClippedOnEverySide() {
        Canvas canvas = canvas(5, 3);
        canvas.put(-2, 0, "abcd", Tone.TEXT);
        canvas.put(3, 1, "efgh", Tone.TEXT);
        canvas.put(0, -1, "no", Tone.TEXT);
        canvas.put(0, 3, "no", Tone.TEXT);
        canvas.put(Integer.MAX_VALUE - 9, 0, "no", Tone.TEXT);
        assertThat(canvas.frame().rows()).containsExactly("cd   ", "   ef", "     ");
    }

    @Test
    void rightEndsJustBeforeItsColumnAndMiddleLiesOverIts() {
        Canvas canvas = canvas(7, 2);
        canvas.right(7, 0, "ab", Tone.TEXT);
        canvas.middle(3, 1, "xyz", Tone.TEXT, Weight.PLAIN);
        assertThat(canvas.frame().rows()).containsExactly("     ab", "  xyz  ");
    }

    @Test
    void aPartHasItsOwnCornerAndClipsAtItsOwnEdge() {
        Canvas canvas = canvas(6, 3);
        Canvas part = canvas.part(new Area(2, 1, 3, 1));
        part.put(0, 0, "abcdef", Tone.FIRST);
        part.put(0, 1, "no", Tone.FIRST);
        part.put(-1, 0, "n", Tone.FIRST);
        assertThat(canvas.frame().rows()).containsExactly("      ", "  abc ", "      ");
        assertThat(part.width()).isEqualTo(3);
    }

    @Test
    void aPartOfAPartAddsUpAndStaysInside() {
        Canvas canvas = canvas(6, 3);
        Canvas inner = canvas.part(new Area(1, 1, 4, 2)).part(new Area(1, 1, 99, 99));
        inner.put(0, 0, "xxxxxxxx", Tone.TEXT);
        assertThat(canvas.frame().rows()).containsExactly("      ", "      ", "  xxx ");
        assertThat(inner.area()).isEqualTo(new Area(0, 0, 3, 1));
    }

    @Test
    void aPartThatLiesOutsideHasNoCells() {
        Canvas outside = canvas(4, 2).part(new Area(9, 9, 3, 3));
        outside.put(0, 0, "x", Tone.TEXT);
        assertThat(outside.width()).isZero();
        assertThat(outside.height()).isZero();
    }

    @Test
    void textIsSpeltForItsLevelAndMeasuredSo() {
        Canvas ascii = new Canvas(new Size(12, 1), Font.of(Glyphs.ASCII));
        ascii.put(0, 0, Line.of("θ").second(" ≤ ").text("1"));
        assertThat(ascii.frame().row(0)).isEqualTo("theta <= 1  ");
        assertThat(ascii.width("θ ≤ 1")).isEqualTo(10);
    }

    @Test
    void aGlyphTakesExactlyOneCellAtEveryLevel() {
        for (Glyphs glyphs : Glyphs.values()) {
            Canvas canvas = new Canvas(new Size(3, 1), Font.of(glyphs));
            canvas.glyph(1, 0, '∞', Tone.TEXT, Weight.PLAIN);
            assertThat(canvas.frame().row(0)).startsWith(" ").endsWith(" ");
            assertThat(canvas.frame().cell(1, 0).glyph()).isEqualTo(glyphs == Glyphs.ASCII ? 'i' : '∞');
        }
    }

    @Test
    void aLetterStandsInItsFirstCellAndCoversTheOthers() {
        Canvas canvas = canvas(9, 2);
        canvas.put(0, 0, "李明a", Tone.FIRST);
        canvas.put(0, 1, "ने", Tone.TEXT);
        canvas.put(1, 1, "हा!", Tone.TEXT);
        Frame frame = canvas.frame();
        assertThat(frame.rows()).containsExactly("李明a    ", "नेहा!     ");
        assertThat(frame.cell(0, 0)).isEqualTo(Cell.of("李", Tone.FIRST, Weight.PLAIN));
        assertThat(frame.cell(1, 0)).isEqualTo(new Cell(Cell.COVERED, Tone.FIRST, Weight.PLAIN));
        assertThat(frame.cell(4, 0)).isEqualTo(new Cell('a', Tone.FIRST, Weight.PLAIN));
        assertThat(frame.cell(0, 1)).isEqualTo(Cell.of("ने", Tone.TEXT, Weight.PLAIN));
        assertThat(List.of(frame.cell(1, 1).width(), frame.cell(2, 1).width())).containsExactly(2, 0);
        assertThat(frame.cell(3, 1).glyph()).isEqualTo('!');
    }

    /** Half of a letter is never drawn: at an edge, under another text, in a part, in a pasted picture. */
    @Test
    void aWideLetterThatIsCutIsLeftOut() {
        Canvas canvas = canvas(5, 4);
        canvas.put(0, 0, "李明李", Tone.TEXT);
        canvas.put(-1, 1, "李明", Tone.TEXT);
        canvas.put(0, 2, "李明", Tone.TEXT);
        canvas.put(1, 2, "ab", Tone.TEXT);
        canvas.part(new Area(0, 3, 3, 1)).put(0, 0, "李明", Tone.TEXT);
        assertThat(canvas.frame().rows()).containsExactly("李明 ", " 明  ", " ab  ", "李   ");
        Canvas narrow = canvas(3, 1);
        narrow.paste(canvas.frame(), 0);
        assertThat(narrow.frame().rows()).containsExactly("李 ");
        narrow.glyph(0, 0, '明', Tone.TEXT, Weight.PLAIN);
        assertThat(narrow.frame().rows()).containsExactly("?  ");
    }

    @Test
    void aHandleMovesWithThePartItIsDeclaredIn() {
        Canvas canvas = canvas(20, 10);
        Canvas part = canvas.part(new Area(5, 3, 10, 5));
        part.handle(new Handle("eta", 0, new Area(1, 1, 4, 1), Scale.linear(0, 1, 1, 4), Scale.linear(0, 1, 4, 0)));
        Handle placed = canvas.frame().handles().get(0);
        assertThat(placed.area()).isEqualTo(new Area(6, 4, 4, 1));
        assertThat(placed.across()).isEqualTo(Scale.linear(0, 1, 6, 9));
        assertThat(placed.up()).isEqualTo(Scale.linear(0, 1, 7, 3));
    }

    @Test
    void rowsOfAPictureArePastedWithWhatCanBeGrabbedInThem() {
        Canvas whole = canvas(3, 5);
        for (int y = 0; y < 5; y++) {
            whole.put(0, y, "ro" + y, Tone.TEXT);
            whole.handle(new Handle("row", y, new Area(0, y, 3, 1), null, Scale.linear(0, 1, y, y + 1)));
        }
        whole.handle(new Handle("all", 0, whole.area(), null, null));
        Canvas canvas = canvas(4, 4);
        canvas.part(new Area(0, 1, 4, 2)).paste(whole.frame(), 2);
        Frame frame = canvas.frame();
        assertThat(frame.rows()).containsExactly("    ", "ro2 ", "ro3 ", "    ");
        assertThat(frame.handles()).extracting(Handle::part).containsExactly(2, 3, 0);
        assertThat(frame.handles().get(0).up()).isEqualTo(Scale.linear(0, 1, 1, 2));
        assertThat(frame.handles().get(2).area()).isEqualTo(new Area(0, 1, 3, 2));
    }

    @Test
    void theTopmostHandleTakesThePointer() {
        Canvas canvas = canvas(5, 5);
        canvas.handle(new Handle("below", 0, canvas.area(), Scale.linear(0, 1, 0, 4), null));
        canvas.handle(new Handle("above", 0, new Area(1, 1, 1, 1), Scale.linear(0, 1, 0, 4), null));
        assertThat(canvas.frame().handleAt(1, 1)).get().extracting(Handle::name).isEqualTo("above");
        assertThat(canvas.frame().handleAt(0, 0)).get().extracting(Handle::name).isEqualTo("below");
        assertThat(canvas.frame().handleAt(5, 0)).isEmpty();
    }

    @Test
    void aFrameIsDoneAndDoesNotChangeWithItsCanvas() {
        Canvas canvas = canvas(2, 1);
        Frame before = canvas.frame();
        canvas.put(0, 0, "ab", Tone.TEXT);
        assertThat(before.row(0)).isEqualTo("  ");
    }

    @Test
    void labelsNeverTouchAndOneThatDoesNotFitIsDropped() {
        Canvas canvas = canvas(10, 1);
        Labels labels = new Labels(canvas);
        assertThat(labels.put(0, 0, "abc", Tone.TEXT, Weight.PLAIN)).isTrue();
        assertThat(labels.put(3, 0, "no", Tone.TEXT, Weight.PLAIN))
                .as("touches")
                .isFalse();
        assertThat(labels.put(8, 0, "not", Tone.TEXT, Weight.PLAIN))
                .as("leaves")
                .isFalse();
        assertThat(labels.put(0, 1, "no", Tone.TEXT, Weight.PLAIN)).as("below").isFalse();
        assertThat(labels.put(4, 0, "de", Tone.TEXT, Weight.PLAIN)).isTrue();
        assertThat(canvas.frame().row(0)).isEqualTo("abc de    ");
    }

    @Property(tries = 3000)
    void nothingPutAnywhereEverThrows(
            @ForAll @IntRange(min = -50, max = 50) int x,
            @ForAll @IntRange(min = -50, max = 50) int y,
            @ForAll @IntRange(min = -9, max = 30) int width,
            @ForAll String text) {
        Canvas canvas = canvas(7, 3);
        canvas.part(new Area(x, y, width, width)).put(y, x, text, Tone.TEXT);
        canvas.put(x, y, text, Tone.TEXT);
        assertThat(canvas.frame().cells()).hasSize(21);
    }
}
