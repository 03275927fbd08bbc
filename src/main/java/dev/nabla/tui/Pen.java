package dev.nabla.tui;

import dev.nabla.view.Palette.Ink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Turns glyphs at places into bytes, with no more moves and colours than they need: it remembers in which ink the terminal
 * writes, and within a frame where the cursor is; between frames somebody else may have moved it. No move is used that a
 * VT100 has not.
 */
final class Pen {
    private static final int NOWHERE = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Ink ink = Ink.PLAIN;
    private int x = NOWHERE;
    private int y;

    /** A pen for the next frame, to be tried out; it has written nothing. */
    Pen next() {
        Pen next = new Pen();
        next.ink = ink;
        return next;
    }

    byte[] written() {
        return bytes.toByteArray();
    }

    int length() {
        return bytes.size();
    }

    /** Empties the screen; needs no knowledge of what the terminal was doing. */
    void clear() {
        ink = Ink.PLAIN;
        x = NOWHERE;
        write("\u001b[0m\u001b[2J");
    }

    void draw(Dab dab, Sheet sheet) {
        write(way(dab.x(), dab.y(), sheet));
        x = dab.x();
        y = dab.y();
        write(dip(inkFor(dab)));
        ink = inkFor(dab);
        put(dab.glyph(), sheet.width());
    }

    /** How many bytes it would take to begin there. */
    int far(Dab dab, Sheet sheet) {
        return way(dab.x(), dab.y(), sheet).length() + dip(inkFor(dab)).length();
    }

    private Ink inkFor(Dab dab) {
        return !dab.blank() ? dab.ink() : ink.reverse() ? Ink.PLAIN : ink;
    }

    private String way(int column, int row, Sheet sheet) {
        if (x == column && y == row) {
            return "";
        }
        String move = "\u001b[" + (column + row == 0 ? "" : row + 1) + (column == 0 ? "" : ";" + (column + 1)) + "H";
        if (x != NOWHERE) {
            move = shorter(move, down(row - y) + along(x, column));
            move = shorter(move, down(row - y) + "\r" + along(0, column));
            if (row == y && column > x && column - x < move.length()) {
                move = shorter(move, between(column, sheet));
            }
        }
        return move;
    }

    private static String down(int rows) {
        return rows == 0 ? "" : by(Math.abs(rows), rows < 0 ? 'A' : 'B');
    }

    private static String along(int from, int to) {
        return from == to ? "" : from < to ? by(to - from, 'C') : shorter(by(from - to, 'D'), "\b".repeat(from - to));
    }

    private static String by(int cells, char direction) {
        return "\u001b[" + (cells == 1 ? "" : cells) + direction;
    }

    /** What stands on the way, once more, if it is plain text in the ink we have. */
    private String between(int column, Sheet sheet) {
        StringBuilder text = new StringBuilder();
        for (int i = x; i < column; i++) {
            Dab dab = sheet.at(i, y);
            boolean same = dab.blank() ? !ink.reverse() : dab.ink().equals(ink);
            if (!same || dab.glyph() >= 0x7f) {
                return null;
            }
            text.append(dab.glyph());
        }
        return text.toString();
    }

    private static String shorter(String one, String other) {
        return other == null || one.length() <= other.length() ? one : other;
    }

    /** @param width columns of the terminal: after the last one terminals disagree about where they are */
    private void put(char glyph, int width) {
        write(String.valueOf(glyph));
        x = x + 1 < width ? x + 1 : NOWHERE;
    }

    /** What changes the ink: switching off what is too much, or all of it, whichever is shorter. */
    private String dip(Ink wanted) {
        if (ink.equals(wanted)) {
            return "";
        }
        String all = sgr("0", Ink.PLAIN, wanted);
        String off = (ink.bold() && !wanted.bold() ? ";22" : "") + (ink.reverse() && !wanted.reverse() ? ";27" : "");
        String part = sgr(off.isEmpty() ? "" : off.substring(1), ink, wanted);
        return "\u001b[" + shorter(all.equals("0") ? "" : all, part) + "m";
    }

    private static String sgr(String off, Ink from, Ink to) {
        StringBuilder sgr = new StringBuilder(off);
        if (to.bold() && !from.bold()) {
            sgr.append(";1");
        }
        if (to.reverse() && !from.reverse()) {
            sgr.append(";7");
        }
        if (to.color() != from.color()) {
            sgr.append(';').append(color(to.color()));
        }
        return off.isEmpty() ? sgr.substring(1) : sgr.toString();
    }

    /** 0 to 15 are the terminal's own colours, which its user has chosen; the rest are the same everywhere. */
    private static String color(int index) {
        if (index < 0) {
            return "39";
        }
        return index < 8 ? "3" + index : index < 16 ? "9" + (index - 8) : "38;5;" + index;
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
