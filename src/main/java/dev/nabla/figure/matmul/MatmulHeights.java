package dev.nabla.figure.matmul;

import dev.nabla.figure.part.MatrixGrid;
import java.util.List;

/**
 * The rows of FIG.03: above B the index of its column, then B, a row for the names, then A and C, and below them the
 * formula.
 *
 * @param boxed whether the tables have borders above and below
 * @param formula whether there is room for the formula of the chosen cell
 * @param inA places for the rows of A and C
 * @param inB places for the rows of B
 */
record MatmulHeights(boolean boxed, boolean formula, int inA, int inB) {
    /** Rows of each table, marks included, with which the formula is still worth its place. */
    private static final int ENOUGH = 5;

    private static final int INDEX = 1;
    private static final int NAMES = 1;

    /**
     * Returns the arrangement for a picture of so many rows. Of a table in which every row finds room the formula gives
     * way first, then the borders; of a larger one the borders and rows.
     *
     * @param biased whether a bias stands below C
     */
    static MatmulHeights of(int height, int m, int n, boolean biased) {
        int bias = biased ? 1 : 0;
        List<MatmulHeights> all = List.of(
                new MatmulHeights(true, true, m, n),
                new MatmulHeights(true, false, m, n),
                new MatmulHeights(false, true, Math.min(m, ENOUGH), Math.min(n, ENOUGH)),
                new MatmulHeights(false, false, m, n));
        for (MatmulHeights heights : all) {
            if (heights.height() + bias <= height) {
                return heights;
            }
        }
        int room = Math.max(2, height - bias - INDEX - NAMES);
        int inA = Math.max(1, Math.min(m, Math.max(room / 2, room - n)));
        return new MatmulHeights(false, false, inA, Math.max(1, Math.min(n, room - inA)));
    }

    /** Returns the least height of a picture in which every row finds room: no borders and no formula. */
    static int least(int m, int n, boolean biased) {
        return new MatmulHeights(false, false, m, n).height() + (biased ? 1 : 0);
    }

    /** Returns the first row of A and C. */
    int a() {
        return INDEX + MatrixGrid.height(inB, boxed) + NAMES;
    }

    private int height() {
        return a() + MatrixGrid.height(inA, boxed) + (formula ? MatmulFormula.ROWS : 0);
    }
}
