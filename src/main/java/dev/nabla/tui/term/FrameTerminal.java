package dev.nabla.tui.term;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette.Ink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lanterna's terminal over a tty or a connection. All output is collected until {@link #send}, which writes it at once.
 * The size is set from outside. The terminal is never queried.
 *
 * <p>It tracks the style across frames. It tracks the cursor only within a frame, because other programs may move it
 * between frames. Every cursor movement is one that a VT100 has. The background is never painted and the cursor never
 * shown.
 */
final class FrameTerminal extends ANSITerminal {
    private static final String MOUSE = "\u001b[?1000h\u001b[?1002h\u001b[?1006h";
    private static final String PASTE = "\u001b[?2004h";
    private static final String NO_PASTE_NO_MOUSE = "\u001b[?2004l\u001b[?1006l\u001b[?1002l\u001b[?1000l";
    /** Between these, terminals with synchronized output collect a frame and show it at once. */
    private static final String BEGIN = "\u001b[?2026h";

    private static final String END = "\u001b[?2026l";
    private static final int NOWHERE = -1;
    private static final int OWN_COLORS = 16;

    /** The token that Lanterna's decoder reads. It never has only the beginning of one, so the decoder never waits. */
    private static final class TokenStream extends ByteArrayInputStream {
        TokenStream() {
            super(new byte[0]);
        }

        void offer(String token) {
            buf = token.getBytes(StandardCharsets.UTF_8);
            pos = 0;
            count = buf.length;
        }
    }

    private final TokenStream tokens;
    private final OutputStream out;
    private final boolean mouse;
    /** The output since the last {@link #send}. A new one each time, so that a session keeps no memory for it. */
    private StringBuilder written = new StringBuilder();

    /** The end of the output if it is a style, so that another one can join it. */
    private int styleEnd = NOWHERE;

    private TerminalSize size;
    /** The style that the terminal writes in; null if unknown. */
    private Ink ink;

    private int x;
    private int y = NOWHERE;

    /**
     * Creates a terminal.
     *
     * @param mouse whether to request mouse reports when the terminal is taken
     */
    FrameTerminal(OutputStream out, Size size, boolean mouse) {
        this(new TokenStream(), out, size, mouse);
    }

    private FrameTerminal(TokenStream tokens, OutputStream out, Size size, boolean mouse) {
        super(tokens, out, StandardCharsets.UTF_8);
        this.tokens = tokens;
        this.out = out;
        this.mouse = mouse;
        resize(size);
    }

    @Override
    protected KeyDecodingProfile getDefaultKeyDecodingProfile() {
        return new KeyProfile();
    }

    /**
     * Returns the strokes in a complete token: one for a key, a mouse report or a char, several for what is unknown.
     *
     * <p>It asks the decoder itself, because {@link #pollInput} takes the first F3 for a reply to a query.
     */
    List<KeyStroke> strokes(String token) throws IOException {
        tokens.offer(token);
        List<KeyStroke> strokes = new ArrayList<>();
        for (KeyStroke next = getInputDecoder().getNextCharacter(false); next != null; ) {
            strokes.add(next);
            next = getInputDecoder().getNextCharacter(false);
        }
        return strokes;
    }

    /** Sets the size and tells the listeners. */
    void resize(Size now) {
        size = new TerminalSize(now.width(), now.height());
        onResized(size);
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return size;
    }

    @Override
    public void enterPrivateMode() throws IOException {
        super.enterPrivateMode();
        setCursorVisible(false);
        written.append(mouse ? MOUSE : "").append(PASTE);
        send();
    }

    @Override
    public void exitPrivateMode() throws IOException {
        written.setLength(0);
        written.append(END);
        ink = null;
        resetColorAndSGR();
        written.append(NO_PASTE_NO_MOUSE);
        super.exitPrivateMode();
        send();
    }

    /** Resets the style and clears the terminal, whatever its state. */
    @Override
    public void clearScreen() throws IOException {
        ink = null;
        resetColorAndSGR();
        super.clearScreen();
    }

