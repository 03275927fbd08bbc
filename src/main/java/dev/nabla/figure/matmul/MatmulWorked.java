package dev.nabla.figure.matmul;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import java.util.List;

/** The cells of C in FIG.03 worked out, a line a cell, as far as they are filled in. */
record MatmulWorked(MatmulModel model) {

    /** Draws under the shapes if there is room for every cell, else beside them, as many lines as there is room for. */
    void draw(Canvas body, Area under, Area beside) {
        List<String> cells = MatmulSteps.cells(model);
        Area area = under.height() > cells.size() ? under : beside;
        int longest = cells.stream().mapToInt(body::width).max().orElse(Integer.MAX_VALUE);
        if (area.height() < 2 || longest > area.width()) {
            return;
        }
        Canvas canvas = body.part(area);
        canvas.put(0, 0, "worked out", Tone.TEXT);
        for (int i = 0; i < Math.min(cells.size(), canvas.height() - 1); i++) {
            if (model.isFilled(i)) {
                canvas.put(0, i + 1, cells.get(i), Tone.DIM);
            }
        }
    }
}
