package dev.nabla.tui.term;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.ScreenBuffer;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * Turns changed characters of a screen into bytes, row by row. It tracks the style of the terminal across frames. It
 * tracks the cursor only within a frame, because other programs may move it between frames. Every cursor movement is
 * one that a VT100 has.
 */
final class AnsiEncoder {
    private static final int NOWHERE = -1;

    /** A gap of fewer columns than this may be filled with blanks; the shortest cursor movement has as many bytes. */
    private static final int NEAR = 4;

    private final StringBuilder written = new StringBuilder();
    /** A character with the style that the terminal currently writes in. */
    private TextCharacter style = TextCharacter.DEFAULT_CHARACTER;

    private int x;
    private int y = NOWHERE;

    /** Resets the style and clears the terminal, whatever its state. */
    void clear() {
        style = TextCharacter.DEFAULT_CHARACTER;
        written.append("\u001b[0m\u001b[2J");
    }

    /** Writes the character at a position of the screen buffer. */
    void put(int column, int row, ScreenBuffer screen) {
        TextCharacter character = screen.getCharacterAt(column, row);
        styleTo(character);
        moveTo(column, row, screen);
        written.append(character.getCharacterString());
        x = column + 1;
        y = x < screen.getSize().getColumns()
                ? row
                : NOWHERE; // after the last column terminals differ in where the cursor is
    }

    /** Moves the cursor. A few blanks are written again instead, which is shorter. */
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

    /** Returns the output since the last call, as text, and forgets the cursor position. */
    String take() {
        String text = written.toString();
        written.setLength(0);
        y = NOWHERE;
        return text;
    }

    private static boolean isBlank(TextCharacter character) {
        return character.is(' ') && !character.isReversed();
    }

    /**
     * Switches to a style. Only a reset can switch an attribute off, so the others are set again after it. On a blank
     * only reverse is visible, so other differences are ignored.
     */
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
