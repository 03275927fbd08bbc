package dev.nabla.tui.term;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.ScreenBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Turns characters of a screen into bytes, one style after the other, each row by row: styles take more bytes than moves. It
 * remembers in which style the terminal writes; where the cursor is it knows within a frame only, for between frames somebody
 * else may have moved it. Every move is one that a VT100 has.
 */
final class AnsiEncoder {
    private static final int NOWHERE = -1;

    /** As many columns as the shortest move has bytes. */
    private static final int NEAR = 4;

    /** All that tells two equal glyphs apart; the background is always the terminal's own. */
    private record Style(TextColor color, boolean bold, boolean reversed) {
        static final Style PLAIN = new Style(TextColor.ANSI.DEFAULT, false, false);

        static Style of(TextCharacter character) {
            return new Style(character.getForegroundColor(), character.isBold(), character.isReversed());
        }

        /** True if a character needs no other style: a blank shows nothing of it but reverse. */
        boolean suits(TextCharacter character) {
            boolean blank = character.is(' ') && !character.isReversed();
            return blank ? !reversed : equals(of(character));
        }
    }

    private final Map<Style, List<TerminalPosition>> places = new LinkedHashMap<>();
    private StringBuilder written = new StringBuilder();
    private Style last = Style.PLAIN;
    private Style current = Style.PLAIN;
    private int x = NOWHERE;
    private int y;

    /** Empties the terminal first; needs no knowledge of what it was doing. */
    void clear() {
        current = Style.PLAIN;
        written.append("\u001b[0m\u001b[2J");
    }

    /** This character is to be written there. */
    void put(int column, int row, TextCharacter character) {
        last = last.suits(character) ? last : Style.of(character);
        places.computeIfAbsent(last, any -> new ArrayList<>()).add(new TerminalPosition(column, row));
    }

    /** The bytes, as text, that write all that has been put, and stands on the screen. */
    String encode(ScreenBuffer screen) {
        places.forEach((style, same) -> {
            styleTo(style);
            same.forEach(place -> write(place.getColumn(), place.getRow(), screen));
        });
        String text = written.toString();
        places.clear();
        written = new StringBuilder();
        x = NOWHERE;
        return text;
    }

    private void write(int column, int row, ScreenBuffer screen) {
        int from = isNear(column, row, screen) ? x : column;
        if (x != from || y != row) {
            moveTo(from, row);
        }
        for (int i = from; i <= column; i++) {
            written.append(screen.getCharacterAt(i, row).getCharacterString());
        }
        x = column + 1 < screen.getSize().getColumns()
                ? column + 1
                : NOWHERE; // after the last column terminals disagree
        y = row;
    }

    /** True if to write once more what stands between is no longer than a move. */
    private boolean isNear(int column, int row, ScreenBuffer screen) {
        boolean near = isAhead(column, row) && column - x < NEAR;
        for (int i = x; near && i < column; i++) {
            TextCharacter between = screen.getCharacterAt(i, row);
            near = current.suits(between) && between.getCharacterString().charAt(0) < 0x7f;
        }
        return near;
    }

    private boolean isAhead(int column, int row) {
        return x != NOWHERE && y == row && x <= column;
    }

    private void moveTo(int column, int row) {
        if (isAhead(column, row)) {
            written.append("\u001b[").append(column - x).append('C');
        } else {
            written.append("\u001b[" + (row + 1) + ';' + (column + 1) + 'H');
        }
    }

    /** Only a reset switches anything off, and it takes all the rest with it. */
    private void styleTo(Style wanted) {
        if (wanted.equals(current)) {
            return;
        }
        boolean plain = wanted.color == TextColor.ANSI.DEFAULT;
        boolean off = current.bold && !wanted.bold || current.reversed && !wanted.reversed;
        StringJoiner sgr = new StringJoiner(";", "\u001b[", "m");
        if (off || plain) {
            sgr.add("0");
        }
        if (wanted.bold) {
            sgr.add("1");
        }
        if (wanted.reversed) {
            sgr.add("7");
        }
        if (!plain) {
            sgr.add(new String(wanted.color.getForegroundSGRSequence(), StandardCharsets.US_ASCII));
        }
        written.append(sgr);
        current = wanted;
    }
}
