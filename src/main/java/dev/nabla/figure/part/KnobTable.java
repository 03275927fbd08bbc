package dev.nabla.figure.part;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Rows of named numbers in common columns, two of which are called {@code name} and {@code value}. The focused row has
 * the marker before its bold name, and its value is reversed. A column that found no room is not drawn.
 */
public final class KnobTable {
    private static final int MARKER = 2;

    private final Canvas body;
    private final ViewState<?> cursor;
    private final Map<String, Area> columns;

    /** Creates columns side by side, one cell apart, over the whole width except the marker and the edges. */
    public KnobTable(Canvas body, ViewState<?> cursor, Track... columns) {
        this.body = body;
        this.cursor = cursor;
        this.columns =
                TrackLayout.columns(new Area(1 + MARKER, 0, body.width() - MARKER - 2, body.height()), 1, columns);
    }

    /** Returns the area of a column over the full height; an empty area if the column found no room. */
    public Area column(String name) {
        return columns.getOrDefault(name, new Area(-1, 0, 0, 0));
    }

    /** Returns the area from the first cell of one column to the last cell of another. */
    public Area across(String first, String last) {
        Area from = column(first);
        return new Area(from.x(), 0, column(last).end() - from.x(), body.height());
    }

    /**
     * Draws a list of {@code n} entries of {@code rows} rows each, with a blank row below each if there is {@linkplain
     * #isSpread room}. If they do not all fit, draws those around entry {@code seen} and a line that counts the others.
     *
     * @param seen the entry that must be visible, counted from 0
     * @param entry draws the entry with the given index, from 0, at the given first row
     */
    public void list(Area place, int n, int rows, int seen, BiConsumer<Integer, Integer> entry) {
        int pitch = isSpread(place, n, rows) ? rows + 1 : rows;
        int shown = n * pitch <= place.height() ? n : (place.height() - 1) / pitch;
        MatrixGrid.VisibleRange window = MatrixGrid.window(seen, shown, n);
        for (int i = window.from(); i < window.to(); i++) {
            entry.accept(i, place.y() + (i - window.from()) * pitch);
        }
        if (shown < n) {
            label("name", place.y() + shown * pitch, n - shown + " more");
        }
    }

    public static boolean isSpread(Area place, int n, int rows) {
        return n * (rows + 1) <= place.height();
    }

    /** Draws dim text at the start of a column: the first of the texts that fits. */
    public void label(String column, int y, String... texts) {
        Area place = column(column);
        if (place.width() > 0) {
            body.put(place.x(), y, body.fitting(place.width(), texts), Tone.DIM);
        }
    }

    /** Draws text that ends with its column. */
    public void right(String column, int y, String text, Tone tone, Weight weight) {
        Area place = column(column);
        if (place.width() > 0) {
            body.right(place.end(), y, text, tone, weight);
        }
    }

    public void right(String column, int y, String text, Tone tone) {
        right(column, y, text, tone, Weight.PLAIN);
    }

    /** Draws a number that ends with its column; dim if an open guess hides it. */
    public <R, N extends Number> void number(
            String column, int y, Quantity<R, N> quantity, R results, Tone tone, Weight weight) {
        number(column, y, quantity, cursor.column(quantity, results, width(column)), tone, weight);
    }

    /** Draws component j, counted from 0, so that it ends with its column; dim if an open guess hides it. */
    public <R> void number(
            String column, int y, Quantity<R, Vector> quantity, R results, int j, Tone tone, Weight weight) {
        number(column, y, quantity, cursor.column(quantity, results, j, width(column)), tone, weight);
    }

    private void number(String column, int y, Quantity<?, ?> quantity, String text, Tone tone, Weight weight) {
        boolean hidden = cursor.hides(quantity);
        right(column, y, text, hidden ? Tone.DIM : tone, hidden ? Weight.PLAIN : weight);
    }

    private int width(String column) {
        return column(column).width();
    }

    /** Draws the labels of a column's axis: both ends and the middle. */
    public void scale(String column, int y, String low, String middle, String high) {
        body.part(column(column)).ends(y, low, middle, high);
    }

