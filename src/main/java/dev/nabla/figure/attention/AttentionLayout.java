package dev.nabla.figure.attention;

import static dev.nabla.figure.attention.AttentionFigure.WEIGHTS;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.frame.Area;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.math.Matrix;
import java.util.Map;

/**
 * Layout of FIG.08: one row per query, one column per key, and the outputs at the right.
 *
 * @param queries the queries that are shown
 * @param keys the keys that are shown
 */
record AttentionLayout(
        ViewState<AttentionModel> cursor,
        Map<String, Area> columns,
        Map<String, Area> rows,
        VisibleRange queries,
        VisibleRange keys) {
    /** Shares with three decimals, for columns that are wide enough. */
    static final Quantity<?, ?> FINE_WEIGHTS = WEIGHTS.places(3);

    /** Width of a number, in cells. */
    static final int FIELD = 5;

    private static final int KEYS = 4;
    /** Number of entries of a query, key or value that are shown. */
    private static final int ENTRIES = 2;
    /** Width, in cells, of a share whose bar is a single upright cell. */
    private static final int NARROW = 7;

    static AttentionLayout of(AttentionModel model, ViewState<AttentionModel> cursor, Area body) {
        Map<String, Area> columns = TrackLayout.columns(
                body.left(body.width() - 1),
                0,
                Track.free("margin", 2).atMost(3),
                Track.free("names", 17).atMost(18),
                Track.free("weights", KEYS * NARROW).atMost(3 * KEYS * NARROW).sharing(8),
                Track.free("out", 12).atMost(14));
        Map<String, Area> rows = TrackLayout.rows(
                body,
                Track.fixed("keys", 1 + ENTRIES),
                Track.blank(2),
                Track.free("weights", 1 + KEYS).atMost(1 + 2 * KEYS),
                Track.blank(2),
                Track.fixed("values", Math.min(ENTRIES, model.v().columns()) + 1),
                Track.fixed("products", Math.min(ENTRIES, model.q().columns())).goesAt(3),
                Track.fixed("q·k", 1).goesAt(1),
                Track.fixed("scores", 1),
                Track.fixed("exponentials", 1),
                Track.fixed("shares", 1).goesAt(1),
                Track.fixed("terms", ENTRIES));
        int shown = rows.get("weights").height() - 1;
        VisibleRange queries = MatrixGrid.window(model.row(), shown, model.q().rows());
        VisibleRange keys = MatrixGrid.window(model.column(), KEYS, model.k().rows());
        return new AttentionLayout(cursor, columns, rows, queries, keys);
    }

    /** Returns whether the named rows fit. */
    boolean has(String some) {
        return rows.containsKey(some);
    }

    /** Returns the first of the named rows. */
    int y(String some) {
        return rows.get(some).y();
    }

    /**
     * Returns the row of a query, numbered from 0. Blank rows separate the queries if there is room for all of them.
     */
    int y(int query) {
        int pitch = rows.get("weights").height() > 2 * queries.size() ? 2 : 1;
        return y("weights") + (query - queries.from() + 1) * pitch;
    }

    int x(String column) {
        return columns.get(column).x();
    }

    /** Returns the distance between neighbouring shares, in cells. */
    int cell() {
        return columns.get("weights").width() / KEYS;
    }

    boolean isNarrow() {
        return cell() == NARROW;
    }

    /** Returns the share quantity with as many decimals as fit. */
    Quantity<?, ?> shares() {
        return isNarrow() ? WEIGHTS : FINE_WEIGHTS;
    }

    int x(int key) {
        return x("weights") + (key - keys.from()) * cell();
    }

    /** Returns the column after the last digit of a key's numbers. */
    int end(int key) {
        return x(key) + FIELD;
    }

    /** Returns the column after the last digit of an output entry. */
    int outEnd(int position) {
        return x("out") + (position + 1) * columns.get("out").width() / ENTRIES;
    }

    /** Returns the entries of a row that fit, including the focused entry. */
    VisibleRange entries(Matrix matrix) {
        boolean here = cursor.isFocused("q") || cursor.isFocused("k") || cursor.isFocused("v");
        int seen = here ? cursor.spot().part() % matrix.columns() : 0;
        return MatrixGrid.window(seen, ENTRIES, matrix.columns());
    }
}
