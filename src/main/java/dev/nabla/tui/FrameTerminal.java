package dev.nabla.tui;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import dev.nabla.frame.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * Lanterna's terminal over a stream that may be anywhere: one write a frame, no more bytes than it takes, no questions.
 *
 * <p>Moves and colours are remembered and only written before a glyph that needs them, for as long as the terminal lives,
 * so a frame in which nothing has changed is 0 bytes. The background is never painted, the cursor never shown. A frame
 * stands between {@code ESC [ ? 2026 h} and {@code l}, which lets terminals that know it show it at once.
 */
final class FrameTerminal extends ANSITerminal {
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?1000h\u001b[?1002h\u001b[?1006h\u001b[?2004h";
    private static final String LEAVE =
            "\u001b[?2026l\u001b[0m\u001b[?2004l\u001b[?1006l\u001b[?1002l\u001b[?1000l\u001b[?25h\u001b[?1049l";
    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";

    /** Colour and attributes; {@code null} colour is not known. */
    private record Pen(TextColor color, EnumSet<SGR> attributes) {
        static final Pen PLAIN = new Pen(TextColor.ANSI.DEFAULT, EnumSet.noneOf(SGR.class));
    }

    private final OutputStream out;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final EnumSet<SGR> attributes = EnumSet.noneOf(SGR.class);
    private TextColor color = TextColor.ANSI.DEFAULT;
    private Pen pen = Pen.PLAIN;
    private TerminalSize size;
    private int x;
    private int y;
    private int penX = -1;
    private int penY = -1;
    private boolean entered;

    FrameTerminal(InputStream in, OutputStream out, Charset charset, Size size) {
        super(in, out, charset);
        this.out = out;
        resize(size);
    }

    void resize(Size now) {
        size = new TerminalSize(now.width(), now.height());
        onResized(size);
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return size == null ? new TerminalSize(80, 24) : size;
    }

    @Override
    public void enterPrivateMode() throws IOException {
        if (!entered) {
            entered = true;
            now(ENTER);
        }
    }

    @Override
    public void exitPrivateMode() throws IOException {
        if (entered) {
            entered = false;
            frame.reset();
            now(LEAVE);
        }
    }

    private void now(String sequence) throws IOException {
        out.write(sequence.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void clearScreen() {
        pen = Pen.PLAIN;
        penX = -1;
        append("\u001b[0m\u001b[2J");
    }

    @Override
    public void setCursorPosition(int column, int row) {
        x = column;
        y = row;
    }

    @Override
    public void setCursorPosition(TerminalPosition position) {
        setCursorPosition(position.getColumn(), position.getRow());
    }

    /** It is hidden while we are there, so there is nothing to say. */
    @Override
    public void setCursorVisible(boolean visible) {}

    @Override
    public void setForegroundColor(TextColor foreground) {
        color = foreground;
    }

    @Override
    public void setBackgroundColor(TextColor background) {}

    @Override
    public void enableSGR(SGR sgr) {
        attributes.add(sgr);
    }

    @Override
    public void disableSGR(SGR sgr) {
        attributes.remove(sgr);
    }

    @Override
    public void resetColorAndSGR() {
        color = TextColor.ANSI.DEFAULT;
        attributes.clear();
    }

    @Override
    public void putCharacter(char glyph) {
        move();
        dip();
        byte[] bytes = String.valueOf(glyph).getBytes(getCharset());
        frame.write(bytes, 0, bytes.length);
        x++;
        penX = x < size.getColumns() ? x : -1; // after the last column terminals disagree about where they are
    }

    private void move() {
        if (penX < 0 || penY != y || x < penX) {
            append("\u001b[" + (y + 1) + (x == 0 ? "" : ";" + (x + 1)) + "H");
        } else if (x > penX) {
            append(x == penX + 1 ? "\u001b[C" : "\u001b[" + (x - penX) + "C");
        }
        penX = x;
        penY = y;
    }

    private void dip() {
        if (pen.color().equals(color) && pen.attributes().equals(attributes)) {
            return;
        }
        StringBuilder sgr = new StringBuilder();
        boolean less = !attributes.containsAll(pen.attributes());
        EnumSet<SGR> more = EnumSet.copyOf(attributes);
        if (less) {
            sgr.append(";0");
        } else {
            more.removeAll(pen.attributes());
        }
        more.forEach(attribute -> sgr.append(attribute == SGR.BOLD ? ";1" : ";7"));
        if (!color.equals(less ? TextColor.ANSI.DEFAULT : pen.color())) {
            sgr.append(';').append(new String(color.getForegroundSGRSequence(), StandardCharsets.US_ASCII));
        }
        append("\u001b[" + (sgr.toString().equals(";0") ? "" : sgr.substring(1)) + "m");
        pen = new Pen(color, EnumSet.copyOf(attributes));
    }

    private void append(String sequence) {
        byte[] bytes = sequence.getBytes(StandardCharsets.US_ASCII);
        frame.write(bytes, 0, bytes.length);
    }

    @Override
    protected void writeToTerminal(byte... bytes) {
        throw new IllegalStateException("not a part of a frame: " + Arrays.toString(bytes));
    }

    @Override
    public void flush() throws IOException {
        if (frame.size() == 0) {
            return;
        }
        byte[] body = frame.toByteArray();
        frame.reset();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length + BEGIN.length() + END.length());
        whole.writeBytes(BEGIN.getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(body);
        whole.writeBytes(END.getBytes(StandardCharsets.US_ASCII));
        out.write(whole.toByteArray());
        out.flush();
    }
}
