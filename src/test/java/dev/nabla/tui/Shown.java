package dev.nabla.tui;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Ink;

/**
 * A frame as a terminal must show it, as one line of JSON: {@code rows} of glyphs, and {@code inks}, which are runs of
 * {@code count*colour}, then {@code b} for bold and {@code r} for reverse; a blank that is not reversed is {@code _}.
 * {@code xterm.js} tells the cells of its screen in the same way.
 */
final class Shown {
    private Shown() {}

    static String json(Frame frame, Palette palette) {
        StringBuilder rows = new StringBuilder();
        StringBuilder inks = new StringBuilder();
        for (int y = 0; y < frame.size().height(); y++) {
            rows.append(y == 0 ? "" : ",").append(quoted(row(frame, y, palette)));
            inks.append(y == 0 ? "" : ",").append(quoted(inks(frame, y, palette)));
        }
        return "{\"rows\":[" + rows + "],\"inks\":[" + inks + "]}";
    }

    private static String row(Frame frame, int y, Palette palette) {
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < frame.size().width(); x++) {
            row.append(palette.text(frame.cell(x, y)));
        }
        return row.toString();
    }

    private static String inks(Frame frame, int y, Palette palette) {
        StringBuilder runs = new StringBuilder();
        String run = "";
        int length = 0;
        for (int x = 0; x < frame.size().width(); x++) {
            String ink = ink(frame.cell(x, y), palette);
            if (!ink.equals(run) && length > 0) {
                runs.append(length).append('*').append(run).append(' ');
                length = 0;
            }
            run = ink;
            length++;
        }
        return runs.append(length).append('*').append(run).toString();
    }

    private static String ink(Cell cell, Palette palette) {
        Ink ink = palette.ink(cell);
        if (cell.glyph() == ' ' && !ink.reverse()) {
            return "_";
        }
        return (ink.color() < 0 ? "" : ink.color()) + (ink.bold() ? "b" : "") + (ink.reverse() ? "r" : "");
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
