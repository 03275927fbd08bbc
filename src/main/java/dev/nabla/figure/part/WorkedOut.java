package dev.nabla.figure.part;

import dev.nabla.figure.ViewState;
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

    /** Draws them into the area of rows called {@code worked}, if it found room, so many cells from its left. */
    public static void draw(
            Canvas body, ViewState<?> cursor, Map<String, Area> rows, int left, Supplier<List<String>> steps) {
        if (rows.containsKey("worked")) {
            draw(body.part(rows.get("worked").afterColumns(left)), cursor, steps);
        }
    }

    /** Draws a heading and below it the steps, wrapped, as many as there is room for; nothing while a guess is open. */
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
