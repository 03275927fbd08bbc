package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Wrap;
import java.util.List;

/** The steps of a figure in room that its picture leaves over. */
public final class WorkedOut {
    private WorkedOut() {}

    /** A heading and under it the steps, wrapped, as many as there is room for. */
    public static void draw(Canvas canvas, List<String> steps) {
        canvas.put(0, 0, "worked out", Tone.TEXT);
        int y = 1;
        for (String step : steps) {
            List<String> lines = Wrap.lines(step, canvas.width(), canvas.glyphs());
            if (y + lines.size() > canvas.height()) {
                return;
            }
            for (String line : lines) {
                canvas.put(0, y++, line, Tone.DIM);
            }
        }
    }
}
