package dev.nabla.figure.matmul;

import dev.nabla.figure.Focus;
import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import java.util.Collections;
import java.util.Optional;

/** Draws FIG.03: the three matrices where row and column meet, the shapes beside them, the products below. */
final class MatmulPicture {
    private static final int LEFT = MatmulLayout.LEFT;
    private static final int BESIDE_SHAPES = 24;

    private final MatmulModel model;
    private final ViewState<MatmulModel> cursor;
    private final Canvas body;
    private final Optional<Matmul> product;
    private final MatmulLayout layout;

    MatmulPicture(MatmulModel model, ViewState<MatmulModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.product = model.product();
        this.layout = MatmulLayout.of(model, body);
    }

    void draw() {
        int columns = model.a().columns();
        int shownA = Math.min(layout.inner(), columns);
        int shownB = Math.min(layout.inner(), model.b().rows());
        int xC = layout.xOfC(shownA);
        int yA = layout.yOfC(shownB);
        Focus spot = cursor.spot();
        int seenA = cursor.on("a")
                ? spot.part() % columns
                : cursor.on("b") ? spot.part() / model.b().columns() : 0;
        MatrixGrid b = grid(model.b(), xC, 1, shownB, layout.columns(), seenA, seenColumn());
        MatrixGrid a = grid(model.a(), LEFT, yA, layout.rows(), shownA, seenRow(), seenA);
        entries(b, "b", Tone.SECOND, false);
        entries(a, "a", Tone.FIRST, true);
        labels(xC, yA);
        if (product.isPresent()) {
            MatrixGrid c = grid(product.get().c(), xC, yA, layout.rows(), layout.columns(), seenRow(), seenColumn());
            new MatmulResult(model, product.get(), cursor, body).draw(c);
            arrows(a, b, c);
        } else {
            mismatch(xC, yA);
        }
        panel(xC, yA);
        int formula = body.height() - MatmulFormula.ROWS;
        new MatmulFormula(model).draw(body.part(body.area().afterRows(formula)), layout.compact() ? 12 : 14);
    }

    /** The shapes beside C, or in little room above A; with much of it what each cell comes from. */
    private void panel(int xC, int yA) {
        boolean compact = layout.compact();
        int panel = compact ? 1 : xC + panelBehind(yA);
        int top = compact ? 0 : 2;
        int rows = !compact && yA - 1 >= top + MatmulShapes.ALL_ROWS ? MatmulShapes.ALL_ROWS : MatmulShapes.ROWS;
        new MatmulShapes(model, cursor).draw(body.part(new Area(panel, top, body.width() - panel, rows)));
        int below = top + rows + 1;
        if (Layout.ofBody(body.width(), body.height()) == Layout.WIDE) {
            Area under = new Area(panel + 2, below, body.width() - panel - 3, yA - below);
            Area beside = new Area(panel + BESIDE_SHAPES, top, body.width() - panel - BESIDE_SHAPES - 1, yA - top);
            new MatmulWorked(model).draw(body, under, beside);
        }
    }

    /** How far behind the beginning of C the shapes stand: behind B, or where B is too low behind all that follows C. */
    private int panelBehind(int yA) {
        boolean beside = model.isLayer() && product.isPresent() && yA < 2 + MatmulShapes.ROWS;
        return beside ? 3 * (layout.cellWidth() + MatmulResult.APART) - 2 : layout.columns() * layout.cellWidth() + 4;
    }

    /** The column of C that must be seen: that of the bias under the keys, else the one that is looked at. */
    private int seenColumn() {
        boolean one = cursor.on("bias") && model.b().columns() == model.bias().size();
        return one ? cursor.spot().part() : model.column();
    }

    private int seenRow() {
        boolean one = cursor.on("bias")
                && model.b().columns() == 1
                && model.a().rows() == model.bias().size();
        return one ? cursor.spot().part() : model.row();
    }

    /** Why there is no C, where it would stand, and below it the bias that may be at fault. */
    private void mismatch(int x, int y) {
        body.put(x, y + 1, MatmulShapes.noProduct(model), Tone.WARN, Weight.BOLD);
        body.put(x, y + 2, MatmulShapes.mismatch(model), Tone.WARN, Weight.BOLD);
        Matrix bias = Matrix.of(Collections.nCopies(model.a().rows(), model.bias()));
        int seen = cursor.on("bias") ? cursor.spot().part() : 0;
        new MatmulBias(model, cursor).under(body, grid(bias, x, y, layout.rows(), layout.columns(), seenRow(), seen));
    }

    private void labels(int xC, int yA) {
        MatmulNames names = model.names();
        int xB = xC - 3 - body.width(Shapes.of(model.b()));
        body.put(xB, 1, names.b(), Tone.SECOND, Weight.BOLD);
        body.put(xB + 2, 1, Shapes.of(model.b()), Tone.DIM);
        body.put(LEFT, yA - 1, names.a(), Tone.FIRST, Weight.BOLD);
        body.put(LEFT + 2, yA - 1, Shapes.of(model.a()), Tone.DIM);
    }

    private MatrixGrid grid(Matrix matrix, int x, int y, int shownRows, int shownColumns, int row, int column) {
        return new MatrixGrid(
                matrix,
                x,
                y,
                layout.cellWidth(),
                layout.pitch(),
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
            String number = grid.fitting(grid.matrix().get(i, j), (focused ? 1 : 0) + (paired ? 1 : 0));
            Weight weight = focused ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN;
            grid.put(body, x, y, number, lit ? tone : Tone.DIM, weight, focused);
            if (paired) {
                grid.bracket(body, x, y, tone);
            }
            if (focused) {
                body.put(x + 1, y, "►", tone, Weight.BOLD);
            }
            body.handle(new Handle(knob, part, new Area(x + 1, y, layout.cellWidth() - 1, 1), null, null));
        });
    }

    /** From the lit row of A to the cell, and from the lit column of B down to it. */
    private void arrows(MatrixGrid a, MatrixGrid b, MatrixGrid c) {
        if (!a.rows().contains(model.row()) || !c.columns().contains(model.column())) {
            return;
        }
        int y = a.rowAt(model.row());
        body.put(1, y, "i=" + (model.row() + 1), Tone.FIRST);
        int from = a.right() + 1;
        body.put(from, y, "─".repeat(Math.max(0, c.left() - from - 1)) + "►", Tone.FIRST);
        int x = c.columnAt(model.column()) + layout.cellWidth() / 2;
        body.put(x - 1, 0, "j=" + (model.column() + 1), Tone.SECOND);
        body.put(x, b.bottom(), "▼", Tone.SECOND);
    }
}
