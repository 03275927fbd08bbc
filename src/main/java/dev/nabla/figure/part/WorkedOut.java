package dev.nabla.figure.part;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Wrap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Draws the worked steps of a figure in the space that its picture leaves free. */
public final class WorkedOut {
    private WorkedOut() {}

    /**
     * Draws the steps into the area {@code worked} of {@code rows}, if there is one, {@code left} cells from its left.
     */
    public static void draw(
            Canvas body, ViewState<?> cursor, Map<String, Area> rows, int left, Supplier<List<String>> steps) {
        if (rows.containsKey("worked")) {
            draw(body.part(rows.get("worked").afterColumns(left)), cursor, steps);
        }
    }

    /** Draws a heading and the wrapped steps below it, as many as fit; nothing while a guess is open. */
    public static void draw(Canvas canvas, ViewState<?> cursor, Supplier<List<String>> steps) {
        if (cursor.guess().isOpen()) {
            return;
        }
        canvas.put(0, 0, "worked out", Tone.TEXT);
        int y = 1;
        for (String step : steps.get()) {
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
