package dev.nabla.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Navigation;
import dev.nabla.screen.part.Clip;
import java.util.List;

/**
 * A list that may have more rows than the screen.
 *
 * @param size number of rows
 * @param at the selected row, from 0; in a list without selection the first visible row
 */
public record ListPosition(int size, int at) {
    /** The name of the mouse handle of a row. */
    public static final String ROW = "row";

    /**
     * Returns the list after a key that moves the selection. Page keys go to an end, because a page is the whole list.
     */
    ListPosition moved(Navigation go) {
        return new ListPosition(size, ScreenLayout.scrolled(go, at, size - 1, size - 1));
    }

    /**
     * Returns a list without selection after a scrolling key. It stops when the last row is at the bottom.
     *
     * @param shown number of visible rows
     */
    ListPosition scrolled(Navigation go, int shown) {
        return new ListPosition(size, ScreenLayout.scrolled(go, at, shown - 1, size - shown));
    }

    /** Returns the list with the selection moved by a number of rows, wrapping round at the ends. */
    ListPosition neighbour(int by) {
        return new ListPosition(size, Math.floorMod(at + by, size));
    }

    /** Returns the first visible row, from 0, chosen so that the selection is in the middle if possible. */
    int top(int shown) {
        return Math.max(0, Math.min(at - shown / 2, size - shown));
    }

    /** Returns the index after the last visible row. */
    int end(int shown) {
        return Math.min(size, top(shown) + shown);
    }

    /** Draws the mark of the chosen row, and lets the mouse open the row. */
    static void mark(boolean chosen, int row, Canvas canvas) {
        canvas.put(1, 0, chosen ? "►" : " ", Tone.SECOND, Weight.BOLD);
        handle(row, canvas);
    }

    /** Draws the mark and the name of a row, and lets the mouse open the row. */
    static void name(String name, int width, boolean chosen, int row, Canvas canvas) {
        mark(chosen, row, canvas);
        Line line = Line.EMPTY.span(name, Tone.TEXT, chosen ? Weight.REVERSE : Weight.PLAIN);
        canvas.put(3, 0, Clip.to(line, width, canvas.glyphs()));
    }

    private static void handle(int row, Canvas canvas) {
        canvas.handle(new Handle(ROW, row, canvas.area(), Scale.linear(0, 0, 0, 0), null));
    }

    /** Returns the number of rows that do not fit below those that {@link #put} draws. */
    int below(List<List<Line>> rows, int height) {
        int y = firstLine(rows, height);
        int below = 0;
        for (List<Line> row : rows) {
            y += row.size();
            below += y > height ? 1 : 0;
        }
        return below;
    }

    /** Returns where the first line is drawn, at most 0, so that the selected row is visible. */
    private int firstLine(List<List<Line>> rows, int height) {
        int last = rows.subList(0, at + 1).stream().mapToInt(List::size).sum();
        return Math.min(0, height - last);
    }

    /** Draws rows of several lines each, scrolled so far that the selected row is visible. */
    void put(List<List<Line>> rows, Canvas body) {
        int y = firstLine(rows, body.height());
        for (int row = 0; row < size; row++) {
            for (Line line : rows.get(row)) {
                if (y >= 0 && y < body.height()) {
                    Canvas canvas = body.part(new Area(0, y, body.width(), 1));
                    canvas.put(1, 0, line);
                    handle(row, canvas);
                }
                y++;
            }
        }
    }
}
