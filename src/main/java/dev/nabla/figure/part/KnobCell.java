package dev.nabla.figure.part;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;

/**
 * A number among others that the keys and the pointer can take: reversed with the marker before it while the keys are on it.
 *
 * @param place which one it is
 * @param number its text
 * @param cells how many it has room in
 */
public record KnobCell(Focus place, String number, int cells) {
    /** Draws it with its last cell just left of {@code end}; the weight is that while the keys are elsewhere. */
    public void draw(Canvas canvas, ViewState<?> cursor, int end, int y, Tone tone, Weight weight) {
        boolean focused = cursor.spot().equals(place);
        if (focused) {
            canvas.put(end - Math.max(cells, canvas.width(number)) - 1, y, "►", tone, Weight.BOLD);
        }
        canvas.field(end, y, cells, number, tone, focused ? Weight.REVERSE : weight);
        canvas.handle(new Handle(place.knob(), place.part(), new Area(end - cells, y, cells, 1), null, null));
    }
}
