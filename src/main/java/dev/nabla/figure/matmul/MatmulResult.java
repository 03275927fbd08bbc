package dev.nabla.figure.matmul;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import dev.nabla.math.Vector;

/** Where rows and columns meet in FIG.03: C with its bias below it, or Wx and then {@code + b = y} beside it. */
record MatmulResult(MatmulModel model, Matmul product, ViewState<MatmulModel> cursor, Canvas body) {
    /** Cells between tables that stand side by side, with a sign in their middle. */
    static final int APART = 4;

    /** Draws with the table of C at its place. */
    void draw(MatrixGrid c) {
        MatmulBias bias = new MatmulBias(model, cursor);
        if (!model.isLayer()) {
            entries(c);
            name(c, c.right() + 4, c.bottom() - 1);
            bias.under(body, c);
            return;
        }
        MatrixGrid sums = c.with(new Matmul(model.a(), model.b(), Vector.of(0)).c(), c.x());
        sums(sums);
        MatrixGrid added = bias.beside(body, c, sums.right() + APART);
        MatrixGrid y = c.with(c.matrix(), added.right() + APART);
        sign(added, "+");
        sign(y, "=");
        entries(y);
        name(y, y.left(), y.bottom());
    }

    /** The dot products alone. */
    private void sums(MatrixGrid grid) {
        grid.frame(body, Tone.GRID);
        grid.each((i, j, x, y) -> {
            int done = model.done(i, j);
            String number = done == 0 ? "·" : grid.fitting(product.partial(i, j, done), 0);
            grid.put(body, x, y, number, Tone.TEXT, i == model.row() ? Weight.BOLD : Weight.PLAIN, false);
        });
        body.put(grid.left(), grid.bottom(), "Wx", Tone.TEXT, Weight.BOLD);
    }

    private void sign(MatrixGrid grid, String sign) {
        int seen = Math.max(grid.rows().from(), Math.min(grid.rows().to() - 1, model.row()));
        body.put(grid.left() - APART / 2, grid.rowAt(seen), sign, Tone.TEXT, Weight.BOLD);
    }

    /** C, or y, of which a part may be filled in; the one that is looked at is the result. */
    private void entries(MatrixGrid c) {
        c.frame(body, Tone.GRID);
        c.each((i, j, x, y) -> {
            boolean looked = i == model.row() && j == model.column();
            Tone tone = looked ? Tone.RESULT : Tone.TEXT;
            c.put(body, x, y, entry(c, i, j), tone, looked ? Weight.REVERSE : Weight.PLAIN, false);
        });
        int half = c.cellWidth() / 2;
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

    private String entry(MatrixGrid c, int i, int j) {
        int done = model.done(i, j);
        if (done == model.a().columns()) {
            return c.fitting(c.matrix().get(i, j), 0);
        }
        return done == 0 || model.isLayer() ? "·" : c.fitting(product.partial(i, j, done), 0);
    }

    private void name(MatrixGrid c, int x, int y) {
        if (cursor.on("cell")) {
            body.put(x - 2, y, "►", Tone.RESULT, Weight.BOLD);
        }
        body.put(x, y, model.names().c(), Tone.RESULT, Weight.BOLD);
        body.put(x + 2, y, Shapes.of(c.matrix()), Tone.DIM);
    }
}
