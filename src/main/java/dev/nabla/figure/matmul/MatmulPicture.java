package dev.nabla.figure.matmul;

import dev.nabla.figure.Focus;
import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.MatrixGrid.Window;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matmul;
import dev.nabla.math.Matrix;
import java.util.Collections;
import java.util.List;

/** Draws FIG.03: the three matrices where row and column meet, the shapes beside them, the products below. */
final class MatmulPicture {
    /** Where A begins, and how far from it C does. */
    private static final int LEFT = 6;

    private static final int GAP = 7;
    /** In little room the shapes are above A, as high as two rows of B; C and its name begin behind them. */
    private static final int SHAPES = 2;

    private static final int BEHIND_SHAPES = 24;

    private final MatmulModel model;
    private final ViewState<MatmulModel> cursor;
    private final Canvas body;
    private final Layout layout;
    private final boolean compact;
    private final int cellWidth;
    private final int pitch;
    private final MatrixGrid a;
    private final MatrixGrid b;

    MatmulPicture(MatmulModel model, ViewState<MatmulModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.compact = layout == Layout.COMPACT;
        this.cellWidth = layout == Layout.WIDE ? 9 : compact ? 6 : 7;
        Matrix left = model.a();
        Matrix right = model.b();
        int layer = model.isLayer() ? 2 * (cellWidth + MatmulResult.APART) : 0;
        int beside = Math.max(layer, compact ? 8 : MatmulPanel.WIDTH);
        int cells = (body.width() - LEFT - GAP - 2 - beside) / cellWidth;
        int p = Math.min(right.columns(), Math.max(1, cells / 2));
        int n = Math.min(Math.max(left.columns(), right.rows()), Math.min(MatrixGrid.MOST, cells - p));
        int m = Math.min(left.rows(), MatrixGrid.MOST);
        int room = body.height() - MatmulFormula.ROWS - (compact ? 3 : 4);
        this.pitch = 4 * (m + n) + 2 <= room ? 4 : 2 * (m + n) + 2 <= room ? 2 : 1;
        int above = Math.max(n, compact ? SHAPES : 0);
        int fitting = Math.max(1, Math.min(m, (room - (pitch == 1 ? 4 : 2)) / pitch - above));
        Window inA = MatrixGrid.window(seenTerm(), n, left.columns());
        Window inB = MatrixGrid.window(seenTerm(), n, right.rows());
        int x = Math.max(LEFT + inA.size() * cellWidth + 1 + GAP, compact ? BEHIND_SHAPES : 0);
        int y = 2 + MatrixGrid.height(Math.max(inB.size(), compact ? SHAPES : 0), pitch);
        this.a = grid(left, LEFT, y, MatrixGrid.window(seenRow(), fitting, left.rows()), inA);
        this.b = grid(right, x, 1, inB, MatrixGrid.window(seenColumn(), p, right.columns()));
    }

    void draw() {
        entries(b, "b", Tone.SECOND);
        entries(a, "a", Tone.FIRST);
        int label = b.x() - 3 - body.width(Shapes.of(model.b()));
        Shapes.named(body, label, 1, model.names().b(), Tone.SECOND, model.b());
        Shapes.named(body, LEFT, a.y() - 1, model.names().a(), Tone.FIRST, model.a());
        model.product().ifPresentOrElse(this::result, this::mismatch);
        panel();
        int formula = body.height() - MatmulFormula.ROWS;
        new MatmulFormula(model, body.part(body.area().afterRows(formula))).draw(compact ? 12 : 14);
    }

    private MatrixGrid grid(Matrix matrix, int x, int y, Window rows, Window columns) {
        return new MatrixGrid(body, matrix, x, y, cellWidth, pitch, rows, columns);
    }

    private int seenTerm() {
        int part = cursor.spot().part();
        return cursor.on("a")
                ? part % model.a().columns()
                : cursor.on("b") ? part / model.b().columns() : 0;
    }

    /** The column of C that must be seen: that of the bias under the keys, else the one that is looked at. */
    private int seenColumn() {
        boolean one = cursor.on("bias") && model.b().columns() == model.bias().size();
        return one ? cursor.spot().part() : model.column();
    }

    private int seenRow() {
        boolean layer = cursor.on("bias") && model.b().columns() == 1;
        boolean one = layer && model.a().rows() == model.bias().size();
        return one ? cursor.spot().part() : model.row();
    }

