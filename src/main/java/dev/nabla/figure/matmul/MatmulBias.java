package dev.nabla.figure.matmul;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;

/**
 * The bias of FIG.03 beside the product it is added to: a row under its columns, or in y = Wx + b a column beside it.
 *
 * @param model the matrices and the bias
 * @param cursor where the keys are
 */
record MatmulBias(MatmulModel model, ViewState<MatmulModel> cursor) {

    /** A row of numbers under a table of C, one under each column. */
    void under(Canvas canvas, MatrixGrid c) {
        int y = c.bottom();
        canvas.put(c.left() - 4, y, "+ b", cursor.on("bias") || model.hasBias() ? Tone.TEXT : Tone.DIM, Weight.BOLD);
        for (int j = c.columns().from(); j < c.columns().to(); j++) {
            number(canvas, c, 0, j, c.columnAt(j), y);
        }
    }

    /** A table of one number a row, in the rows of another. */
    MatrixGrid beside(Canvas canvas, MatrixGrid y, int x) {
        int m = model.a().rows();
        Vector b = model.bias().size() == 1 ? Vector.filled(m, model.bias().get(0)) : model.bias();
        MatrixGrid grid = y.with(Matrix.of(b.stream().mapToObj(Vector::of).toList()), x);
        grid.frame(canvas, Tone.GRID);
        grid.each((i, j, left, row) -> number(canvas, grid, i, 0, left, row));
        canvas.put(x, grid.bottom(), "b", Tone.TEXT, Weight.BOLD);
        canvas.put(x + 2, grid.bottom(), Shapes.of(grid.matrix()), Tone.DIM);
        return grid;
    }

    private void number(Canvas canvas, MatrixGrid grid, int i, int j, int left, int row) {
        boolean one = model.bias().size() == 1;
        int part = one ? 0 : i + j;
        boolean lit = model.hasBias() && (one || part == model.biasPart(model.row(), model.column()));
        boolean first = !one || i == grid.rows().from() && j == grid.columns().from();
        boolean focused = cursor.on("bias", part) && first;
        Weight weight = focused ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN;
        grid.put(
                canvas,
                left,
                row,
                grid.fitting(model.bias().get(part), focused ? 1 : 0),
                lit || focused ? Tone.TEXT : Tone.DIM,
                weight,
                focused);
        if (focused) {
            canvas.put(left + 1, row, "►", Tone.TEXT, Weight.BOLD);
        }
        canvas.handle(new Handle("bias", part, new Area(left + 1, row, grid.cellWidth() - 1, 1), null, null));
    }
}
