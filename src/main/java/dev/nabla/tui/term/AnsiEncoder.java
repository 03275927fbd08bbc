package dev.nabla.tui.term;

import com.googlecode.lanterna.TextColor;
import dev.nabla.frame.Size;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

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
    /** A text with the style that the terminal currently writes in. */
    private StyledText style = StyledText.BLANK;

    private int x;
    private int y = NOWHERE;

    /** Resets the style and clears the terminal, whatever its state. */
    void clear() {
        style = StyledText.BLANK;
        written.append("\u001b[0m\u001b[2J");
    }

    /**
     * Writes a text at a position of the screen.
     *
     * @param isBlank whether the terminal shows a blank in a column of this row, to the left of the text
     */
    void put(int column, int row, StyledText text, IntPredicate isBlank, Size size) {
        styleTo(text);
        moveTo(column, row, isBlank);
        if (text.width() > 1 || text.text().length() > 1) {
            putLetter(column, row, text);
            return;
        }
        written.append(text.text());
        x = column + 1;
        y = x < size.width() ? row : NOWHERE; // after the last column terminals differ in where the cursor is
    }

    /**
     * Writes a letter with marks or of several cells. Terminals differ in its width. Its cells are written with blanks
     * first, in case that it takes fewer, and the next text is placed by its row and column.
     */
    private void putLetter(int column, int row, StyledText letter) {
        written.append(" ".repeat(letter.width()))
                .append("\u001b[")
                .append(row + 1)
                .append(';')
                .append(column + 1)
                .append('H')
                .append(letter.text());
        y = NOWHERE;
    }

    /** Moves the cursor. A few blanks are written again instead, which is shorter. */
    private void moveTo(int column, int row, IntPredicate isBlank) {
        boolean near = y == row && column - x < NEAR;
        for (int i = x; near && i < column; i++) {
            near = !style.reverse() && isBlank.test(i);
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

    /**
     * Switches to a style. Only a reset can switch an attribute off, so the others are set again after it. On a blank
     * only reverse is visible, so other differences are ignored.
     */
    private void styleTo(StyledText wanted) {
        boolean same = wanted.bold() == style.bold()
                && wanted.reverse() == style.reverse()
                && wanted.color().equals(style.color());
        if (same || wanted.isBlank() && !style.reverse()) {
            return;
        }
        boolean plain = wanted.color() == TextColor.ANSI.DEFAULT;
        boolean off = style.bold() && !wanted.bold() || style.reverse() && !wanted.reverse();
        StringJoiner sgr = new StringJoiner(";", "\u001b[", "m");
        if (off || plain) {
            sgr.add("0");
        }
        if (wanted.bold()) {
            sgr.add("1");
        }
        if (wanted.reverse()) {
            sgr.add("7");
        }
        if (!plain) {
            sgr.add(new String(wanted.color().getForegroundSGRSequence(), StandardCharsets.US_ASCII));
        }
        written.append(sgr);
        style = wanted;
    }
}
