package dev.nabla.figure.attention;

import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.math.Matrix;

/**
 * Columns and rows of FIG.08.
 *
 * @param name first cell of the queries' names
 * @param left first cell of the weights
 * @param cell cells from weight to weight
 * @param bar most cells of a bar
 * @param outPitch cells from output to output
 */
record AttentionGrid(int name, int left, int cell, int bar, int outPitch, Rows rows) {
    /** Keys that are shown. */
    static final int COLUMNS = 4;
    /** Entries of a query, key or value that are shown. */
    static final int ENTRIES = 2;

    /** Cells of a number. */
    static final int FIELD = 5;

    /**
     * @param heads row of the heads of the weights
     * @param shown how many rows of weights there is room for
     * @param pitch rows from weight to weight
     * @param values row of the first value
     * @param trace row where the working begins
     */
    public record Rows(int heads, int shown, int pitch, int values, int trace) {
        /** The row of a weight. */
        int y(int position) {
            return heads + (position + 1) * pitch;
        }
    }

    static AttentionGrid of(Layout layout, int queries) {
        return switch (layout) {
            case WIDE ->
                new AttentionGrid(3, 24, 14, 6, 8, queries > 4 ? new Rows(4, 7, 1, 15, 19) : new Rows(4, 4, 2, 15, 19));
            case NORMAL -> new AttentionGrid(3, 21, 11, 4, 7, new Rows(4, 4, 1, 10, 13));
            default -> new AttentionGrid(2, 19, 7, 1, 6, new Rows(3, 4, 1, 8, 11));
        };
    }

    /** Decimals of a weight. */
    int places() {
        return bar > 1 ? 3 : 2;
    }

    int column(int position) {
        return left + position * cell;
    }

    /** The column after a number of a column of weights. */
    int end(int position) {
        return column(position) + FIELD;
    }

    int right() {
        return left + COLUMNS * cell;
    }

    int outEnd(int position) {
        return right() + (position + 1) * outPitch;
    }

    /** The column after one of so many entries of a query. */
    int queryEnd(int position, int size) {
        return left - 1 - (size - 1 - position) * (FIELD + 1);
    }

    /** The entries of a row that there is room for, those of the focus among them. */
    static MatrixGrid.Window entries(Matrix matrix, ViewState<AttentionModel> cursor) {
        boolean here = cursor.on("q") || cursor.on("k") || cursor.on("v");
        int seen = here ? cursor.spot().part() % matrix.columns() : 0;
        return MatrixGrid.window(seen, ENTRIES, matrix.columns());
    }
}
