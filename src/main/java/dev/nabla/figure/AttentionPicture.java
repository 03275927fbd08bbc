package dev.nabla.figure;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Attention;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import java.util.List;
import java.util.Optional;

/** Draws FIG.08: the weights where queries and keys meet, the values below, the outputs on the right, one row worked out underneath. */
final class AttentionPicture {
    private static final int KEYS = 1;

    private final AttentionModel model;
    private final Cursor<AttentionModel> cursor;
    private final Canvas body;
    private final Layout layout;
    private final AttentionGrid grid;
    private final MatrixGrid.Window rows;
    private final MatrixGrid.Window columns;

    AttentionPicture(AttentionModel model, Cursor<AttentionModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.grid = AttentionGrid.of(layout, model.q().rows());
        this.rows = MatrixGrid.window(model.row(), grid.rows(), model.q().rows());
        this.columns = MatrixGrid.window(
                model.column(), AttentionGrid.COLUMNS, model.k().rows());
    }

    void draw() {
        Optional<BadInput> problem = model.problem();
        knobs();
        heads(problem.isEmpty());
        for (int i = rows.from(); i < rows.to(); i++) {
            query(i);
        }
        columnEntries("k", model.k(), KEYS, Tone.SECOND);
        columnEntries("v", model.v(), grid.values(), Tone.TEXT);
        if (problem.isPresent()) {
            refuse(problem.get().getMessage());
            return;
        }
        Attention attention = model.attention();
        weights(attention.weights());
        outputs(attention);
        new AttentionTrace(model, attention, grid, columns, layout, body).draw();
        if (layout == Layout.WIDE && model.v().columns() > 1) {
            int x = grid.outEnd(1) + 2;
            new ValuePlane(model, attention, body.part(new Area(x, grid.trace() - 1, body.width() - x - 1, 12))).draw();
        }
    }

    private void refuse(String complaint) {
        List<String> lines = Wrap.lines(complaint, body.width() - grid.left() - 2, body.glyphs());
        for (int y = 0; y < lines.size(); y++) {
            body.put(grid.left(), grid.weights() + y, lines.get(y), Tone.WARN, Weight.BOLD);
        }
    }

    /** The two knobs that are no entries, in the corner above the queries. */
    private void knobs() {
        knob(0, "scale", Decimal.drawn(model.scale(), 2, AttentionGrid.FIELD));
        body.handle(new Handle("scale", 0, new Area(1, 0, grid.left() - 5, 1), null, null));
        knob(1, "causal", String.valueOf(model.causal()));
        Scale other = Scale.linear(model.causal() ? 0 : 1, model.causal() ? 0 : 1, 1, 2);
        body.handle(new Handle("causal", 0, new Area(1, 1, grid.left() - 5, 1), other, null));
    }

