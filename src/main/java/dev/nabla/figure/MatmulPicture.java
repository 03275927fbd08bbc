package dev.nabla.figure;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import java.util.Optional;

/** Draws FIG.03: the three matrices where row and column meet, the shapes beside them, the products below. */
final class MatmulPicture {
    private static final int PANEL = 24;
    private static final int LEFT = 6;
    private static final int GAP = 7;
    private static final int FORMULA_ROWS = 4;

    private final MatmulModel model;
    private final Cursor<MatmulModel> cursor;
    private final Canvas body;
    private final Optional<Matmul> product;
    private final boolean compact;
    private final int cellWidth;
    private final int pitch;
    private final int rows;
    private final int inner;
    private final int columns;

    MatmulPicture(MatmulModel model, Cursor<MatmulModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.product = model.product();
        Layout layout = Layout.ofBody(body.width(), body.height());
        this.compact = layout == Layout.COMPACT;
        this.cellWidth = layout == Layout.WIDE ? 9 : layout == Layout.NORMAL ? 7 : 6;
        int cells = (body.width() - (compact ? 8 : PANEL) - LEFT - GAP - 2) / cellWidth;
        this.columns = Math.min(model.b().columns(), Math.max(1, cells / 2));
        this.inner =
                Math.min(Math.max(model.a().columns(), model.b().rows()), Math.min(MatrixGrid.MOST, cells - columns));
        int room = body.height() - FORMULA_ROWS - 2;
        int wanted = Math.min(model.a().rows(), MatrixGrid.MOST) + inner;
        this.pitch = 4 * wanted + 2 <= room ? 4 : 2 * wanted + 2 <= room ? 2 : 1;
        int fixed = pitch == 1 ? 4 : 2;
        this.rows = Math.max(1, Math.min(Math.min(model.a().rows(), MatrixGrid.MOST), (room - fixed) / pitch - inner));
    }

    void draw() {
        int shownA = Math.min(inner, model.a().columns());
        int xC = LEFT + shownA * cellWidth + 1 + GAP;
        int heightB = MatrixGrid.height(Math.min(inner, model.b().rows()), pitch);
        int yA = 2 + heightB;
        MatrixGrid b = grid(model.b(), xC, 1, Math.min(inner, model.b().rows()), columns, 0, model.column());
        MatrixGrid a = grid(model.a(), LEFT, yA, rows, shownA, model.row(), 0);
        entries(b, "b", Tone.SECOND, false);
        entries(a, "a", Tone.FIRST, true);
        int labelB = xC - 3 - body.width(shape(model.b()));
        body.put(labelB, 1, "B", Tone.SECOND, Weight.BOLD);
        body.put(labelB + 2, 1, shape(model.b()), Tone.DIM);
        body.put(LEFT, yA - 1, "A", Tone.FIRST, Weight.BOLD);
        body.put(LEFT + 2, yA - 1, shape(model.a()), Tone.DIM);
        if (product.isPresent()) {
            MatrixGrid c = grid(product.get().c(), xC, yA, rows, columns, model.row(), model.column());
            result(c);
            arrows(a, b, c);
        } else {
            body.put(xC, yA + 1, "no C: inner sizes", Tone.WARN, Weight.BOLD);
            body.put(xC, yA + 2, mismatch(), Tone.WARN, Weight.BOLD);
        }
        if (compact) {
            shapes(1, 0);
        } else {
            shapes(xC + columns * cellWidth + 4, 2);
        }
        formula(body.height() - FORMULA_ROWS);
    }

    private String mismatch() {
        return model.a().columns() + " and " + model.b().rows()
                + (model.a().columns() == model.b().rows() ? " fit, the bias not" : " differ");
    }

    private MatrixGrid grid(Matrix matrix, int x, int y, int shownRows, int shownColumns, int row, int column) {
        return new MatrixGrid(
                matrix,
                x,
                y,
                cellWidth,
                pitch,
                MatrixGrid.window(row, shownRows, matrix.rows()),
                MatrixGrid.window(column, shownColumns, matrix.columns()));
    }

