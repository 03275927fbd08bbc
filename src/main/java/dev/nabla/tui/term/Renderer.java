package dev.nabla.tui.term;

import com.googlecode.lanterna.TextColor;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Ink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes frames to a terminal: one write per frame, and only the cells that have changed. It never queries the
 * terminal.
 *
 * <p>The background is never painted and the cursor never shown. A frame is written between {@code ESC [ ? 2026 h} and
 * {@code l}, so that terminals with synchronized output show it at once.
 */
public final class Renderer {
    private static final String ENTER = "\u001b[?1049h\u001b[?25l";
    private static final String MOUSE = "\u001b[?1000h\u001b[?1002h\u001b[?1006h";
    private static final String PASTE = "\u001b[?2004h";
    private static final String LEAVE =
            "\u001b[?2026l\u001b[0m\u001b[?2004l\u001b[?1006l\u001b[?1002l\u001b[?1000l\u001b[?25h\u001b[?1049l";
    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";

    private final OutputStream out;
    private final boolean mouse;
    private final AnsiEncoder encoder = new AnsiEncoder();
    private Size size;
    /** The cells on the terminal row by row, unless {@link #unknown}, and the colours that they were written in. */
    private Cell[] shown;

    private Palette palette;
    private boolean entered;
    private boolean unknown;
    private int written;

    /**
     * Creates a renderer.
     *
     * @param mouse whether to request mouse reports when the terminal is taken
     */
    public Renderer(OutputStream out, Size size, boolean mouse) {
        this.out = out;
        this.mouse = mouse;
        resize(size);
    }

    Size size() {
        return size;
    }

    /** Sets the size. The next frame is painted completely, because a terminal may change its content when resized. */
    public void resize(Size now) {
        size = now;
        shown = new Cell[now.width() * now.height()];
        unknown = true;
    }

    /** Takes the terminal; the next frame is painted completely. */
    public void startScreen() throws IOException {
        unknown = true;
        if (!entered) {
            entered = true;
            write(ENTER + (mouse ? MOUSE : "") + PASTE);
        }
    }

    /** Gives the terminal back: restores the normal screen and its modes. */
    public void stopScreen() throws IOException {
        if (entered) {
            entered = false;
            write(LEAVE);
        }
    }

    /** Restores the normal screen and writes a text there. */
    void leave(String text) throws IOException {
        stopScreen();
        write(text);
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        written += bytes.length;
        out.write(bytes);
        out.flush();
    }

    /**
     * Shows a frame in the given colours, cut or filled to the size of the terminal. A frame equal to the last writes
     * nothing.
     *
     * @return the number of bytes written
     */
    public int paint(Frame frame, Palette colors) throws IOException {
        if (unknown) {
            unknown = false;
            palette = colors;
            encoder.clear();
            Arrays.fill(shown, Cell.BLANK);
        }
        boolean recolored = !colors.equals(palette);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                boolean inside = x < frame.size().width() && y < frame.size().height();
                Cell now = inside ? frame.cell(x, y) : Cell.BLANK;
                if (recolored || !now.equals(shown[y * size.width() + x])) {
                    show(x, y, now, colors);
                }
            }
        }
        palette = colors;
        written = 0;
        String changes = encoder.take();
        if (!changes.isEmpty()) {
            write(BEGIN + changes + END);
        }
        return written;
    }

    /** Writes a cell unless the terminal already shows the same text there. */
    private void show(int x, int y, Cell now, Palette colors) {
        int row = y * size.width();
        Cell before = shown[row + x];
        shown[row + x] = now;
        StyledText text = text(now, colors);
        if (text.width() > 0 && !text.equals(text(before, palette))) {
            encoder.put(x, y, text, column -> text(shown[row + column], colors).isBlank(), size);
        }
    }

    /**
     * Returns the text of a cell. A glyph that no frame may hold could harm the terminal and becomes a question mark.
     */
    private static StyledText text(Cell cell, Palette colors) {
        boolean drawn = cell.width() != 1 || !cell.letter().isEmpty() || Glyphs.isDrawn(cell.glyph());
        Cell safe = drawn ? cell : new Cell('?', cell.tone(), cell.weight());
        String text = colors.text(safe);
        Ink ink = colors.ink(safe);
        if (text.equals(" ") && !ink.reverse()) {
            return StyledText.BLANK;
        }
        return new StyledText(text, safe.width(), color(ink.color()), ink.bold(), ink.reverse());
    }

    /**
     * Returns a colour by its index. 0 to 15 are the terminal's own colours, which its user chooses; from 16 on they
     * are the same everywhere. Below 0 it is the default.
     */
    private static TextColor color(int index) {
        if (index < 0) {
            return TextColor.ANSI.DEFAULT;
        }
        return index < 16 ? TextColor.ANSI.values()[index < 8 ? index : index + 1] : new TextColor.Indexed(index);
    }
}
