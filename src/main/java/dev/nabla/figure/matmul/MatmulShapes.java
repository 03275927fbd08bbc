package dev.nabla.figure.matmul;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;

/**
 * The panel of FIG.03: the shapes with their sides as knobs, whether they fit, what the product costs.
 *
 * @param model the matrices
 * @param cursor where the keys are
 */
record MatmulShapes(MatmulModel model, ViewState<MatmulModel> cursor) {
    static final int ROWS = 5;
    /** Rows with the rest of the work counted too. */
    static final int ALL_ROWS = 7;

    private static final int NAME = 2;
    private static final int SIDES = 4;
    private static final int NUMBERS = 10;

    private static boolean innerFits(MatmulModel model) {
        return model.a().columns() == model.b().rows();
    }

    /** What keeps C from being there: the inner sizes, or the bias. */
    static String noProduct(MatmulModel model) {
        return "no " + model.names().c() + ": " + (innerFits(model) ? "the bias" : "inner sizes");
    }

    /** Its two numbers. */
    static String mismatch(MatmulModel model) {
        if (!innerFits(model)) {
            return model.a().columns() + " and " + model.b().rows() + " differ";
        }
        boolean column = model.b().columns() == 1;
        int places = column ? model.a().rows() : model.b().columns();
        return "has " + model.bias().size() + " for " + places + (column ? " rows" : " columns");
    }

    /** Draws its rows from the top of the canvas. */
    void draw(Canvas canvas) {
        MatmulNames names = model.names();
        side(canvas, 0, names.a(), "m×n", Tone.FIRST, model.a(), "a");
        side(canvas, 1, names.b(), "n×p", Tone.SECOND, model.b(), "b");
        if (model.product().isEmpty()) {
            canvas.put(NAME, 3, (innerFits(model) ? "bias " : "") + mismatch(model), Tone.WARN, Weight.BOLD);
            return;
        }
        canvas.put(NAME, 2, names.c(), Tone.RESULT, Weight.BOLD);
        canvas.put(SIDES, 2, "m×p", Tone.DIM);
        canvas.put(NUMBERS, 2, Shapes.of(model.product().get().c()), Tone.TEXT);
        String inner = "inner " + model.a().columns() + " = " + model.b().rows();
        canvas.put(NAME, 3, inner + ": ok", Tone.RESULT);
        work(canvas, model.product().get());
    }

    private void work(Canvas canvas, Matmul product) {
        long cells = (long) model.a().rows() * model.b().columns();
        long sums = cells * (model.a().columns() - 1) + (model.hasBias() ? cells : 0);
        canvas.put(NAME, 4, product.multiplications() + " multiplications", Tone.TEXT);
        canvas.put(NAME, 5, sums + (sums == 1 ? " addition" : " additions"), Tone.TEXT);
        canvas.put(NAME, 6, "in " + cells + (cells == 1 ? " dot product" : " dot products"), Tone.TEXT);
    }

    private void side(Canvas canvas, int y, String name, String sides, Tone tone, Matrix matrix, String knob) {
        boolean rows = cursor.on(knob + "_rows");
        boolean columns = cursor.on(knob + "_columns");
        canvas.put(0, y, rows || columns ? "►" : " ", tone, Weight.BOLD);
        canvas.put(NAME, y, name, tone, Weight.BOLD);
        canvas.put(SIDES, y, sides, Tone.DIM);
        String m = String.valueOf(matrix.rows());
        canvas.put(NUMBERS, y, m, Tone.TEXT, rows ? Weight.REVERSE : Weight.PLAIN);
        canvas.put(NUMBERS + m.length(), y, "×", Tone.DIM);
        String n = String.valueOf(matrix.columns());
        canvas.put(NUMBERS + m.length() + 1, y, n, Tone.TEXT, columns ? Weight.REVERSE : Weight.PLAIN);
    }
}
