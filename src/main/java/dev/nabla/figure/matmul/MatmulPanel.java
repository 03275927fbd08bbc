package dev.nabla.figure.matmul;

import static dev.nabla.figure.WorkedSteps.count;
import static dev.nabla.figure.matmul.MatmulFigure.MULTIPLICATIONS;

import dev.nabla.figure.matmul.MatmulFigure.MatmulResults;
import dev.nabla.figure.matmul.MatmulModel.MatrixNames;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.Optional;

/** Draws the panel of FIG.03: the shapes, whose sides are knobs, and if they fit the cost of the product. */
record MatmulPanel(Picture<MatmulModel, Optional<MatmulResults>> all, Canvas canvas) {
    private static final int NAME = 2;
    /** Width of a side, in cells. */
    private static final int NUMBER = 2;

    void draw() {
        MatrixNames names = all.model().names();
        side(0, names.a(), "m×n", Tone.FIRST, "a");
        side(1, names.b(), "n×p", Tone.SECOND, "b");
        all.results().ifPresent(results -> cost(names.c(), results));
    }

    private void side(int y, String name, String sides, Tone tone, String knob) {
        KnobView rows = all.knob(knob + "_rows").in(tone);
        KnobView columns = all.knob(knob + "_columns").in(tone);
        rows.mark(canvas, 0, y);
        columns.mark(canvas, 0, y);
        Line shape = Line.EMPTY
                .span(name, tone, Weight.BOLD)
                .dim(" " + sides + "   ")
                .span(rows.value(NUMBER, NUMBER), Tone.TEXT, rows.weight(Weight.PLAIN))
                .dim("×")
                .span(columns.value(NUMBER, NUMBER), Tone.TEXT, columns.weight(Weight.PLAIN));
        canvas.put(NAME, y, shape);
    }

    private void cost(String c, MatmulResults results) {
        int n = all.model().a().columns();
        long cells = MULTIPLICATIONS.of(results) / n;
        long sums = cells * (all.model().hasBias() ? n : n - 1);
        Line shape = Line.EMPTY.result(c).dim(" m×p   ").text(Shapes.of(results.c()));
        String dots = all.hides(MULTIPLICATIONS) ? "" : "  " + count(cells, "dot product");
        int room = canvas.width() - NAME - canvas.width(shape.plain());
        canvas.put(NAME, 2, shape.text(canvas.fitting(room, dots, "")));
        canvas.put(NAME, 3, "inner " + n + " = " + n + ": ok", Tone.RESULT);
        canvas.put(
                NAME,
                4,
                all.cursor().text(MULTIPLICATIONS, results, products -> products + " multiplications"),
                Tone.TEXT);
        canvas.put(
                NAME, 5, all.cursor().text(MULTIPLICATIONS, results, products -> count(sums, "addition")), Tone.TEXT);
    }
}
