package dev.nabla.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cells to write on, counted from (0, 0) at the top left of the canvas; whatever falls outside is clipped.
 *
 * <p>Text is converted to the canvas's glyph level when it is written, so callers write {@code η}; measure it with
 * {@link #width}.
 */
public final class Canvas {
    private final Cell[] cells;
    private final Size size;
    private final Area area;
    private final Font font;
    private final List<Handle> handles;

    public Canvas(Size size, Font font) {
        this(
                new Cell[size.width() * size.height()],
                size,
                new Area(0, 0, size.width(), size.height()),
                font,
                new ArrayList<>());
        Arrays.fill(cells, Cell.BLANK);
    }

    private Canvas(Cell[] cells, Size size, Area area, Font font, List<Handle> handles) {
        this.cells = cells;
        this.size = size;
        this.area = area;
        this.font = font;
        this.handles = handles;
    }

    /** Returns a canvas on a part of this one, with its own (0, 0). */
    public Canvas part(Area inside) {
        int x = Math.max(0, inside.x());
        int y = Math.max(0, inside.y());
        int width = Math.min(inside.x() + inside.width(), area.width()) - x;
        int height = Math.min(inside.y() + inside.height(), area.height()) - y;
        return new Canvas(cells, size, new Area(area.x() + x, area.y() + y, width, height), font, handles);
    }

    public int width() {
        return area.width();
    }

    public int height() {
        return area.height();
    }

    public Area area() {
        return new Area(0, 0, area.width(), area.height());
    }

    public Glyphs glyphs() {
        return font.glyphs();
    }

    public Font font() {
        return font;
    }

    /** Returns the width of a text on this canvas, in cells. */
    public int width(String text) {
        return glyphs().width(text);
    }

    public void put(int x, int y, String text, Tone tone, Weight weight) {
        stamp(x, y, glyphs().spell(text), tone, weight);
    }

    public void put(int x, int y, String text, Tone tone) {
        put(x, y, text, tone, Weight.PLAIN);
    }

    public void put(int x, int y, Line line) {
        int at = x;
        for (Line.Span span : line.spans()) {
            String spelt = glyphs().spell(span.text());
            stamp(at, y, spelt, span.tone(), span.weight());
            at += Letters.width(spelt);
        }
    }

    /** Writes lines below each other. */
    public void put(int x, int y, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            put(x, y + i, lines.get(i));
        }
    }

    /** Writes text so that its last cell is in column {@code end - 1}. */
    public void right(int end, int y, String text, Tone tone, Weight weight) {
        put(end - width(text), y, text, tone, weight);
    }

    public void right(int end, int y, String text, Tone tone) {
        right(end, y, text, tone, Weight.PLAIN);
    }

    /** Writes a number at the right end of a field of {@code cells} cells, all in its tone and weight. */
    public void field(int end, int y, int cells, String number, Tone tone, Weight weight) {
        right(end, y, " ".repeat(Math.max(0, cells - width(number))) + number, tone, weight);
    }

    /** Writes text centred on a cell. */
    public void middle(int x, int y, String text, Tone tone, Weight weight) {
        put(x - width(text) / 2, y, text, tone, weight);
    }

    /** Returns the first text that is at most {@code cells} wide, or the last text if none is. */
    public String fitting(int cells, String... texts) {
        for (String text : texts) {
            if (width(text) <= cells) {
                return text;
            }
        }
        return texts[texts.length - 1];
    }

    /** Writes dim labels at the left end, the middle and the right end of a row. */
    public void ends(int y, String low, String middle, String high) {
        put(0, y, low, Tone.DIM);
        middle(area.width() / 2, y, middle, Tone.DIM, Weight.PLAIN);
        right(area.width(), y, high, Tone.DIM);
    }

    /** Draws a horizontal rule over the whole width. */
    public void rule(int y) {
        put(0, y, "─".repeat(area.width()), Tone.GRID);
    }

    /** Writes one glyph, in exactly one cell, as the glyph level shows it. */
    public void glyph(int x, int y, char glyph, Tone tone, Weight weight) {
        if (glyphs().allows(glyph)) {
            set(x, y, new Cell(glyph, tone, weight));
            return;
        }
        String spelt = glyphs().spell(String.valueOf(glyph)).substring(0, 1);
        stamp(x, y, Letters.width(spelt) == 1 ? spelt : "?", tone, weight);
    }

    /** Declares that the pointer can grab a part of this canvas; area and scales are in this canvas's cells. */
    public void handle(Handle handle) {
        Area grab = handle.area();
        Area placed = new Area(area.x() + grab.x(), area.y() + grab.y(), grab.width(), grab.height());
        handles.add(new Handle(
                handle.name(), handle.part(), placed, moved(handle.across(), area.x()), moved(handle.up(), area.y())));
    }

    private static Scale moved(Scale scale, int by) {
        return scale == null
                ? null
                : new Scale(scale.lo(), scale.hi(), scale.from() + by, scale.to() + by, scale.log());
    }

    private void stamp(int x, int y, String spelt, Tone tone, Weight weight) {
        if (!Letters.areCells(spelt)) {
            stampLetters(x, y, spelt, tone, weight);
            return;
        }
        for (int i = 0; i < spelt.length(); i++) {
            set(x + i, y, new Cell(spelt.charAt(i), tone, weight));
        }
    }

    private void stampLetters(int x, int y, String spelt, Tone tone, Weight weight) {
        int at = x;
        int end;
        for (int i = 0; i < spelt.length(); i = end) {
            end = Letters.end(spelt, i);
            Cell cell = end == i + 1 && Letters.areCells(spelt.substring(i, end))
                    ? new Cell(spelt.charAt(i), tone, weight)
                    : Cell.of(spelt.substring(i, end), tone, weight);
            set(at, y, cell);
            for (int covered = 1; covered < cell.width(); covered++) {
                set(at + covered, y, new Cell(Cell.COVERED, tone, weight));
            }
            at += cell.width();
        }
    }

    private void set(int x, int y, Cell cell) {
        int column = area.x() + x;
        int row = area.y() + y;
        if (area.contains(column, row)) {
            cells[row * size.width() + column] = cell;
        }
    }

    /**
     * Copies the rows of a picture from row {@code from} on, counted from 0, as many as fit; its handles are copied
     * too.
     */
    public void paste(Frame picture, int from) {
        for (int y = 0; y < Math.min(area.height(), picture.size().height() - from); y++) {
            for (int x = 0; x < Math.min(area.width(), picture.size().width()); x++) {
                cells[(area.y() + y) * size.width() + area.x() + x] = picture.cell(x, from + y);
            }
        }
        for (Handle there : picture.handles()) {
            Area grab = there.area();
            int top = Math.max(0, grab.y() - from);
            int rows = Math.min(area.height(), grab.y() - from + grab.height()) - top;
            if (rows > 0) {
                Area seen = new Area(grab.x(), top, grab.width(), rows);
                handle(new Handle(there.name(), there.part(), seen, there.across(), moved(there.up(), -from)));
            }
        }
    }

    /** Returns the current content as an immutable frame. A wide letter that was partly overwritten is left out. */
    public Frame frame() {
        for (int i = 0; i < cells.length; i++) {
            Cell cell = cells[i];
            boolean isLetter = !cell.letter().isEmpty();
            if (isLetter ? isCut(i) : cell.glyph() == Cell.COVERED) {
                cells[i] = new Cell(' ', cell.tone(), cell.weight());
            } else if (isLetter) {
                i += cell.width() - 1;
            }
        }
        return new Frame(size, List.of(cells), handles);
    }

    /** Returns whether another text stands in a cell that the letter of a cell needs, or the row ends before it. */
    private boolean isCut(int at) {
        int end = at + cells[at].width();
        boolean cut = end - 1 >= (at / size.width() + 1) * size.width();
        for (int i = at + 1; i < end && !cut; i++) {
            cut = cells[i].glyph() != Cell.COVERED;
        }
        return cut;
    }
}
