package dev.nabla.figure.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import java.util.Map;

/**
 * Rows of named numbers in common columns, of which one is called {@code name} and one {@code value}: what the keys are on
 * has the marker before its bold name, its value reversed. What belongs in a column that found no room is not drawn.
 */
public final class KnobTable {
    private static final int MARKER = 2;

    private final Canvas body;
    private final Map<String, Area> columns;

    /** Columns side by side, so many cells apart, over the whole width but for the marker and the edges. */
    public KnobTable(Canvas body, int gap, Track... columns) {
        this.body = body;
        this.columns = Split.columns(new Area(1 + MARKER, 0, body.width() - MARKER - 2, body.height()), gap, columns);
    }

    /** The cells of a column, from the top to the bottom; none where it found no room. */
    public Area column(String name) {
        return columns.getOrDefault(name, new Area(-1, 0, 0, 0));
    }

    private boolean has(String name) {
        return column(name).width() > 0;
    }

    /** From a column's first cell to another's last. */
    public Area across(String first, String last) {
        Area from = column(first);
        return new Area(from.x(), 0, column(last).end() - from.x(), body.height());
    }

    /** Dim text at the first cells of a column, the first of the texts that fits. */
    public void label(String column, int y, String... texts) {
        if (has(column)) {
            Area place = column(column);
            body.put(place.x(), y, body.fitting(place.width(), texts), Tone.DIM);
        }
    }

    /** The ends and the middle of what a column's cells measure. */
    public void scale(String column, int y, String low, String middle, String high) {
        body.part(column(column)).ends(y, low, middle, high);
    }

    /** The name of a row, the first of the texts that fits. */
    public void name(int y, Tone tone, boolean focused, String... names) {
        if (focused) {
            body.put(1, y, "►", tone, Weight.BOLD);
        }
        Area place = column("name");
        String name = body.fitting(place.width(), names);
        body.put(place.x(), y, name, focused ? tone : Tone.TEXT, focused ? Weight.BOLD : Weight.PLAIN);
    }

    /** The value of a row, in a field that is reversed while the keys are on it. */
    public void value(int y, String number, Tone tone, boolean focused) {
        Area place = column("value");
        Weight weight = focused ? Weight.REVERSE : Weight.PLAIN;
        body.field(place.end(), y, place.width() - 1, number, focused ? tone : Tone.TEXT, weight);
    }

    /** Text that ends with its column. */
    public void right(String column, int y, String text, Tone tone, Weight weight) {
        if (has(column)) {
            body.right(column(column).end(), y, text, tone, weight);
        }
    }

    public void right(String column, int y, String text, Tone tone) {
        right(column, y, text, tone, Weight.PLAIN);
    }

    /** A slider that the pointer can take, with closed ends. */
    public void slider(String column, int y, String knob, int part, Slider slider) {
        slider.draw(body, y);
        handle(column, y, knob, part, slider);
    }

    /** A slider that the pointer can take, with open ends. */
    public void open(String column, int y, String knob, Slider slider) {
        slider.drawOpen(body, y);
        handle(column, y, knob, 0, slider);
    }

    private void handle(String column, int y, String knob, int part, Slider slider) {
        Area place = column(column);
        body.handle(new Handle(knob, part, new Area(place.x(), y, place.width(), 1), slider.scale(), null));
    }

    /** The cells of a column as a linear scale. */
    public Scale linear(String column, double low, double high) {
        return Scale.linear(low, high, column(column).x(), column(column).end() - 1);
    }

    public Scale log(String column, double low, double high) {
        return Scale.log(low, high, column(column).x(), column(column).end() - 1);
    }

    /** A share of 1 as a bar, with a dot at a half and at one. */
    public void bar(String column, int y, double share, Tone tone) {
        Area place = column(column);
        body.glyph(place.x() + place.width() / 2, y, '·', Tone.GRID, Weight.PLAIN);
        body.glyph(place.end() - 1, y, '·', Tone.GRID, Weight.PLAIN);
        plain(column, y, share, tone);
    }

    /** A share of 1 as a bar. */
    public void plain(String column, int y, double share, Tone tone) {
        Area place = column(column);
        body.put(place.x(), y, body.glyphs().bar(share * place.width(), place.width()), tone);
    }

    /** Lets the pointer set a knob to one value by a click into a column. */
    public void pick(String column, int y, String knob, int value) {
        Area place = column(column);
        Scale only = Scale.linear(value, value, place.x(), place.x() + 1);
        body.handle(new Handle(knob, 0, new Area(place.x(), y, place.width() + 2, 1), only, null));
    }

    /** A share of samples: a thin bar in a row of its own, below the bar of what was expected. */
    public void pile(String column, int y, double share) {
        Area place = column(column);
        body.put(place.x(), y, "▀".repeat((int) Math.round(share * place.width())), Tone.PATH1);
    }

    /** A share of samples as a mark on the bar itself. */
    public void mark(String column, int y, double share) {
        Area place = column(column);
        int length = (int) Math.round(share * place.width());
        body.glyph(place.x() + Math.max(0, length - 1), y, '│', Tone.SECOND, Weight.BOLD);
    }
}
