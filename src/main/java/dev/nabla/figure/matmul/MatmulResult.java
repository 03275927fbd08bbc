package dev.nabla.figure.matmul;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.matmul.MatmulFigure.MatmulResults;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.Optional;

/** Draws the results of FIG.03: C with the bias below it, or for a linear layer W·x followed by {@code + b = y}. */
record MatmulResult(Picture<MatmulModel, Optional<MatmulResults>> all, Canvas body) {
    /** Cells between two tables that stand side by side, with a sign in the middle. */
    static final int APART = 4;

    private MatmulModel model() {
        return all.model();
    }

    /**
     * Draws the results.
     *
     * @param c grid of C at its position
     */
    void draw(MatrixGrid c) {
        if (!model().isLayer()) {
            result(c, c.right() + 4, c.boxed() ? c.y() : c.y() - 1);
            biasUnder(c);
            changes(c);
            return;
        }
        MatrixGrid sums = c.with(new Matmul(model().a(), model().b()).c(), c.x());
        entries(sums, Tone.TEXT, Weight.BOLD);
        body.put(sums.x(), sums.bottom(), "W·x", Tone.TEXT, Weight.BOLD);
        MatrixGrid bias = biasBeside(sums);
        MatrixGrid y = c.with(c.matrix(), bias.right() + APART);
        sign(bias, "+");
        sign(y, "=");
        result(y, y.x(), y.bottom());
    }

    /** Writes beside each row of C by how much its entries have changed since the last change, if there is room. */
    private void changes(MatrixGrid c) {
        Optional<Matrix> before = all.cursor()
                .before()
                .flatMap(MatmulModel::product)
                .map(Matmul::c)
                .filter(other -> other.rows() == c.matrix().rows()
                        && other.columns() == c.matrix().columns());
        if (before.isEmpty() || all.hides(MatmulFigure.C)) {
            return;
        }
        for (int i = c.rows().from(); i < c.rows().to(); i++) {
            StringBuilder changes = new StringBuilder();
            boolean changed = false;
            for (int j = c.columns().from(); j < c.columns().to(); j++) {
                double change = c.matrix().get(i, j) - before.get().get(i, j);
                changed |= change != 0;
                changes.append("  ").append(change == 0 ? "0" : (change > 0 ? "+" : "") + WorkedSteps.number(change));
            }
            int x = c.right() + 1;
            if (changed && body.width(changes.toString()) <= body.width() - x) {
                body.put(x, c.rowAt(i), changes.toString(), Tone.SECOND);
            }
        }
    }

    /** Draws the bias under a table of C, one number per column, unless the bias is zero. */
    void biasUnder(MatrixGrid c) {
        body.put(c.x() - 4, c.bottom(), model().hasBias() ? "+ b" : "", Tone.TEXT, Weight.BOLD);
        for (int j = c.columns().from(); model().hasBias() && j < c.columns().to(); j++) {
            bias(c, j, c.columnAt(j), c.bottom());
        }
    }

    /** Draws the bias as a table of its own, one number per row. Returns its grid. */
    private MatrixGrid biasBeside(MatrixGrid sums) {
        Vector biases = Vector.of(model().a().rows(), i -> model().bias().get(model().biasPart(i, 0)));
        MatrixGrid grid = sums.with(Matrix.of(biases).transposed(), sums.right() + APART);
        grid.frame();
        grid.each((i, j, x, y) -> bias(grid, i, x, y));
        Shapes.named(body, grid.x(), grid.bottom(), "b", Tone.TEXT, grid.matrix());
        return grid;
    }

    /** Draws one number of the bias. If a single number is shared, it has the focus only beside the selected cell. */
    private void bias(MatrixGrid grid, int place, int x, int y) {
        boolean shared = model().bias().size() == 1;
        int part = shared ? 0 : place;
        boolean here = !shared || place == (model().isLayer() ? model().row() : model().column());
        boolean lit = model().hasBias() && part == model().biasPart(model().row(), model().column());
        grid.knob(x, y, all.knob("bias", part).in(Tone.TEXT).entry(here), lit, false);
    }

    private void sign(MatrixGrid grid, String sign) {
        int seen = Math.max(grid.rows().from(), Math.min(grid.rows().to() - 1, model().row()));
        body.put(grid.x() - APART / 2, grid.rowAt(seen), sign, Tone.TEXT, Weight.BOLD);
    }

    /** Draws C, or y, with its name at the given cell. */
    private void result(MatrixGrid c, int x, int y) {
        entries(c, Tone.RESULT, Weight.REVERSE);
        c.walk("cell");
        all.knob("cell").in(Tone.RESULT).mark(body, x - 2, y);
        Shapes.named(body, x, y, model().names().c(), Tone.RESULT, c.matrix());
    }

    /** Draws the entries that are filled in; the selected one is highlighted. */
    private void entries(MatrixGrid grid, Tone tone, Weight weight) {
        boolean hidden = all.hides(MatmulFigure.C);
        grid.frame();
        grid.each((i, j, x, y) -> {
            boolean looked = i == model().row() && j == model().column();
            String number = model().isFilled(i, j) && !hidden
                    ? grid.fitting(grid.matrix().get(i, j), 0)
                    : "·";
            grid.put(x, y, number, looked ? tone : Tone.TEXT, looked ? weight : Weight.PLAIN, false);
        });
    }
}