    private void knob(int y, String label, String value) {
        boolean focused = cursor.on(y == 0 ? "scale" : "causal");
        if (focused) {
            body.put(grid.name() - 2, y, "►", Tone.SECOND, Weight.BOLD);
        }
        body.put(grid.name(), y, label, focused ? Tone.SECOND : Tone.DIM, focused ? Weight.BOLD : Weight.PLAIN);
        String field = " ".repeat(Math.max(0, AttentionGrid.FIELD - value.length())) + value;
        body.put(grid.name() + 7, y, field, focused ? Tone.SECOND : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
    }

    private void heads(boolean answered) {
        for (int j = columns.from(); j < columns.to(); j++) {
            boolean looked = j == model.column();
            body.right(
                    grid.end(j - columns.from()),
                    0,
                    model.token(j),
                    looked ? Tone.SECOND : Tone.TEXT,
                    looked ? Weight.BOLD : Weight.PLAIN);
        }
        body.right(grid.left() - 1, 0, "key", Tone.DIM);
        body.put(grid.name(), grid.heads(), "query", Tone.DIM);
        for (int c = 0; c < entries(model.q()).size(); c++) {
            String name = "q" + SoftmaxFigure.index(entries(model.q()).from() + c);
            body.right(grid.queryEnd(c, entries(model.q()).size()), grid.heads(), name, Tone.DIM);
        }
        body.put(grid.left(), grid.heads(), weightsHead(), Tone.DIM);
        if (answered) {
            for (int c = 0; c < entries(model.v()).size(); c++) {
                String name = "out" + SoftmaxFigure.index(entries(model.v()).from() + c);
                body.right(grid.outEnd(c), grid.heads(), name, Tone.DIM);
            }
        }
        if (layout != Layout.COMPACT) {
            shapes();
        }
    }

    private String weightsHead() {
        int m = model.k().rows();
        return columns.size() < m
                ? "weights, " + columns.size() + " of " + m + " keys"
                : layout == Layout.COMPACT ? "weights" : "weights: every row sums to 1";
    }

    private void shapes() {
        int x = grid.right() + 2;
        body.put(x, 0, "q", Tone.FIRST, Weight.BOLD);
        body.put(x + 2, 0, shape(model.q()), Tone.DIM);
        body.put(x, 1, "k", Tone.SECOND, Weight.BOLD);
        body.put(x + 2, 1, shape(model.k()), Tone.DIM);
        body.put(x, 2, "v", Tone.TEXT, Weight.BOLD);
        body.put(x + 2, 2, shape(model.v()), Tone.DIM);
    }

    private static String shape(Matrix matrix) {
        return matrix.rows() + "×" + matrix.columns();
    }

    /** The entries of a row that there is room for, those of the focus among them. */
    private MatrixGrid.Window entries(Matrix matrix) {
        boolean here = cursor.on("q") || cursor.on("k") || cursor.on("v");
        int seen = here ? cursor.spot().part() % matrix.columns() : 0;
        return MatrixGrid.window(seen, AttentionGrid.ENTRIES, matrix.columns());
    }

    private int y(int i) {
        return grid.weights() + (i - rows.from()) * grid.pitch();
    }

    /** A token's name and its query; the row that is looked at is lit. */
    private void query(int i) {
        boolean lit = i == model.row();
        if (lit && cursor.on("cell")) {
            body.put(grid.name() - 2, y(i), "►", Tone.RESULT, Weight.BOLD);
        }
        body.put(grid.name(), y(i), model.token(i), lit ? Tone.FIRST : Tone.TEXT, lit ? Weight.BOLD : Weight.PLAIN);
        Scale here = Scale.linear(model.column() + 1, model.column() + 1, 0, 1);
        body.handle(new Handle("cell", 0, new Area(grid.name(), y(i), 6, 1), here, down()));
        MatrixGrid.Window entries = entries(model.q());
        for (int c = entries.from(); c < entries.to(); c++) {
            entry(
                    "q",
                    i * model.q().columns() + c,
                    model.q().get(i, c),
                    grid.queryEnd(c - entries.from(), entries.size()),
                    y(i),
                    Tone.FIRST,
                    lit);
        }
    }

    /** The entries of keys or values, a column a token. */
    private void columnEntries(String name, Matrix matrix, int top, Tone tone) {
        MatrixGrid.Window entries = entries(matrix);
        for (int c = entries.from(); c < entries.to(); c++) {
            int y = top + c - entries.from();
            body.right(grid.left() - 1, y, name + SoftmaxFigure.index(c), Tone.DIM);
            for (int j = columns.from(); j < Math.min(columns.to(), matrix.rows()); j++) {
                boolean lit = j == model.column();
                entry(name, j * matrix.columns() + c, matrix.get(j, c), grid.end(j - columns.from()), y, tone, lit);
            }
        }
    }

    private void entry(String knob, int part, double value, int end, int y, Tone tone, boolean lit) {
        boolean focused = cursor.on(knob, part);
        String number = Decimal.drawn(value, 2, AttentionGrid.FIELD);
        String field = " ".repeat(Math.max(0, AttentionGrid.FIELD - number.length())) + number;
        if (focused) {
            body.put(end - field.length() - 1, y, "►", tone, Weight.BOLD);
        }
        body.right(end, y, field, lit ? tone : Tone.DIM, focused ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN);
        body.handle(new Handle(knob, part, new Area(end - AttentionGrid.FIELD, y, AttentionGrid.FIELD, 1), null, null));
    }

    private Scale down() {
        return Scale.linear(rows.from() + 1, rows.to(), y(rows.from()), y(rows.to() - 1));
    }

    /** A number and a bar for every weight. */
    private void weights(Matrix weights) {
        for (int i = rows.from(); i < rows.to(); i++) {
            for (int j = columns.from(); j < columns.to(); j++) {
                weight(i, j, weights.get(i, j));
            }
        }
        int half = grid.cell() / 2;
        Scale across = Scale.linear(
                columns.from() + 1, columns.to(), grid.left() + half, grid.column(columns.size() - 1) + half);
        int height = y(rows.to() - 1) - grid.weights() + 1;
        Area area = new Area(grid.left(), grid.weights(), columns.size() * grid.cell(), height);
        body.handle(new Handle("cell", 0, area, across, down()));
    }

    private void weight(int i, int j, double weight) {
        boolean lit = i == model.row();
        boolean looked = lit && j == model.column();
        boolean masked = j >= model.attention().seen(i);
        Tone tone = lit && !masked ? Tone.RESULT : Tone.DIM;
        String number = model.isWeighed(i) ? masked ? "0" : Decimal.fixed(weight, grid.places()) : "·";
        String field = " ".repeat(Math.max(0, AttentionGrid.FIELD - number.length())) + number;
        int end = grid.end(j - columns.from());
        body.right(end, y(i), field, tone, looked ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN);
        if (model.isWeighed(i)) {
            body.put(end + 1, y(i), bar(weight), tone);
        }
    }

    /** A bar across; where there is only a cell for it a column, which ASCII has not. */
    private String bar(double weight) {
        Glyphs glyphs = body.glyphs();
        return grid.bar() > 1
                ? glyphs.bar(weight * grid.bar(), grid.bar())
                : glyphs == Glyphs.ASCII ? "" : glyphs.column(weight, 1);
    }

    /** What each query gets. */
    private void outputs(Attention attention) {
        MatrixGrid.Window entries = entries(model.v());
        for (int i = rows.from(); i < rows.to(); i++) {
            boolean lit = i == model.row();
            boolean known = !model.isTracing()
                    || i < model.row()
                    || lit && model.terms() == model.k().rows();
            for (int c = entries.from(); c < entries.to(); c++) {
                String number = known ? Decimal.drawn(attention.out().get(i, c), 2, AttentionGrid.FIELD) : "·";
                body.right(
                        grid.outEnd(c - entries.from()),
                        y(i),
                        number,
                        lit ? Tone.RESULT : Tone.DIM,
                        lit ? Weight.BOLD : Weight.PLAIN);
            }
        }
    }
}
