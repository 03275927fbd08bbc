package dev.nabla.figure.attention;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;

/** What goes into FIG.08, round the weights: the queries on the left, the keys above, the values below, scale and mask in the corner. */
final class AttentionEntries {
    private static final int KEYS = 1;

    private final AttentionModel model;
    private final ViewState<AttentionModel> cursor;
    private final AttentionGrid grid;
    private final Canvas body;

    AttentionEntries(AttentionModel model, ViewState<AttentionModel> cursor, AttentionGrid grid, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.grid = grid;
        this.body = body;
    }

    void draw(MatrixGrid.Window rows, MatrixGrid.Window columns) {
        knob(0, "scale", Decimal.drawn(model.scale(), 2, AttentionGrid.FIELD), null);
        int other = model.causal() ? 0 : 1;
        knob(1, "causal", String.valueOf(model.causal()), Scale.linear(other, other, 0, 1));
        keys(columns);
        queries(rows);
        columnEntries("k", model.k(), KEYS, Tone.SECOND, columns);
        columnEntries("v", model.v(), grid.rows().values(), Tone.TEXT, columns);
    }

    private void knob(int y, String name, String value, Scale across) {
        boolean focused = cursor.on(name);
        Tone tone = focused ? Tone.SECOND : Tone.TEXT;
        if (focused) {
            body.put(grid.name() - 2, y, "►", tone, Weight.BOLD);
        }
        body.put(grid.name(), y, name, focused ? tone : Tone.DIM, focused ? Weight.BOLD : Weight.PLAIN);
        int end = grid.name() + 7 + AttentionGrid.FIELD;
        body.field(end, y, AttentionGrid.FIELD, value, tone, focused ? Weight.REVERSE : Weight.PLAIN);
        body.handle(new Handle(name, 0, new Area(1, y, grid.left() - 5, 1), across, null));
    }

    private void keys(MatrixGrid.Window columns) {
        body.right(grid.left() - 1, 0, "key", Tone.DIM);
        for (int j = columns.from(); j < columns.to(); j++) {
            boolean lit = j == model.column();
            body.right(
                    grid.end(j - columns.from()),
                    0,
                    model.token(j),
                    lit ? Tone.SECOND : Tone.TEXT,
                    lit ? Weight.BOLD : Weight.PLAIN);
        }
    }

    private void queries(MatrixGrid.Window rows) {
        MatrixGrid.Window entries = AttentionGrid.entries(model.q(), cursor);
        boolean asKeys = model.q().columns() == model.k().columns();
        boolean all = entries.size() == model.q().columns();
        body.put(grid.name(), grid.rows().heads(), all || asKeys ? "query" : part(entries, model.q()), Tone.DIM);
        for (int c = 0; c < entries.size(); c++) {
            String name = "q" + Subscript.of(entries.from() + c);
            body.right(grid.queryEnd(c, entries.size()), grid.rows().heads(), name, Tone.DIM);
        }
        for (int i = rows.from(); i < rows.to(); i++) {
            query(i, grid.rows().y(i - rows.from()), entries);
        }
    }

    /** A token's name and its query; the row that is looked at is lit. */
    private void query(int i, int y, MatrixGrid.Window entries) {
        boolean lit = i == model.row();
        if (lit && cursor.on("cell")) {
            body.put(grid.name() - 2, y, "►", Tone.RESULT, Weight.BOLD);
        }
        body.put(grid.name(), y, model.token(i), lit ? Tone.FIRST : Tone.TEXT, lit ? Weight.BOLD : Weight.PLAIN);
        Scale column = Scale.linear(model.column() + 1, model.column() + 1, 0, 1);
        Scale row = Scale.linear(i + 1, i + 1, 0, 1);
        body.handle(new Handle("cell", 0, new Area(grid.name(), y, 6, 1), column, row));
        for (int c = entries.from(); c < entries.to(); c++) {
            int end = grid.queryEnd(c - entries.from(), entries.size());
            entry("q", i * model.q().columns() + c, model.q().get(i, c), end, y, Tone.FIRST, lit);
        }
    }

    /** The entries of keys or values, a column a token. */
    private void columnEntries(String name, Matrix matrix, int top, Tone tone, MatrixGrid.Window columns) {
        MatrixGrid.Window entries = AttentionGrid.entries(matrix, cursor);
        for (int c = entries.from(); c < entries.to(); c++) {
            int y = top + c - entries.from();
            body.right(grid.left() - 1, y, name + Subscript.of(c), Tone.DIM);
            for (int j = columns.from(); j < Math.min(columns.to(), matrix.rows()); j++) {
                boolean lit = j == model.column();
                entry(name, j * matrix.columns() + c, matrix.get(j, c), grid.end(j - columns.from()), y, tone, lit);
            }
        }
        if (entries.size() < matrix.columns()) {
            String part = part(entries, matrix);
            int room = grid.left() - 2 - body.width(name + Subscript.of(entries.to() - 1)) - grid.name();
            boolean whole = body.width(part + " entries") <= room;
            body.put(grid.name(), top + entries.size() - 1, whole ? part + " entries" : part, Tone.DIM);
        }
    }

    /** How many of the entries are shown. */
    private static String part(MatrixGrid.Window entries, Matrix matrix) {
        return entries.size() + " of " + matrix.columns();
    }

    private void entry(String knob, int part, double value, int end, int y, Tone tone, boolean lit) {
        boolean focused = cursor.on(knob, part);
        int field = AttentionGrid.FIELD;
        String number = Decimal.drawn(value, 2, field);
        if (focused) {
            body.put(end - Math.max(field, body.width(number)) - 1, y, "►", tone, Weight.BOLD);
        }
        Weight weight = focused ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN;
        body.field(end, y, field, number, lit ? tone : Tone.DIM, weight);
        body.handle(new Handle(knob, part, new Area(end - field, y, field, 1), null, null));
    }
}