    /** The entries of A or B; those that meet in the cell are lit, the pair of the last product bracketed. */
    private void entries(MatrixGrid grid, String knob, Tone tone, boolean byRow) {
        grid.frame(body, Tone.GRID);
        int last =
                model.terms() == 0 ? -1 : (int) ((model.terms() - 1) % model.a().columns());
        grid.each((i, j, x, y) -> {
            boolean lit = byRow ? i == model.row() : j == model.column();
            boolean paired = lit && (byRow ? j : i) == last;
            int part = i * grid.matrix().columns() + j;
            boolean focused = cursor.on(knob, part);
            String number = MatmulFigure.number(grid.matrix().get(i, j));
            Weight weight = focused ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN;
            grid.put(body, x, y, number, lit ? tone : Tone.DIM, weight);
            if (paired) {
                grid.bracket(body, x, y, tone);
            }
            if (focused) {
                body.put(x + 1, y, "►", tone, Weight.BOLD);
            }
            body.handle(new Handle(knob, part, new Area(x + 1, y, cellWidth - 1, 1), null, null));
        });
    }

    private void result(MatrixGrid c) {
        c.frame(body, Tone.GRID);
        int n = model.a().columns();
        c.each((i, j, x, y) -> {
            boolean looked = i == model.row() && j == model.column();
            int done = model.done(i, j);
            String number = done == n
                    ? MatmulFigure.number(c.matrix().get(i, j))
                    : done == 0 ? "·" : MatmulFigure.number(product.get().partial(i, j, done));
            c.put(body, x, y, number, looked ? Tone.RESULT : Tone.TEXT, looked ? Weight.REVERSE : Weight.PLAIN);
        });
        boolean focused = cursor.on("cell");
        int y = c.bottom() - 1;
        if (focused) {
            body.put(c.right() + 2, y, "►", Tone.RESULT, Weight.BOLD);
        }
        body.put(c.right() + 4, y, "C", Tone.RESULT, Weight.BOLD);
        body.put(c.right() + 6, y, shape(c.matrix()), Tone.DIM);
        int half = cellWidth / 2;
        Area cells = c.area();
        Scale across = Scale.linear(
                c.columns().from() + 1, c.columns().to(), cells.x() + half, cells.x() + cells.width() - half - 1);
        Scale down = Scale.linear(
                c.rows().from() + 1,
                c.rows().to(),
                c.rowAt(c.rows().from()),
                c.rowAt(c.rows().to() - 1));
        body.handle(new Handle("cell", 0, cells, across, down));
    }

    /** From the lit row of A to the cell, and from the lit column of B down to it. */
    private void arrows(MatrixGrid a, MatrixGrid b, MatrixGrid c) {
        int y = a.rowAt(model.row());
        body.put(1, y, "i=" + (model.row() + 1), Tone.FIRST);
        int from = a.right() + 1;
        body.put(from, y, "─".repeat(Math.max(0, c.left() - from - 1)) + "►", Tone.FIRST);
        int x = c.columnAt(model.column()) + cellWidth / 2;
        body.put(x - 1, 0, "j=" + (model.column() + 1), Tone.SECOND);
        body.put(x, b.bottom(), "▼", Tone.SECOND);
    }

    private static String shape(Matrix matrix) {
        return matrix.rows() + "×" + matrix.columns();
    }

