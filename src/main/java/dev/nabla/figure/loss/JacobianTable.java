package dev.nabla.figure.loss;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.loss.LossFigure.LossResults;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Loss;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;

/**
 * Draws the extra part of FIG.07: the slopes ∂L/∂p times the Jacobian of softmax, in numbers, and the product p − y.
 * With more than four tokens it draws the worked steps instead.
 */
record JacobianTable(LossResults results, ViewState<?> cursor, Canvas canvas) {
    static final int LEAST_ROWS = 9;

    private static final int MOST = 4;
    private static final int CELL = 10;
    private static final int LEFT = 3;
    private static final int APART = 4;

    void draw() {
        Loss loss = results.loss;
        int n = results.p.size();
        if (n > MOST) {
            WorkedOut.draw(canvas.part(canvas.area().afterColumns(LEFT)), cursor, () -> LossFigure.worked(results));
            return;
        }
        Vector slopes = Vector.of(n, j -> loss.y().get(j) == 0 ? 0 : -loss.y().get(j) / results.p.get(j));
        int middle = 2 + (n + 1) / 2;
        String over = loss.tau() == 1 ? "" : "/τ";
        canvas.put(LEFT, 0, "Why it collapses: the chain rule through softmax, in numbers", Tone.TEXT);
        int right = grid(LEFT, Line.EMPTY.dim("∂L/∂p"), column(slopes));
        canvas.put(right + 2, middle, "×", Tone.DIM);
        right = grid(
                right + APART,
                Line.EMPTY.dim("∂p/∂z = (diag(p) − p·p^T)" + over),
                loss.softmax().jacobian());
        canvas.put(right + 2, middle, "=", Tone.DIM);
        String head = canvas.fitting(canvas.width() - right - APART, "∂L/∂z = (p − y)" + over, "∂L/∂z");
        grid(right + APART, Line.EMPTY.result(head), column(loss.gradient()));
        Line reason = loss.target().isPresent()
                ? Line.EMPTY.dim("Each row counts by its ").second("y").dim("; −y/p cancels its p: ")
                : Line.EMPTY.dim("Only the row of the ").second("truth").dim(" counts; −1/p cancels its p: ");
        canvas.put(LEFT, n + APART, reason.first("p").text(" − ").second("y").dim(" is left"));
    }

    private static Matrix column(Vector v) {
        return Matrix.of(v).transposed();
    }

    /** Draws a matrix with its heading. Returns the column of its right border. */
    private int grid(int x, Line head, Matrix matrix) {
        MatrixGrid.VisibleRange columns = MatrixGrid.window(0, MOST, matrix.columns());
        MatrixGrid.VisibleRange rows = MatrixGrid.window(0, MOST, matrix.rows());
        MatrixGrid grid = new MatrixGrid(canvas, matrix, x, 2, CELL, true, rows, columns);
        canvas.put(x, 1, head);
        grid.frame();
        grid.each((i, j, left, row) -> {
            boolean counts = results.loss.y().get(i) > 0;
            String number = grid.fitting(matrix.get(i, j), 0);
            grid.put(left, row, number, counts ? Tone.SECOND : Tone.DIM, counts ? Weight.BOLD : Weight.PLAIN, false);
        });
        return grid.right();
    }
}
