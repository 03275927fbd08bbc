package dev.nabla.figure.attention;

import dev.nabla.figure.Layout;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Attention;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** Draws FIG.08: the weights where queries and keys meet, the values below, the outputs on the right, one row worked out underneath. */
final class AttentionPicture {
    private final AttentionModel model;
    private final ViewState<AttentionModel> cursor;
    private final Canvas body;
    private final Layout layout;
    private final AttentionGrid grid;
    private final MatrixGrid.Window rows;
    private final MatrixGrid.Window columns;

    AttentionPicture(AttentionModel model, ViewState<AttentionModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.grid = AttentionGrid.of(layout, model.q().rows());
        this.rows =
                MatrixGrid.window(model.row(), grid.rows().shown(), model.q().rows());
        this.columns = MatrixGrid.window(
                model.column(), AttentionGrid.COLUMNS, model.k().rows());
    }

    void draw() {
        new AttentionEntries(model, cursor, grid, body).draw(rows, columns);
        body.put(grid.left(), grid.rows().heads(), head(), Tone.DIM);
        if (layout != Layout.COMPACT) {
            shape(0, "q", model.q(), Tone.FIRST);
            shape(1, "k", model.k(), Tone.SECOND);
            shape(2, "v", model.v(), Tone.TEXT);
        }
        Optional<String> problem = model.problem();
        if (problem.isPresent()) {
            refuse(Shapes.in(problem.get()));
        } else {
            answer(model.attention());
        }
    }

    private String head() {
        int m = model.k().rows();
        return columns.size() < m
                ? "weights, " + columns.size() + " of " + m + " keys"
                : layout == Layout.COMPACT ? "weights" : "weights: every row sums to 1";
    }

    private void shape(int y, String name, Matrix matrix, Tone tone) {
        int x = grid.right() + 2;
        body.put(x, y, name, tone, Weight.BOLD);
        body.put(x + 2, y, Shapes.of(matrix), Tone.DIM);
    }

    private void refuse(String complaint) {
        List<String> lines = Wrap.lines(complaint, body.width() - grid.left() - 2, body.glyphs());
        for (int y = 0; y < lines.size(); y++) {
            body.put(grid.left(), grid.rows().y(0) + y, lines.get(y), Tone.WARN, Weight.BOLD);
        }
    }

    private void answer(Attention attention) {
        for (int i = rows.from(); i < rows.to(); i++) {
            weights(i, grid.rows().y(i - rows.from()), attention);
        }
        handle();
        outputs(attention);
        new AttentionTrace(model, attention, grid, columns, layout, body).draw();
        if (layout == Layout.WIDE && model.v().columns() > 1) {
            int x = grid.outEnd(1) + 2;
            new ValuePlane(model, attention, body.part(new Area(x, grid.rows().trace() - 1, body.width() - x - 1, 12)))
                    .draw();
        }
    }

    /** A number and a bar for every weight of a row; a masked one is a bare 0. */
    private void weights(int i, int y, Attention attention) {
        boolean lit = i == model.row();
        Vector weights = attention.weights(i);
        for (int j = columns.from(); j < columns.to(); j++) {
            boolean masked = j >= attention.seen(i);
            boolean looked = lit && j == model.column();
            Tone tone = lit && !masked ? Tone.RESULT : Tone.DIM;
            String number = masked ? "0" : Decimal.fixed(weights.get(j), grid.places());
            boolean known = model.isWeighed(i);
            int end = grid.end(j - columns.from());
            Weight weight = looked ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN;
            body.field(end, y, AttentionGrid.FIELD, known ? number : "·", tone, weight);
            if (known) {
                body.put(end + 1, y, bar(weights.get(j)), tone);
            }
        }
    }

    /** A bar across; where there is only a cell for it a column. */
    private String bar(double weight) {
        Glyphs glyphs = body.glyphs();
        return grid.bar() > 1 ? glyphs.bar(weight * grid.bar(), grid.bar()) : glyphs.column(weight, 1);
    }

    /** The pointer walks over the weights as the arrows do. */
    private void handle() {
        int half = grid.cell() / 2;
        int bottom = grid.rows().y(rows.size() - 1);
        Scale across = Scale.linear(
                columns.from() + 1, columns.to(), grid.left() + half, grid.column(columns.size() - 1) + half);
        Scale down = Scale.linear(rows.from() + 1, rows.to(), grid.rows().y(0), bottom);
        Area area = new Area(
                grid.left(),
                grid.rows().y(0),
                columns.size() * grid.cell(),
                bottom - grid.rows().y(0) + 1);
        body.handle(new Handle("cell", 0, area, across, down));
    }

    /** What each query gets. */
    private void outputs(Attention attention) {
        MatrixGrid.Window entries = AttentionGrid.entries(model.v(), cursor);
        for (int c = entries.from(); c < entries.to(); c++) {
            int end = grid.outEnd(c - entries.from());
            body.right(end, grid.rows().heads(), "out" + Subscript.of(c), Tone.DIM);
            for (int i = rows.from(); i < rows.to(); i++) {
                boolean lit = i == model.row();
                String number =
                        model.isMixed(i) ? Decimal.drawn(attention.out(i).get(c), 2, AttentionGrid.FIELD) : "·";
                Weight weight = lit ? Weight.BOLD : Weight.PLAIN;
                body.right(end, grid.rows().y(i - rows.from()), number, lit ? Tone.RESULT : Tone.DIM, weight);
            }
        }
    }
}
