package dev.nabla.figure.matmul;

import static dev.nabla.figure.WorkedSteps.count;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.matmul.MatmulModel.Names;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matrix;

/** The panel of FIG.03: the shapes with their sides as knobs, whether they fit, what the product costs. */
record MatmulPanel(MatmulModel model, ViewState<MatmulModel> cursor, Canvas canvas) {
    static final int WIDTH = 24;
    /** As many rows as are always there. */
    static final int ROWS = 5;
    /** Rows with the rest of the work counted too. */
    static final int ALL_ROWS = 7;

    private static final int NAME = 2;
    private static final int SIDES = 4;
    private static final int NUMBERS = 10;

    void draw() {
        Names names = model.names();
        side(0, names.a(), "m×n", Tone.FIRST, model.a(), "a");
        side(1, names.b(), "n×p", Tone.SECOND, model.b(), "b");
        if (model.product().isEmpty()) {
            canvas.put(NAME, 3, (model.innerFits() ? "bias " : "") + model.mismatch(), Tone.WARN, Weight.BOLD);
            return;
        }
        name(2, names.c(), "m×p", Tone.RESULT);
        canvas.put(NUMBERS, 2, Shapes.of(model.product().get().c()), Tone.TEXT);
        canvas.put(NAME, 3, "inner " + model.a().columns() + " = " + model.b().rows() + ": ok", Tone.RESULT);
        long cells = model.cells();
        long sums = cells * (model.a().columns() - 1) + (model.hasBias() ? cells : 0);
        canvas.put(NAME, 4, model.product().get().multiplications() + " multiplications", Tone.TEXT);
        canvas.put(NAME, 5, count(sums, "addition"), Tone.TEXT);
        canvas.put(NAME, 6, "in " + count(cells, "dot product"), Tone.TEXT);
    }

    private void name(int y, String name, String sides, Tone tone) {
        canvas.put(NAME, y, name, tone, Weight.BOLD);
        canvas.put(SIDES, y, sides, Tone.DIM);
    }

    private void side(int y, String name, String sides, Tone tone, Matrix matrix, String knob) {
        boolean rows = cursor.on(knob + "_rows");
        boolean columns = cursor.on(knob + "_columns");
        canvas.put(0, y, rows || columns ? "►" : " ", tone, Weight.BOLD);
        name(y, name, sides, tone);
        String m = String.valueOf(matrix.rows());
        canvas.put(NUMBERS, y, m, Tone.TEXT, rows ? Weight.REVERSE : Weight.PLAIN);
        canvas.put(NUMBERS + m.length(), y, "×", Tone.DIM);
        String n = String.valueOf(matrix.columns());
        canvas.put(NUMBERS + m.length() + 1, y, n, Tone.TEXT, columns ? Weight.REVERSE : Weight.PLAIN);
    }
}