    /** Draws, in the row y of a slider's axis, the ends of its range and some numbers between them. */
    public void ends(String column, int y, KnobView knob, double... between) {
        Area place = column(column);
        if (place.width() > 0) {
            Range range = knob.range().orElseThrow();
            scale(column, y, end(range.lo()), "", end(range.hi()));
            Scale scale = knob.scale(place.x(), place.end() - 1);
            for (double x : between) {
                body.put(scale.cell(x), y, end(x), Tone.DIM);
            }
        }
    }

    private static String end(double x) {
        return Decimal.typeset(Decimal.shortest(x));
    }

    /**
     * Draws a knob: its label in the column {@code name}, or up to the next column, and its value in the column {@code
     * value}.
     */
    public void knob(int y, KnobView knob) {
        Area name = column("name");
        Area value = column("value");
        int cells = value.width() - 1;
        knob.mark(body, 1, y);
        String label = knob.label(body, name.width() + 1);
        int room = value.end() - name.x() - body.width(label) - 1;
        knob.label(body, name.x(), y, label, Tone.TEXT);
        body.field(value.end(), y, cells, knob.value(cells, room), knob.tone(Tone.TEXT), knob.weight(Weight.PLAIN));
        knob.take(body, new Area(value.x(), y, value.width(), 1));
    }

    /**
     * Draws the slider of a knob over a column; its thick part begins at the origin. Draws nothing if the column found
     * no room.
     */
    public void slider(int y, KnobView knob, String column, double origin) {
        Area place = column(column);
        if (place.width() > 0) {
            Scale scale = knob.scale(place.x(), place.end() - 1);
            new Slider(scale, knob.number(), origin, knob.tone(Tone.TEXT)).draw(body, y);
            knob.drag(body, new Area(place.x(), y, place.width(), 1), scale);
        }
    }

    /** Draws a knob and its slider in one row. */
    public void dial(int y, KnobView knob, String column, double origin) {
        knob(y, knob);
        slider(y, knob, column, origin);
    }

    /** Draws component j, counted from 0, of a list of shares as a bar; nothing if an open guess hides it. */
    public <R> void bar(String column, int y, Quantity<R, Vector> quantity, R results, int j, Tone tone) {
        if (!cursor.hides(quantity)) {
            bar(column, y, quantity.of(results).get(j), tone);
        }
    }

    /** Draws a share from 0 to 1 as a bar. */
    public void bar(String column, int y, double share, Tone tone) {
        Area place = column(column);
        body.put(place.x(), y, body.glyphs().bar(share * place.width(), place.width()), tone);
    }

    /**
     * Draws the row of a token: its symbol, its word if {@code n} tokens have words, and its logit.
     *
     * @param n the number of tokens
     */
    public void token(int y, KnobView logit, int n) {
        int j = logit.place().part();
        String symbol = TokenText.symbol(n, j);
        knob(y, logit.in(Tone.FIRST).labelled(symbol, TokenText.word(n, j), "z" + Subscript.of(j)));
    }

    /**
     * Draws P of token j as a bar, with dots at 0.5 and 1; nothing if an open guess hides P.
     *
     * @param sampled the share of samples, drawn as a thin bar below or as a mark on the bar
     * @param below whether the row below is free for the thin bar
     */
    public <R> void shares(int y, Quantity<R, Vector> p, R results, int j, Tone tone, double sampled, boolean below) {
        if (cursor.hides(p)) {
            return;
        }
        Area place = column("bar");
        body.glyph(place.x() + place.width() / 2, y, '·', Tone.GRID, Weight.PLAIN);
        body.glyph(place.end() - 1, y, '·', Tone.GRID, Weight.PLAIN);
        bar("bar", y, p.of(results).get(j), tone);
        int length = sampled == 0 ? 0 : (int) Math.max(1, Math.round(sampled * place.width()));
        if (below) {
            body.put(place.x(), y + 1, "▀".repeat(length), Tone.PATH1);
        } else if (length > 0) {
            body.glyph(place.x() + length - 1, y, '│', Tone.SECOND, Weight.BOLD);
        }
    }
}