    /** Resets the style unless it is plain already. */
    @Override
    public void resetColorAndSGR() throws IOException {
        if (!Ink.PLAIN.equals(ink)) {
            super.resetColorAndSGR();
            ink = Ink.PLAIN;
        }
    }

    boolean isReversed() {
        return ink.reverse();
    }

    /** Switches to a style. Only a reset can switch an attribute off, so the others are set again after it. */
    void setStyle(Ink wanted) throws IOException {
        if (wanted.equals(ink)) {
            return;
        }
        boolean plain = wanted.color() == Ink.DEFAULT;
        if (plain || ink.bold() && !wanted.bold() || ink.reverse() && !wanted.reverse()) {
            super.resetColorAndSGR();
        }
        if (wanted.bold()) {
            enableSGR(SGR.BOLD);
        }
        if (wanted.reverse()) {
            enableSGR(SGR.REVERSE);
        }
        if (!plain) {
            setForegroundColor(color(wanted.color()));
        }
        ink = wanted;
    }

    /**
     * Returns a colour by its index. 0 to 15 are the terminal's own colours, which its user chooses; from 16 on they
     * are the same everywhere.
     */
    private static TextColor color(int index) {
        if (index >= OWN_COLORS) {
            return new TextColor.Indexed(index);
        }
        int behindDefault = index < TextColor.ANSI.DEFAULT.ordinal() ? index : index + 1;
        return TextColor.ANSI.values()[behindDefault];
    }

    /** Returns how many columns of the same row a cell is ahead of the cursor; negative if it is not. */
    int columnsTo(int column, int row) {
        return row == y ? column - x : NOWHERE;
    }

    /** Moves the cursor, within a row by the shorter sequence. */
    @Override
    public void setCursorPosition(int column, int row) throws IOException {
        if (columnsTo(column, row) > 0) {
            written.append("\u001b[").append(column - x).append('C');
        } else {
            super.setCursorPosition(column, row);
        }
        x = column;
        y = row;
    }

    /** Writes glyphs of one cell each, behind a call of {@link #setCursorPosition}. */
    @Override
    public void putString(String glyphs) {
        written.append(glyphs);
        x += glyphs.length();
        y = x < size.getColumns() ? y : NOWHERE; // after the last column terminals differ in where the cursor is
    }

    /**
     * Writes a letter with marks or of several cells. Terminals differ in its width. Its cells are written with blanks
     * first, in case that it takes fewer, and the next text is placed by its row and column.
     */
    void putLetter(String letter, int width) throws IOException {
        int column = x;
        int row = y;
        putString(" ".repeat(width));
        setCursorPosition(column, row);
        written.append(letter);
        y = NOWHERE;
    }

    /** Writes a text as it is, control sequences included. */
    void say(String text) throws IOException {
        written.append(text);
        send();
    }

    /** Collects a sequence of ASCII characters. Styles behind one another become one sequence. */
    @Override
    protected void writeToTerminal(byte... sequence) {
        boolean style = sequence[sequence.length - 1] == 'm';
        boolean joins = style && styleEnd == written.length();
        if (joins) {
            written.setCharAt(styleEnd - 1, ';');
        }
        for (int i = joins ? 2 : 0; i < sequence.length; i++) {
            written.append((char) sequence[i]);
        }
        styleEnd = style ? written.length() : NOWHERE;
    }

    /** Does nothing: Lanterna flushes also in the middle of a change of mode. */
    @Override
    public void flush() {}

    /**
     * Writes what was collected, as one frame.
     *
     * @return the number of bytes
     */
    int sendFrame() throws IOException {
        if (written.isEmpty()) {
            return 0;
        }
        written.insert(0, BEGIN).append(END);
        return send();
    }

    private int send() throws IOException {
        byte[] bytes = written.toString().getBytes(StandardCharsets.UTF_8);
        written = new StringBuilder();
        styleEnd = NOWHERE;
        y = NOWHERE;
        out.write(bytes);
        out.flush();
        return bytes.length;
    }
}
