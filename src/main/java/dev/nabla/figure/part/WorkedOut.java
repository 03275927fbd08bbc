package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Wrap;
import java.util.List;

/** The steps of a figure in room that its picture leaves over. */
public final class WorkedOut {
    private WorkedOut() {}

    public static List<String> wrapped(Canvas canvas, List<String> steps) {
        return steps.stream()
                .flatMap(step -> Wrap.lines(step, canvas.width(), canvas.glyphs()).stream())
                .toList();
    }

    /** A heading and under it the steps, wrapped, as many lines as there is room for. */
    public static void draw(Canvas canvas, String heading, List<String> steps) {
        List<String> lines = wrapped(canvas, steps);
        canvas.put(0, 0, heading, Tone.TEXT);
        for (int i = 0; i < Math.min(lines.size(), canvas.height() - 1); i++) {
            canvas.put(0, i + 1, lines.get(i), Tone.DIM);
        }
    }
}
