package dev.nabla.figure.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Wrap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The steps of a figure in room that its picture leaves over. */
public final class WorkedOut {
    private WorkedOut() {}

    /** In the row of that name, if it found room, so many cells from its left; worked out only then. */
    public static void draw(Canvas body, Map<String, Area> rows, int left, Supplier<List<String>> steps) {
        if (rows.containsKey("worked")) {
            draw(body.part(rows.get("worked").afterColumns(left)), steps.get());
        }
    }

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
