package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bytes of frames, through the real {@link FrameScreen}. In what is expected {@code ^} is ESC. */
class FrameScreenTest {
    private static final Size SIZE = new Size(80, 24);
    private static final Palette INDEXED = new Palette(Colors.INDEXED, Theme.DARK);
    private static final Palette SIXTEEN = new Palette(Colors.SIXTEEN, Theme.DARK);

    /** Remembers each write by itself. */
    private static final class Writes extends ByteArrayOutputStream {
        final List<String> all = new ArrayList<>();

        @Override
        public void write(byte[] bytes) {
            all.add(new String(bytes, StandardCharsets.UTF_8).replace('\u001b', '^'));
        }

        @Override
        public void write(int b) {
            throw new AssertionError("a byte by itself");
        }
    }

    private final Writes writes = new Writes();
    private FrameScreen screen;

    @BeforeEach
    void enter() throws IOException {
        screen = new FrameScreen(writes, SIZE, false);
        screen.startScreen();
        screen.paint(text("").frame(), INDEXED);
        writes.all.clear();
    }

    @Test
    void enteringAndLeavingUndoEachOtherAndDoSoOnce() throws IOException {
        screen.startScreen();
        assertThat(writes.all).isEmpty();
        screen.stopScreen();
        screen.stopScreen();
        screen.startScreen();
        assertThat(writes.all)
                .containsExactly(
                        "^[?2026l^[0m^[?2004l^[?1006l^[?1002l^[?1000l^[?25h^[?1049l", "^[?1049h^[?25l^[?2004h");
    }

    /**
     * Terminals differ in the width of a letter with marks, so its cells are blanked before it and what follows is
     * placed anew.
     */
    @Test
    void aLetterWithMarksOrOfTwoCellsIsPlacedByItself() throws IOException {
        screen.paint(letters("a李bहाé"), INDEXED);
        assertThat(last()).isEqualTo("^[?2026h^[1;1Ha  ^[1;2H李^[1;4Hb  ^[1;5Hहा^[1;7Hé^[?2026l");
    }

    @Test
    void whatAWideLetterCoveredIsWrittenAnewWithoutIt() throws IOException {
        screen.paint(letters("李明"), INDEXED);
        screen.paint(letters("李"), INDEXED);
        assertThat(last()).isEqualTo("^[?2026h^[1;3H  ^[?2026l");
        screen.paint(letters("a"), INDEXED);
        assertThat(last()).isEqualTo("^[?2026h^[1;1Ha ^[?2026l");
        screen.paint(letters("a"), INDEXED);
        assertThat(writes.all).hasSize(3);
    }

    /** The launcher leaves the screen for a JVM that was killed, so it repeats the sequence. */
    @Test
    void theLauncherLeavesTheScreenByTheSameSequence() throws IOException {
        screen.stopScreen();
        String launcher = Files.readString(Path.of("src/main/launcher/nabla"));
        assertThat(writes.all).hasSize(1);
        assertThat(launcher.replace("\\033", "^")).contains("printf '" + writes.all.get(0) + "'");
    }

    @Test
    void theMouseIsOnlyAskedForWhereSomebodyListens() throws IOException {
        new FrameScreen(writes, SIZE, true).startScreen();
        assertThat(writes.all).containsExactly("^[?1049h^[?25l^[?1000h^[?1002h^[?1006h^[?2004h");
    }

    @Test
    void nothingChangedIsNoByte() throws IOException {
        screen.paint(text("").frame(), INDEXED);
        assertThat(writes.all).isEmpty();
    }

