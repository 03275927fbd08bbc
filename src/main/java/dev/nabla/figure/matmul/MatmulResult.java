package dev.nabla.figure.matmul;

import dev.nabla.figure.Focus;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;

/** Where rows and columns meet in FIG.03: C with its bias below it, or Wx and then {@code + b = y} beside it. */
record MatmulResult(MatmulModel model, ViewState<MatmulModel> cursor, Canvas body) {
    /** Cells between tables that stand side by side, with a sign in their middle. */
    static final int APART = 4;

    /** Draws with the table of C at its place. */
    void draw(MatrixGrid c, Matmul product) {
        if (!model.isLayer()) {
            entries(c, product);
            name(c.right() + 4, c.bottom() - 1, c.matrix());
            biasUnder(c);
            return;
        }
        MatrixGrid sums = c.with(new Matmul(model.a(), model.b()).c(), c.x());
        sums.frame();
        sums.each((i, j, x, y) -> {
            Weight weight = i == model.row() ? Weight.BOLD : Weight.PLAIN;
            sums.put(x, y, sum(sums, product, i, j), Tone.TEXT, weight, false);
        });
        body.put(sums.x(), sums.bottom(), "Wx", Tone.TEXT, Weight.BOLD);
        MatrixGrid bias = biasBeside(sums);
        MatrixGrid y = c.with(c.matrix(), bias.right() + APART);
        sign(bias, "+");
        sign(y, "=");
        entries(y, product);
        name(y.x(), y.bottom(), y.matrix());
    }

    /** The bias under a table of C, a number under each column. */
    void biasUnder(MatrixGrid c) {
        boolean counts = cursor.on("bias") || model.hasBias();
        body.put(c.x() - 4, c.bottom(), "+ b", counts ? Tone.TEXT : Tone.DIM, Weight.BOLD);
        for (int j = c.columns().from(); j < c.columns().to(); j++) {
            bias(c, j, j == c.columns().from(), c.columnAt(j), c.bottom());
        }
    }

    /** The bias as a table of its own, a number a row. */
    private MatrixGrid biasBeside(MatrixGrid sums) {
        Vector all = Vector.of(model.a().rows(), i -> model.bias().get(model.biasPart(i, 0)));
        MatrixGrid grid = sums.with(Matrix.of(List.of(all)).transposed(), sums.right() + APART);
        grid.frame();
        grid.each((i, j, x, y) -> bias(grid, i, i == grid.rows().from(), x, y));
        Shapes.named(body, grid.x(), grid.bottom(), "b", Tone.TEXT, grid.matrix());
        return grid;
    }

    /** A number of the bias; where one is for all the keys are on the first. */
    private void bias(MatrixGrid grid, int place, boolean first, int x, int y) {
        boolean one = model.bias().size() == 1;
        int part = one ? 0 : place;
        boolean lit = model.hasBias() && (one || part == model.biasPart(model.row(), model.column()));
        boolean focused = cursor.on("bias", part) && (!one || first);
        grid.knob(x, y, model.bias().get(part), new Focus("bias", part), Tone.TEXT, lit, focused, false);
    }

    private void sign(MatrixGrid grid, String sign) {
        int seen = Math.max(grid.rows().from(), Math.min(grid.rows().to() - 1, model.row()));
        body.put(grid.x() - APART / 2, grid.rowAt(seen), sign, Tone.TEXT, Weight.BOLD);
    }

    /** C, or y, of which a part may be filled in; the one that is looked at is the result. */
    private void entries(MatrixGrid c, Matmul product) {
        c.frame();
        c.each((i, j, x, y) -> {
            boolean looked = i == model.row() && j == model.column();
            boolean whole = model.done(i, j) == model.a().columns();
            String sum = model.isLayer() ? "·" : sum(c, product, i, j);
            String number = whole ? c.fitting(c.matrix().get(i, j), 0) : sum;
            c.put(x, y, number, looked ? Tone.RESULT : Tone.TEXT, looked ? Weight.REVERSE : Weight.PLAIN, false);
        });
        c.walk("cell");
    }

    /** The products of a cell that have been added up so far. */
    private String sum(MatrixGrid grid, Matmul product, int i, int j) {
        int done = model.done(i, j);
        return done == 0 ? "·" : grid.fitting(product.partial(i, j, done), 0);
    }

    private void name(int x, int y, Matrix c) {
        if (cursor.on("cell")) {
            body.put(x - 2, y, "►", Tone.RESULT, Weight.BOLD);
        }
        Shapes.named(body, x, y, model.names().c(), Tone.RESULT, c);
    }
}
