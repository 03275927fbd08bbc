package dev.nabla.tui.term;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.ScreenBuffer;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * Turns characters of a screen into bytes, row by row. It remembers in which style the terminal writes; where the cursor is
 * it knows within a frame only, for between frames somebody else may have moved it. Every move is one that a VT100 has.
 */
final class AnsiEncoder {
    private static final int NOWHERE = -1;

    /** As many columns as the shortest move has bytes. */
    private static final int NEAR = 4;

    private final StringBuilder written = new StringBuilder();
    /** A character in the style in which the terminal writes. */
    private TextCharacter style = TextCharacter.DEFAULT_CHARACTER;

    private int x;
    private int y = NOWHERE;

    /** Empties the terminal first; needs no knowledge of what it was doing. */
    void clear() {
        style = TextCharacter.DEFAULT_CHARACTER;
        written.append("\u001b[0m\u001b[2J");
    }

    /** Writes the character that stands there on the screen. */
    void put(int column, int row, ScreenBuffer screen) {
        TextCharacter character = screen.getCharacterAt(column, row);
        styleTo(character);
        moveTo(column, row, screen);
        written.append(character.getCharacterString());
        x = column + 1;
        y = x < screen.getSize().getColumns() ? row : NOWHERE; // after the last column terminals disagree
    }

    /** Over a few blanks by writing them once more, which is shorter. */
    private void moveTo(int column, int row, ScreenBuffer screen) {
        boolean near = y == row && column - x < NEAR;
        for (int i = x; near && i < column; i++) {
            near = !style.isReversed() && isBlank(screen.getCharacterAt(i, row));
        }
        if (near) {
            written.append(" ".repeat(column - x));
        } else if (y == row) {
            written.append("\u001b[" + (column - x) + 'C');
        } else {
            written.append("\u001b[" + (row + 1) + ';' + (column + 1) + 'H');
        }
    }

    /** The bytes, as text, since the last call. */
    String take() {
        String text = written.toString();
        written.setLength(0);
        y = NOWHERE;
        return text;
    }

    private static boolean isBlank(TextCharacter character) {
        return character.is(' ') && !character.isReversed();
    }

    /** Only a reset switches anything off, and it takes all the rest with it. A blank shows nothing of a style but reverse. */
    private void styleTo(TextCharacter wanted) {
        boolean same = wanted.isBold() == style.isBold()
                && wanted.isReversed() == style.isReversed()
                && wanted.getForegroundColor().equals(style.getForegroundColor());
        if (same || isBlank(wanted) && !style.isReversed()) {
            return;
        }
        boolean plain = wanted.getForegroundColor() == TextColor.ANSI.DEFAULT;
        boolean off = style.isBold() && !wanted.isBold() || style.isReversed() && !wanted.isReversed();
        StringJoiner sgr = new StringJoiner(";", "\u001b[", "m");
        if (off || plain) {
            sgr.add("0");
        }
        if (wanted.isBold()) {
            sgr.add("1");
        }
        if (wanted.isReversed()) {
            sgr.add("7");
        }
        if (!plain) {
            sgr.add(new String(wanted.getForegroundColor().getForegroundSGRSequence(), StandardCharsets.US_ASCII));
        }
        written.append(sgr);
        style = wanted;
    }
}
