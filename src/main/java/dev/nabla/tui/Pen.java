package dev.nabla.tui;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/**
 * Turns glyphs at places into bytes, with no more moves and colours than they need: it remembers where the terminal's
 * cursor is and how it writes, over all frames.
 */
final class Pen {
    private static final int NOWHERE = -1;

    private final Charset charset;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private TextColor color = TextColor.ANSI.DEFAULT;
    private EnumSet<SGR> attributes = EnumSet.noneOf(SGR.class);
    private int x = NOWHERE;
    private int y;

    Pen(Charset charset) {
        this.charset = charset;
    }

    /** What has been written since the last time, which may be nothing. */
    byte[] take() {
        byte[] written = bytes.toByteArray();
        bytes.reset();
        return written;
    }

    /** Empties the screen; needs no knowledge of what the terminal was doing. */
    void clear() {
        color = TextColor.ANSI.DEFAULT;
        attributes = EnumSet.noneOf(SGR.class);
        x = NOWHERE;
        write("\u001b[0m\u001b[2J");
    }

    void move(int column, int row) {
        if (x == NOWHERE || y != row || column < x) {
            write("\u001b[" + (column + row == 0 ? "" : row + 1) + (column == 0 ? "" : ";" + (column + 1)) + "H");
        } else if (column > x) {
            write(column == x + 1 ? "\u001b[C" : "\u001b[" + (column - x) + "C");
        }
        x = column;
        y = row;
    }

    /** @param width columns of the terminal: after the last one terminals disagree about where they are */
    void put(char glyph, int width) {
        byte[] encoded = String.valueOf(glyph).getBytes(charset);
        bytes.write(encoded, 0, encoded.length);
        x = x + 1 < width ? x + 1 : NOWHERE;
    }

    /** Writes from now on in this colour, with these attributes: bold and reverse are the ones there are. */
    void dip(TextColor wanted, EnumSet<SGR> wantedAttributes) {
        if (color.equals(wanted) && attributes.equals(wantedAttributes)) {
            return;
        }
        boolean reset = !wantedAttributes.containsAll(attributes);
        StringBuilder sgr = new StringBuilder(reset ? ";0" : "");
        for (SGR attribute : wantedAttributes) {
            if (reset || !attributes.contains(attribute)) {
                sgr.append(attribute == SGR.BOLD ? ";1" : ";7");
            }
        }
        if (!wanted.equals(reset ? TextColor.ANSI.DEFAULT : color)) {
            sgr.append(';').append(new String(wanted.getForegroundSGRSequence(), StandardCharsets.US_ASCII));
        }
        write("\u001b[" + (sgr.toString().equals(";0") ? "" : sgr.substring(1)) + "m");
        color = wanted;
        attributes = EnumSet.copyOf(wantedAttributes);
    }

    private void write(String sequence) {
        byte[] ascii = sequence.getBytes(StandardCharsets.US_ASCII);
        bytes.write(ascii, 0, ascii.length);
    }
}