    @Test
    void aFrameIsOneWriteBetweenItsBrackets() throws IOException {
        screen.paint(text("η = 0.18").frame(), INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[1;1Hη = 0.18^[?2026l");
    }

    @Test
    void oneDigitIsAtMostFortyBytes() throws IOException {
        screen.paint(text("0.18").put(70, 22, '1', Tone.FIRST).frame(), INDEXED);
        writes.all.clear();
        screen.paint(text("0.18").put(70, 22, '2', Tone.FIRST).frame(), INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[23;71H2^[?2026l");
        screen.paint(text("0.18").put(70, 22, '3', Tone.SECOND).frame(), INDEXED);
        assertThat(bytes(writes.all.get(1))).isLessThanOrEqualTo(40);
    }

    @Test
    void anotherCellIsReachedByAMove() throws IOException {
        screen.paint(
                text("a   b     c")
                        .put(11, 1, 'd', Tone.TEXT)
                        .put(10, 3, 'e', Tone.TEXT)
                        .put(2, 4, 'f', Tone.TEXT)
                        .put(60, 20, 'g', Tone.TEXT)
                        .frame(),
                INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[1;1Ha   b^[5Cc^[2;12Hd^[4;11He^[5;3Hf^[21;61Hg^[?2026l");
    }

    @Test
    void aBlankBetweenIsWrittenAgainAndWhatElseStandsThereIsNot() throws IOException {
        screen.paint(text("tau =   1.00").frame(), INDEXED);
        writes.all.clear();
        screen.paint(text("eta =>  2.50").frame(), INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[1;1Heta^[2C>  2^[1C5^[?2026l");
    }

    @Test
    void aRowIsDrawnFromLeftToRight() throws IOException {
        screen.paint(
                text("").put(30, 2, 'a', Tone.DIM)
                        .put(32, 2, 'b', Tone.RESULT)
                        .put(34, 2, 'c', Tone.DIM)
                        .put(32, 3, 'd', Tone.RESULT)
                        .frame(),
                INDEXED);
        assertThat(writes.all)
                .containsExactly("^[?2026h^[38;5;246m^[3;31Ha^[38;5;150m b^[38;5;246m c^[38;5;150m^[4;33Hd^[?2026l");
    }

    @Test
    void theInkOfABlankDoesNotMatter() throws IOException {
        screen.paint(text("").put(5, 5, ' ', Tone.WARN).frame(), INDEXED);
        assertThat(writes.all).isEmpty();
        screen.paint(
                text("").put(0, 0, 'a', Tone.WARN)
                        .put(1, 0, ' ', Tone.WARN)
                        .put(2, 0, 'b', Tone.WARN)
                        .frame(),
                INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[38;5;205m^[1;1Ha b^[?2026l");
    }

    @Test
    void afterTheLastColumnThePlaceIsSaidAgain() throws IOException {
        screen.paint(
                text("").put(79, 0, 'x', Tone.TEXT).put(0, 1, 'y', Tone.TEXT).frame(), INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[1;80Hx^[2;1Hy^[?2026l");
    }

    @Test
    void inOtherColoursTheSameCellsAreWrittenAgain() throws IOException {
        Frame frame = text("a ").put(1, 0, 'y', Tone.FIRST).frame();
        screen.paint(frame, INDEXED);
        screen.paint(frame, SIXTEEN);
        assertThat(last()).isEqualTo("^[?2026h^[96m^[1;2Hy^[?2026l");
        assertThat(screen.paint(frame, SIXTEEN)).isZero();
    }

    @Test
    void coloursAreIndicesAndTheLowSixteenAreTheTerminalsOwn() throws IOException {
        screen.paint(text("").put(0, 0, 'x', Tone.FIRST).frame(), INDEXED);
        screen.paint(text("").put(0, 0, 'y', Tone.FIRST).frame(), SIXTEEN);
        screen.paint(text("y").put(1, 0, 'z', Tone.PATH0).frame(), SIXTEEN);
        assertThat(writes.all)
                .containsExactly(
                        "^[?2026h^[38;5;75m^[1;1Hx^[?2026l",
                        "^[?2026h^[96m^[1;1Hy^[?2026l",
                        "^[?2026h^[0m^[1;1Hy^[33mz^[?2026l");
    }

    @Test
    void weightsAreSwitchedOffByAReset() throws IOException {
        screen.paint(
                text("").put(0, 0, new Cell('a', Tone.FIRST, Weight.BOLD))
                        .put(1, 0, new Cell('b', Tone.TEXT, Weight.REVERSE))
                        .put(2, 0, 'c', Tone.TEXT)
                        .frame(),
                INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[1;38;5;75m^[1;1Ha^[0;7mb^[0mc^[?2026l");
    }

    @Test
    void afterAResizeAllIsPainted() throws IOException {
        screen.paint(text("abc").frame(), INDEXED);
        writes.all.clear();
        screen.resize(SIZE);
        screen.paint(text("abc").frame(), INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[0m^[2J^[1;1Habc^[?2026l");
        screen.resize(new Size(90, 30));
        screen.paint(new Sketch(new Size(90, 30)).put(89, 29, 'x', Tone.TEXT).frame(), INDEXED);
        assertThat(writes.all.get(1)).isEqualTo("^[?2026h^[0m^[2J^[30;90Hx^[?2026l");
    }

    @Test
    void aFrameOfAnotherSizeIsCutOrFilled() throws IOException {
        screen.paint(
                new Sketch(new Size(200, 2))
                        .put(100, 1, 'x', Tone.TEXT)
                        .put(1, 1, 'y', Tone.TEXT)
                        .frame(),
                INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[2;2Hy^[?2026l");
    }

    @Test
    void noGlyphCanHarm() throws IOException {
        char[] glyphs = {
            0, 7, 0x1b, 0x9b, 0x7f, '\t', '\n', 0x202e, 0x2066, 0x200b, 0xfeff, 0x0301, 0xd800, 0xdc00, '漢', 0x2028
        };
        Sketch sketch = text("");
        for (int i = 0; i < glyphs.length; i++) {
            sketch.put(i, 0, glyphs[i], Tone.TEXT);
        }
        screen.paint(sketch.frame(), INDEXED);
        assertThat(writes.all).containsExactly("^[?2026h^[1;1H" + "?".repeat(glyphs.length) + "^[?2026l");
    }

    @Test
    void everyGlyphOfAFrameIsOneCellAndArrivesAsItIs() throws IOException {
        List<Character> allowed = IntStream.range('!', 0xffff)
                .mapToObj(c -> (char) c)
                .filter(Glyphs.BRAILLE::allows)
                .toList();
        screen.paint(fill(SIZE, i -> allowed.get(i % allowed.size())), INDEXED);
        assertThat(writes.all.get(0).replaceAll("\\^\\[[0-9;?]*[A-Zhl]", ""))
                .startsWith(allowed.stream().map(String::valueOf).reduce("", String::concat));
        assertThat(writes.all.get(0)).doesNotContain("\0");
    }

    @Test
    void aBraillePageIsOnePageOfBytes() throws IOException {
        Size size = new Size(120, 40);
        screen.resize(size);
        screen.paint(fill(size, i -> (char) (0x2801 + i % 255)), INDEXED);
        assertThat(writes.all).hasSize(1);
        assertThat(bytes(writes.all.get(0))).isBetween(3 * 4800, 3 * 4800 + 40 * 8 + 40);
    }

    private static int bytes(String write) {
        return write.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Frame fill(Size size, IntFunction<Character> glyph) {
        List<Cell> cells = IntStream.range(0, size.width() * size.height())
                .mapToObj(i -> new Cell(glyph.apply(i), Tone.TEXT, Weight.PLAIN))
                .toList();
        return new Frame(size, cells, List.of());
    }

    private String last() {
        return writes.all.get(writes.all.size() - 1);
    }

    private static Frame letters(String text) {
        Canvas canvas = new Canvas(SIZE, Font.of(Glyphs.BRAILLE));
        canvas.put(0, 0, text, Tone.TEXT);
        return canvas.frame();
    }

    private static Sketch text(String text) {
        Sketch sketch = new Sketch(SIZE);
        for (int x = 0; x < text.length(); x++) {
            sketch.put(x, 0, text.charAt(x), Tone.TEXT);
        }
        return sketch;
    }

    private record Sketch(Size size, List<Cell> cells) {
        Sketch(Size size) {
            this(size, new ArrayList<>(Collections.nCopies(size.width() * size.height(), Cell.BLANK)));
        }

        Sketch put(int x, int y, char glyph, Tone tone) {
            return put(x, y, new Cell(glyph, tone, Weight.PLAIN));
        }

        Sketch put(int x, int y, Cell cell) {
            cells.set(y * size.width() + x, cell);
            return this;
        }

        Frame frame() {
            return new Frame(size, cells, List.of());
        }
    }
}
