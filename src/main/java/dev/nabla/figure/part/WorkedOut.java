package dev.nabla.figure.part;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Wrap;
import java.util.List;

/** The steps of a figure in room that its picture leaves over. */
public final class WorkedOut {
    private WorkedOut() {}

    /** A heading and under it the steps, wrapped, as many lines as there is room for. */
    public static void draw(Canvas canvas, List<String> steps) {
        List<String> lines = steps.stream()
                .flatMap(step -> Wrap.lines(step, canvas.width(), canvas.glyphs()).stream())
                .toList();
        canvas.put(0, 0, "worked out", Tone.TEXT);
        for (int i = 0; i < Math.min(lines.size(), canvas.height() - 1); i++) {
            canvas.put(0, i + 1, lines.get(i), Tone.DIM);
        }
    }
}