    /** The shapes beside C, in little room above A; with much of it what each cell comes from. */
    private void panel() {
        int y = a.y();
        int top = compact ? 0 : 2;
        // Where B is too low the shapes stand behind all that follows C.
        boolean behind = model.isLayer() && model.product().isPresent() && y < 2 + MatmulPanel.ROWS;
        int far = behind ? 3 * (cellWidth + MatmulResult.APART) - 2 : b.right() - b.x() + 4;
        int x = compact ? 1 : b.x() + far;
        int rows = !compact && y - 1 >= top + MatmulPanel.ALL_ROWS ? MatmulPanel.ALL_ROWS : MatmulPanel.ROWS;
        Area shapes = new Area(x, top, body.width() - x, rows);
        new MatmulPanel(model, cursor, body.part(shapes)).draw();
        if (layout == Layout.WIDE) {
            int below = top + rows + 1;
            Area under = new Area(x + 2, below, shapes.width() - 3, y - below);
            Area beside = new Area(x + MatmulPanel.WIDTH, top, shapes.width() - MatmulPanel.WIDTH - 1, y - top);
            worked(under, beside);
        }
    }

    /** The cells of C worked out as far as they are filled in: under the shapes if there is room for all, else beside them. */
    private void worked(Area under, Area beside) {
        List<String> cells = MatmulSteps.cells(model);
        Area area = under.height() > cells.size() ? under : beside;
        int longest = cells.stream().mapToInt(body::width).max().orElse(Integer.MAX_VALUE);
        if (area.height() < 2 || longest > area.width()) {
            return;
        }
        Canvas canvas = body.part(area);
        canvas.put(0, 0, "worked out", Tone.TEXT);
        for (int i = 0; i < cells.size(); i++) {
            if (model.isFilled(i)) {
                canvas.put(0, i + 1, cells.get(i), Tone.DIM);
            }
        }
    }

    private void result(Matmul product) {
        MatrixGrid c = grid(product.c(), b.x(), a.y(), a.rows(), b.columns());
        new MatmulResult(model, cursor, body).draw(c, product);
        arrows();
    }

    /** Why there is no C, where it would stand, and below it the bias that may be at fault. */
    private void mismatch() {
        String missing = "no " + model.names().c() + ": " + (model.innerFits() ? "the bias" : "inner sizes");
        body.put(b.x(), a.y() + 1, missing, Tone.WARN, Weight.BOLD);
        body.put(b.x(), a.y() + 2, model.mismatch(), Tone.WARN, Weight.BOLD);
        int seen = cursor.on("bias") ? cursor.spot().part() : 0;
        Window columns =
                MatrixGrid.window(seen, b.columns().size(), model.bias().size());
        Matrix rows = Matrix.of(Collections.nCopies(model.a().rows(), model.bias()));
        new MatmulResult(model, cursor, body).biasUnder(grid(rows, b.x(), a.y(), a.rows(), columns));
    }

    /** The entries of A or B; those that meet in the cell are lit, the pair of the last product bracketed. */
    private void entries(MatrixGrid grid, String knob, Tone tone) {
        boolean byRow = grid == a;
        int last =
                model.terms() == 0 ? -1 : (int) ((model.terms() - 1) % model.a().columns());
        grid.frame();
        grid.each((i, j, x, y) -> {
            boolean lit = byRow ? i == model.row() : j == model.column();
            boolean paired = lit && (byRow ? j : i) == last;
            Focus place = new Focus(knob, i * grid.matrix().columns() + j);
            grid.knob(
                    x,
                    y,
                    grid.matrix().get(i, j),
                    place,
                    tone,
                    lit,
                    cursor.spot().equals(place),
                    paired);
        });
    }

    /** From the lit row of A to the cell, and from the lit column of B down to it. */
    private void arrows() {
        if (!a.rows().contains(model.row()) || !b.columns().contains(model.column())) {
            return;
        }
        int y = a.rowAt(model.row());
        body.put(1, y, "i=" + (model.row() + 1), Tone.FIRST);
        int from = a.right() + 1;
        body.put(from, y, "─".repeat(Math.max(0, b.x() - from - 1)) + "►", Tone.FIRST);
        int x = b.columnAt(model.column()) + cellWidth / 2;
        body.put(x - 1, 0, "j=" + (model.column() + 1), Tone.SECOND);
        body.put(x, b.bottom(), "▼", Tone.SECOND);
    }
}
