package dev.nabla.tui.term;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.AbstractScreen;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Ink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Lanterna's screen at the end of a stream that may lead anywhere: one write a frame, only what has changed, no questions.
 *
 * <p>The background is never painted, the cursor never shown. A frame stands between {@code ESC [ ? 2026 h} and {@code l},
 * which lets terminals that know it show it at once.
 */
public final class Renderer extends AbstractScreen {
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
    private final Map<Cell, TextCharacter> characters = new HashMap<>();
    private Palette palette;
    /** What stands on the screen, row by row: kept, so that of a picture only what has changed outlives it. */
    private Cell[] painted;

    private boolean entered;
    private boolean unknown = true;
    private int written;

    /** @param mouse whether the terminal is asked for the mouse when it is entered */
    public Renderer(OutputStream out, Size size, boolean mouse) {
        super(lanterna(size));
        this.out = out;
        this.mouse = mouse;
        setCursorPosition(null);
    }

    private static TerminalSize lanterna(Size size) {
        return new TerminalSize(size.width(), size.height());
    }

    Size size() {
        return new Size(getTerminalSize().getColumns(), getTerminalSize().getRows());
    }

    /** After a change of size no terminal's content is known. */
    public void resize(Size now) {
        addResizeRequest(lanterna(now));
        doResizeIfNecessary();
        unknown = true;
    }

    /** Takes the terminal; the next frame is painted whole. */
    @Override
    public void startScreen() throws IOException {
        unknown = true;
        if (!entered) {
            entered = true;
            write(ENTER + (mouse ? MOUSE : "") + PASTE);
        }
    }

    /** Gives the terminal back. */
    @Override
    public void stopScreen() throws IOException {
        if (entered) {
            entered = false;
            write(LEAVE);
        }
    }

    /** Gives the screen back, and leaves this text on the normal one. */
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
     * Shows a frame in the colours of the terminal, cut or filled to its size; one equal to the last costs no byte.
     *
     * @return the bytes that were written
     */
    public int paint(Frame frame, Palette colors) throws IOException {
        Size size = size();
        if (unknown || !colors.equals(palette)) {
            palette = colors;
            characters.clear();
            painted = new Cell[size.width() * size.height()];
        }
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                boolean inside = x < frame.size().width() && y < frame.size().height();
                Cell cell = inside ? frame.cell(x, y) : Cell.BLANK;
                int at = y * size.width() + x;
                if (!cell.equals(painted[at])) {
                    painted[at] = cell;
                    getBackBuffer().setCharacterAt(x, y, character(cell));
                }
            }
        }
        written = 0;
        refresh(unknown ? RefreshType.COMPLETE : RefreshType.DELTA);
        return written;
    }

    /** The one character for a glyph, tone and weight. What no frame may hold could harm the terminal: it is a question mark. */
    private TextCharacter character(Cell cell) {
        return Glyphs.BRAILLE.allows(cell.glyph())
                ? characters.computeIfAbsent(cell, this::styled)
                : character(new Cell('?', cell.tone(), cell.weight()));
    }

    private TextCharacter styled(Cell cell) {
        char glyph = palette.glyph(cell);
        Ink ink = palette.ink(cell);
        if (glyph == ' ' && !ink.reverse()) {
            return DEFAULT_CHARACTER;
        }
        TextCharacter plain = DEFAULT_CHARACTER.withCharacter(glyph).withForegroundColor(color(ink.color()));
        TextCharacter loud = ink.bold() ? plain.withModifier(SGR.BOLD) : plain;
        return ink.reverse() ? loud.withModifier(SGR.REVERSE) : loud;
    }

    /** 0 to 15 are the terminal's own colours, which its user has chosen; the rest are the same everywhere. */
    private static TextColor color(int index) {
        if (index < 0) {
            return TextColor.ANSI.DEFAULT;
        }
        return index < 16 ? TextColor.ANSI.values()[index < 8 ? index : index + 1] : new TextColor.Indexed(index);
    }

    @Override
    public void refresh(RefreshType type) throws IOException {
        boolean whole = type == RefreshType.COMPLETE;
        if (whole) {
            encoder.clear();
        }
        for (int y = 0; y < getTerminalSize().getRows(); y++) {
            for (int x = 0; x < getTerminalSize().getColumns(); x++) {
                TextCharacter now = getBackBuffer().getCharacterAt(x, y);
                TextCharacter before = getFrontBuffer().getCharacterAt(x, y);
                if (whole || now != before) {
                    getFrontBuffer().setCharacterAt(x, y, now);
                    if (!now.equals(whole ? DEFAULT_CHARACTER : before)) {
                        encoder.put(x, y, getBackBuffer());
                    }
                }
            }
        }
        unknown = false;
        String changes = encoder.take();
        if (!changes.isEmpty()) {
            write(BEGIN + changes + END);
        }
    }

    @Override
    public KeyStroke pollInput() {
        throw new UnsupportedOperationException("keys come from the inbox");
    }

    @Override
    public KeyStroke readInput() {
        throw new UnsupportedOperationException("keys come from the inbox");
    }
}
