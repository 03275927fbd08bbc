package dev.nabla.figure.part;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/** A knob in a row of words: its label, and its value behind it, which is reversed while the keys are on it. */
public record KnobWord(String name, String label, String value) {
    public KnobWord(String name, String value) {
        this(name, name, value);
    }

    /** Cells that it takes, the marker before them left out. */
    public int width(Canvas canvas) {
        return canvas.width(label) + 1 + canvas.width(value);
    }

    /** Draws it from a cell on; the marker stands two cells before. */
    public void draw(Canvas canvas, ViewState<?> cursor, int x, int y) {
        boolean on = cursor.on(name);
        Tone tone = on ? Tone.SECOND : Tone.TEXT;
        canvas.put(x - 2, y, on ? "►" : "", tone, Weight.BOLD);
        canvas.put(x, y, label, on ? tone : Tone.DIM, on ? Weight.BOLD : Weight.PLAIN);
        canvas.put(x + canvas.width(label) + 1, y, value, tone, on ? Weight.REVERSE : Weight.PLAIN);
        canvas.handle(new Handle(name, 0, new Area(x, y, width(canvas), 1), null, null));
    }

    /** Draws it with its last cell just left of {@code end}; returns where it begins. */
    public int drawLeft(Canvas canvas, ViewState<?> cursor, int end, int y) {
        draw(canvas, cursor, end - width(canvas), y);
        return end - width(canvas);
    }
}
