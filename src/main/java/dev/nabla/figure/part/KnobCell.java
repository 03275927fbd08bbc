package dev.nabla.figure.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/**
 * A number in a table that the keys and the pointer can select.
 *
 * @param cells the width of its field
 */
public record KnobCell(KnobView knob, int cells) {
    /** Draws the number with its last cell just left of {@code end}. Tone and weight apply while it is not focused. */
    public void draw(Canvas canvas, int end, int y, Tone tone, Weight weight) {
        String number = knob.value(cells, cells);
        knob.mark(canvas, end - Math.max(cells, canvas.width(number)) - 1, y);
        canvas.field(end, y, cells, number, knob.tone(tone), knob.weight(weight));
        knob.take(canvas, new Area(end - cells, y, cells, 1));
    }
}