    /** Six rows: the three shapes, whether they fit, what it costs, the bias. */
    private void shapes(int x, int y) {
        side(x, y, "A", "m×n", Tone.FIRST, model.a(), "a_rows", "a_columns");
        side(x, y + 1, "B", "n×p", Tone.SECOND, model.b(), "b_rows", "b_columns");
        if (product.isPresent()) {
            body.put(x + 2, y + 2, "C", Tone.RESULT, Weight.BOLD);
            body.put(x + 4, y + 2, "m×p", Tone.DIM);
            body.put(x + 10, y + 2, shape(product.get().c()), Tone.TEXT);
            body.put(
                    x + 2,
                    y + 3,
                    "inner " + model.a().columns() + " = " + model.b().rows() + ": they fit",
                    Tone.RESULT);
            body.put(x + 2, y + 4, product.get().multiplications() + " multiplications", Tone.TEXT);
        } else {
            body.put(x + 2, y + 3, mismatch(), Tone.WARN, Weight.BOLD);
        }
        bias(x, y + 5);
    }

    private void side(
            int x, int y, String name, String sides, Tone tone, Matrix matrix, String rowsKnob, String columnsKnob) {
        boolean focused = cursor.on(rowsKnob) || cursor.on(columnsKnob);
        body.put(x, y, focused ? "►" : " ", tone, Weight.BOLD);
        body.put(x + 2, y, name, tone, Weight.BOLD);
        body.put(x + 4, y, sides, Tone.DIM);
        body.put(
                x + 10,
                y,
                String.valueOf(matrix.rows()),
                Tone.TEXT,
                cursor.on(rowsKnob) ? Weight.REVERSE : Weight.PLAIN);
        int after = x + 10 + String.valueOf(matrix.rows()).length();
        body.put(after, y, "×", Tone.DIM);
        body.put(
                after + 1,
                y,
                String.valueOf(matrix.columns()),
                Tone.TEXT,
                cursor.on(columnsKnob) ? Weight.REVERSE : Weight.PLAIN);
    }

    private void bias(int x, int y) {
        boolean focused = cursor.on("bias");
        if (focused) {
            body.put(x, y, "►", Tone.SECOND, Weight.BOLD);
        }
        body.put(x + 2, y, "+ b", focused ? Tone.SECOND : Tone.DIM, focused ? Weight.BOLD : Weight.PLAIN);
        int at = x + 6;
        for (int j = 0; j < Math.min(model.bias().size(), 3); j++) {
            String number = MatmulFigure.number(model.bias().get(j));
            body.put(at, y, number, Tone.TEXT, cursor.on("bias", j) ? Weight.REVERSE : Weight.PLAIN);
            at += body.width(number) + 2;
        }
    }

    /** The dot product of the cell, term under term. */
    private void formula(int y) {
        if (product.isEmpty()) {
            body.put(3, y + 1, "a row of A must be as long as a column of B", Tone.DIM);
            return;
        }
        int i = model.row();
        int j = model.column();
        int width = compact ? 12 : 14;
        int shown = Math.min(model.a().columns(), (body.width() - 24) / width);
        body.put(3, y, MatmulFigure.cell("C", i, j), Tone.RESULT, Weight.BOLD);
        for (int k = 0; k < shown; k++) {
            int x = 8 + k * width;
            String sign = k == 0 ? "= " : "+ ";
            double left = model.a().get(i, k);
            double right = model.b().get(k, j);
            body.put(
                    x,
                    y,
                    Line.EMPTY
                            .dim(sign)
                            .first(MatmulFigure.cell("A", i, k))
                            .dim("·")
                            .second(MatmulFigure.cell("B", k, j)));
            body.put(
                    x,
                    y + 1,
                    Line.EMPTY
                            .dim(sign)
                            .first(MatmulFigure.number(left))
                            .dim("·")
                            .second(MatmulFigure.number(right)));
            body.put(x, y + 2, Line.EMPTY.dim(sign).text(MatmulFigure.number(left * right)));
        }
        String rest = (shown < model.a().columns() ? "+ ... " : "")
                + (product.get().bias(j) == 0
                        ? ""
                        : "+ " + MatmulFigure.number(product.get().bias(j)) + " ");
        String value = MatmulFigure.number(product.get().c().get(i, j));
        body.put(8 + shown * width, y + 2, Line.EMPTY.dim(rest + "= ").result(value));
    }
}
