package dev.nabla.figure.matmul;

import dev.nabla.figure.Layout;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.frame.Canvas;

/**
 * How much of the matrices of FIG.03 there is room for.
 *
 * @param compact whether the shapes stand above A instead of beside C
 * @param cellWidth cells from border to border of an entry
 * @param pitch rows from entry to entry
 * @param rows rows of A and C that are shown
 * @param inner columns of A and rows of B that are shown
 * @param columns columns of B and C that are shown
 */
record MatmulLayout(boolean compact, int cellWidth, int pitch, int rows, int inner, int columns) {
    /** Where A begins. */
    static final int LEFT = 6;
    /** Cells between A and C. */
    static final int GAP = 7;

    private static final int PANEL = 24;
    /** Rows of B that are as high as the shapes above A. */
    private static final int SHAPES = 2;
    /** Where C begins at least, with its name in front of it, behind the shapes above A. */
    private static final int BEHIND_SHAPES = 24;

    static MatmulLayout of(MatmulModel model, Canvas body) {
        Layout layout = Layout.ofBody(body.width(), body.height());
        boolean compact = layout == Layout.COMPACT;
        int cellWidth = layout == Layout.WIDE ? 9 : layout == Layout.NORMAL ? 7 : 6;
        int layer = model.isLayer() ? 2 * (cellWidth + MatmulResult.APART) : 0;
        int beside = Math.max(layer, compact ? 8 : PANEL);
        int cells = (body.width() - LEFT - GAP - 2 - beside) / cellWidth;
        int columns = Math.min(model.b().columns(), Math.max(1, cells / 2));
        int longest = Math.max(model.a().columns(), model.b().rows());
        int inner = Math.min(longest, Math.min(MatrixGrid.MOST, cells - columns));
        int room = body.height() - formulaRows(compact) - 3;
        int most = Math.min(model.a().rows(), MatrixGrid.MOST);
        int pitch = 4 * (most + inner) + 2 <= room ? 4 : 2 * (most + inner) + 2 <= room ? 2 : 1;
        int above = Math.max(inner, compact ? SHAPES : 0);
        int rows = Math.max(1, Math.min(most, (room - (pitch == 1 ? 4 : 2)) / pitch - above));
        return new MatmulLayout(compact, cellWidth, pitch, rows, inner, columns);
    }

    /** Where C begins behind so many columns of A. */
    int xOfC(int shown) {
        return Math.max(LEFT + shown * cellWidth + 1 + GAP, compact ? BEHIND_SHAPES : 0);
    }

    /** Where A and C begin below so many rows of B. */
    int yOfC(int shown) {
        return 2 + MatrixGrid.height(Math.max(shown, compact ? SHAPES : 0), pitch);
    }

    private static int formulaRows(boolean compact) {
        return compact ? 3 : 4;
    }
}
