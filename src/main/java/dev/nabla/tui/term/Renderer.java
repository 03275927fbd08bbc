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
import java.util.HashMap;
import java.util.Map;

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
    private final Map<Cell, StyledText> texts = new HashMap<>();
    private Size size;
    private Palette palette;
    /** The content of the terminal row by row, unless {@link #unknown}. */
    private StyledText[] shown;

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
        shown = new StyledText[now.width() * now.height()];
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
        if (!colors.equals(palette)) {
            palette = colors;
            texts.clear();
        }
        if (unknown) {
            unknown = false;
            encoder.clear();
            Arrays.fill(shown, StyledText.BLANK);
        }
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                boolean inside = x < frame.size().width() && y < frame.size().height();
                show(x, y, inside ? text(frame.cell(x, y)) : StyledText.BLANK);
            }
        }
        written = 0;
        String changes = encoder.take();
        if (!changes.isEmpty()) {
            write(BEGIN + changes + END);
        }
        return written;
    }

    private void show(int x, int y, StyledText now) {
        int at = y * size.width() + x;
        StyledText before = shown[at];
        if (now != before) {
            shown[at] = now;
            if (!now.equals(before) && now.width() > 0) {
                encoder.put(x, y, shown, size);
            }
        }
    }

    /**
     * Returns the text of a cell, always the same object. A glyph that no frame may hold could harm the terminal and
     * becomes a question mark.
     */
    private StyledText text(Cell cell) {
        StyledText known = texts.get(cell);
        if (known == null) {
            boolean drawn = cell.width() != 1 || !cell.letter().isEmpty() || Glyphs.isDrawn(cell.glyph());
            known = styled(drawn ? cell : new Cell('?', cell.tone(), cell.weight()));
            texts.put(cell, known);
        }
        return known;
    }

    private StyledText styled(Cell cell) {
        String text = palette.text(cell);
        Ink ink = palette.ink(cell);
        if (text.equals(" ") && !ink.reverse()) {
            return StyledText.BLANK;
        }
        return new StyledText(text, cell.width(), color(ink.color()), ink.bold(), ink.reverse());
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
