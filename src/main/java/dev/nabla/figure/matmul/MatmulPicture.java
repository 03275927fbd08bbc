package dev.nabla.figure.matmul;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.matmul.MatmulFigure.MatmulResults;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Shapes;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws FIG.03: A, B and C arranged so that rows meet columns. The shapes stand in the corner above A, the formula of a
 * cell below.
 */
record MatmulPicture(
        Picture<MatmulModel, Optional<MatmulResults>> all, Canvas body, MatrixGrid a, MatrixGrid b, boolean formula) {
    /** First cell of A; the next constant is the distance from A to C. */
    private static final int LEFT = 6;

    private static final int GAP = 7;
    /**
     * Least height of B in rows; the next constant is its least first cell. Both leave room for the shapes beside B.
     */
    static final int SHAPES_HIGH = 2;

    private static final int SHAPES_WIDE = 24;
    /** Cells at the right of C reserved for its name. */
    private static final int NAME = 8;

    /** Least width of a cell: two digits, a sign, a blank and a border. */
    private static final int NARROWEST = 5;

    static MatmulPicture of(Picture<MatmulModel, Optional<MatmulResults>> all, Canvas body) {
        MatmulModel model = all.model();
        ViewState<MatmulModel> cursor = all.cursor();
        Matrix a = model.a();
        Matrix b = model.b();
        int cell = cellWidth(model, body);
        int cells = (body.width() - LEFT - GAP - 2 - beside(model, cell)) / cell;
        int p = Math.min(b.columns(), Math.max(1, cells / 2));
        int n = Math.min(Math.max(a.columns(), b.rows()), cells - p);
        int part = cursor.spot().part();
        int term = cursor.isFocused("a") ? part % a.columns() : cursor.isFocused("b") ? part / b.columns() : 0;
        boolean biased = cursor.isFocused("bias") && model.bias().size() == Matmul.biasSize(a, b);
        MatmulHeights heights = MatmulHeights.of(
                body.height(), a.rows(), Math.max(b.rows(), SHAPES_HIGH), model.hasBias() && !model.isLayer());
        boolean boxed = heights.boxed();
        int column = biased && b.columns() > 1 ? part : model.column();
        VisibleRange rows = MatrixGrid.marked(biased && b.columns() == 1 ? part : model.row(), heights.inA(), a.rows());
        VisibleRange columns = columns(column, p, b.columns());
        VisibleRange inA = columns(term, n, a.columns());
        VisibleRange inB = MatrixGrid.marked(term, heights.inB(), b.rows());
        MatrixGrid left = new MatrixGrid(body, a, LEFT, heights.a(), cell, boxed, rows, inA);
        int x = Math.max(left.right() + 1 + GAP, SHAPES_WIDE);
        MatrixGrid right = new MatrixGrid(body, b, x, 1, cell, boxed, inB, columns);
        return new MatmulPicture(all, body, left, right, heights.formula());
    }

    /** Returns the cells at the right of C that are reserved for its name, or for the rest of a layer. */
    private static int beside(MatmulModel model, int cell) {
        return model.isLayer() ? 2 * (cell + MatmulResult.APART) : NAME;
    }

    /**
     * Returns the width of a cell: the comfortable one if all columns fit with it, else the widest with which they do,
     * but at least {@link #NARROWEST}.
     */
    private static int cellWidth(MatmulModel model, Canvas body) {
        int cell = Math.min(9, 1 + body.width() / 12);
        int all = Math.max(model.a().columns(), model.b().rows()) + model.b().columns();
        while (cell > NARROWEST && all * cell > body.width() - LEFT - GAP - 2 - beside(model, cell)) {
            cell--;
        }
        return cell;
    }

    /** Returns the visible columns, of which one gives way to the dots where others are left out. */
    private static VisibleRange columns(int seen, int shown, int n) {
        return MatrixGrid.window(seen, shown < n ? Math.max(1, shown - 1) : n, n);
    }

    private MatmulModel model() {
        return all.model();
    }

    void draw() {
        entries(b, "b", Tone.SECOND);
        entries(a, "a", Tone.FIRST);
        int label = b.x() - 3 - body.width(Shapes.of(model().b()));
        new MatmulPanel(all, body.part(new Area(1, 0, b.x() - 2, a.y() - 1))).draw();
        Shapes.named(body, label, b.boxed() ? b.y() : b.y() - 1, model().names().b(), Tone.SECOND, model().b());
        Shapes.named(body, LEFT, a.y() - 1, model().names().a(), Tone.FIRST, model().a());
        all.results().ifPresentOrElse(this::result, this::mismatch);
        if (formula && model().hasPlane()) {
            plane();
        }
        if (formula) {
            Area below = body.area().afterRows(body.height() - MatmulFormula.ROWS);
            new MatmulFormula(all, body.part(below)).draw();
        }
    }

    /** Draws what A does to the plane between the tables and the formula, if there is room. */
    private void plane() {
        int top = a.bottom() + 1;
        int rows = body.height() - MatmulFormula.ROWS - 1 - top;
        if (rows >= MatmulPlane.LEAST_HEIGHT) {
            new MatmulPlane(all, body.part(new Area(1, top, body.width() - 2, rows))).draw();
        }
    }

    /** Returns the grid of a matrix that stands below B and beside A, with the rows of A. */
    private MatrixGrid meeting(Matrix matrix, VisibleRange columns) {
        return new MatrixGrid(body, matrix, b.x(), a.y(), a.cellWidth(), a.boxed(), a.rows(), columns);
    }

    /** Draws the computation of the filled cells of C at the right of B, if there is room for all cells. */
    private void worked(List<String> cells) {
        Canvas canvas = body.part(body.area().afterColumns(b.right() + 5).top(a.y() - 1));
        boolean narrow = cells.stream().anyMatch(cell -> canvas.width(cell) >= canvas.width());
        if (narrow || canvas.height() <= cells.size()) {
            return;
        }
        int p = model().b().columns();
        WorkedOut.draw(canvas, all.cursor(), () -> IntStream.range(0, cells.size())
                .mapToObj(i -> model().isFilled(i / p, i % p) ? cells.get(i) : "")
                .toList());
    }

    private void result(MatmulResults results) {
        new MatmulResult(all, body).draw(meeting(results.c(), b.columns()));
        worked(MatmulFigure.cells(model(), results.matmul()));
        arrows();
    }

    /** Writes in the place of C why there is no product, and draws the bias below, which may be the reason. */
    private void mismatch() {
        String missing = "no " + model().names().c() + ": " + (model().innerFits() ? "the bias" : "inner sizes");
        body.put(b.x(), a.y() + 1, missing, Tone.WARN, Weight.BOLD);
        int seen = all.cursor().isFocused("bias") ? all.cursor().spot().part() : 0;
        VisibleRange columns =
                MatrixGrid.window(seen, b.columns().size(), model().bias().size());
        Matrix rows = new Matrix(Collections.nCopies(model().a().rows(), model().bias()));
        new MatmulResult(all, body).biasUnder(meeting(rows, columns));
    }

    /**
     * Draws the entries of A or B. The selected row or column is highlighted, and the pair of the latest product stands
     * in brackets.
     */
    private void entries(MatrixGrid grid, String knob, Tone tone) {
        boolean byRow = grid == a;
        int last = model().terms() == 0
                ? -1
                : (int) ((model().terms() - 1) % model().a().columns());
        grid.frame();
        grid.numberRows();
        grid.each((i, j, x, y) -> {
            boolean lit = byRow ? i == model().row() : j == model().column();
            boolean paired = lit && (byRow ? j : i) == last;
            int part = i * grid.matrix().columns() + j;
            grid.knob(x, y, all.knob(knob, part).in(tone), lit, paired);
        });
    }

    /** Draws arrows from the selected row of A and the selected column of B to their cell. */
    private void arrows() {
        if (!a.rows().contains(model().row()) || !b.columns().contains(model().column())) {
            return;
        }
        int y = a.rowAt(model().row());
        body.put(1, y, a.rows().isCut() ? "i" : "i=" + (model().row() + 1), Tone.FIRST);
        int from = a.right() + 1;
        body.put(from, y, "─".repeat(Math.max(0, b.x() - from - 1)) + "►", Tone.FIRST);
        int x = b.columnAt(model().column()) + a.cellWidth() / 2;
        body.put(x - 1, 0, "j=" + (model().column() + 1), Tone.SECOND);
        body.put(x, a.y() - 1, "▼", Tone.SECOND);
    }
}
