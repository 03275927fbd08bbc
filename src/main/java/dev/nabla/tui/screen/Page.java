package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Section;
import java.util.List;

/**
 * A screen without a figure: a row with its title, a rule, and lines; the key line comes below.
 *
 * @param screen the whole of it
 * @param body where the lines stand
 */
record Page(Canvas screen, Canvas body) {
    private static final int GRID = 3;
    /** Words are easier to read in lines that are not too long. */
    static final int WIDEST = 72;

    /** Rows of its body. */
    static int rows(Size size) {
        return Math.max(1, size.height() - GRID);
    }

    static Page of(Line title, Line aside, ScreenState state) {
        Size size = state.size();
        Canvas canvas = new Canvas(size, state.font());
        canvas.put(1, 0, title);
        canvas.put(size.width() - 1 - canvas.glyphs().width(aside), 0, aside);
        canvas.rule(1);
        return new Page(canvas, canvas.part(canvas.area().afterRows(2).top(rows(size))));
    }

    /** A section's number and name. */
    static Line title(Section section) {
        return Line.EMPTY.dim(section.id() + " ").span(section.title(), Tone.TEXT, Weight.BOLD);
    }

    /** As many lines as fit, from this one on. */
    void put(List<Line> lines, int from) {
        for (int i = 0; i < body.height() && from + i < lines.size(); i++) {
            body.put(1, i, lines.get(from + i));
        }
    }
}
