package dev.nabla.figure.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/**
 * A knob in a row of text: its label, followed by its value.
 *
 * @param most most cells that it may take, without the marker before it
 */
public record KnobWord(KnobView knob, int most) {
    public KnobWord(KnobView knob) {
        this(knob, Integer.MAX_VALUE);
    }

    /** Returns the cells that it takes, without the marker before it. */
    public int width(Canvas canvas) {
        return canvas.width(label(canvas)) + 1 + canvas.width(value(canvas));
    }

    private String label(Canvas canvas) {
        return knob.label(canvas, most);
    }

    private String value(Canvas canvas) {
        int room = most - canvas.width(label(canvas)) - 1;
        String value = knob.value(room, room);
        for (int fewer = room - 1; canvas.width(value) > room && fewer > 0; fewer--) {
            value = knob.value(fewer, fewer); // a letter such as θ takes several cells in ASCII
        }
        return value;
    }

    /** Draws it from cell x on; the marker stands two cells before. */
    public void draw(Canvas canvas, int x, int y) {
        String label = label(canvas);
        knob.mark(canvas, x - 2, y);
        knob.label(canvas, x, y, label, Tone.DIM);
        int value = x + canvas.width(label) + 1;
        canvas.put(value, y, value(canvas), knob.tone(Tone.TEXT), knob.weight(Weight.PLAIN));
        knob.take(canvas, new Area(x, y, width(canvas), 1));
    }

    /** Draws it with its last cell just left of {@code end}; returns its first cell. */
    public int drawLeft(Canvas canvas, int end, int y) {
        int x = end - width(canvas);
        draw(canvas, x, y);
        return x;
    }
}
