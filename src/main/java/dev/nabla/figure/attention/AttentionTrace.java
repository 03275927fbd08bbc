package dev.nabla.figure.attention;

import dev.nabla.figure.Layout;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Attention;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.function.IntFunction;

/** One row of FIG.08 worked out under its keys: a line a stage, the newest in bold, what is still to come left out. */
final class AttentionTrace {
    private final AttentionModel model;
    private final Attention attention;
    private final AttentionGrid grid;
    private final MatrixGrid.Window columns;
    private final Layout layout;
    private final Canvas body;
    private final Vector scores;
    private final int row;
    private final int seen;
    private int y;

    AttentionTrace(
            AttentionModel model,
            Attention attention,
            AttentionGrid grid,
            MatrixGrid.Window columns,
            Layout layout,
            Canvas body) {
        this.model = model;
        this.attention = attention;
        this.grid = grid;
        this.columns = columns;
        this.layout = layout;
        this.body = body;
        this.row = model.row();
        this.scores = attention.scores(row);
        this.seen = attention.seen(row);
    }

    void draw() {
        boolean compact = layout == Layout.COMPACT;
        y = grid.rows().trace();
        if (layout == Layout.WIDE) {
            products();
        }
        if (!compact) {
            line(1, "q·k", j -> two(attention.dot(row, j)), "");
        }
        line(2, compact ? "score s" : "× scale = s", j -> two(scores.get(j)), "max " + two(scores.max()));
        Vector exponentials = new Softmax(scores, 1).exponentials();
        String sum = "Σ " + Decimal.fixed(exponentials.stream().sum(), 3);
        line(3, "exp(s−max) = e", j -> Decimal.fixed(exponentials.get(j), compact ? 2 : 3), sum);
        if (!compact) {
            Vector weights = attention.weights(row);
            line(4, "e/Σ = weight", j -> Decimal.fixed(weights.get(j), 3), "Σ 1.000");
        }
        terms();
    }

    /** The products of each dot product, one under the other. */
    private void products() {
        int shown = Math.min(model.q().columns(), AttentionGrid.ENTRIES);
        for (int c = 0; c < shown; c++) {
            int entry = c;
            line(
                    1,
                    "q" + Subscript.of(c) + "·k" + Subscript.of(c),
                    j -> two(attention.q().get(row, entry) * attention.k().get(j, entry)),
                    "");
        }
    }

    private void line(int stage, String label, IntFunction<String> number, String note) {
        if (model.stageOfRow() < stage) {
            y++;
            return;
        }
        boolean newest = model.isTracing() && model.stageOfRow() == stage;
        Weight weight = newest ? Weight.BOLD : Weight.PLAIN;
        body.put(grid.name(), y, label, newest ? Tone.TEXT : Tone.DIM, weight);
        for (int j = columns.from(); j < columns.to(); j++) {
            boolean masked = stage > 1 && j >= seen;
            String text = masked ? stage == 2 ? "−∞" : "0" : number.apply(j);
            body.right(grid.end(j - columns.from()), y, text, masked ? Tone.DIM : Tone.TEXT, weight);
        }
        body.right(grid.outEnd(1), y, note, Tone.DIM);
        y++;
    }

    /** The weighted values, a line an entry, and their sum so far. */
    private void terms() {
        int done = model.terms();
        Vector weights = attention.weights(row);
        Vector sum = done == model.k().rows() ? attention.out(row) : attention.partial(row, done);
        int shown = Math.min(model.v().columns(), AttentionGrid.ENTRIES);
        for (int c = 0; c < shown && done > 0; c++) {
            body.put(grid.name(), y, "w·v" + Subscript.of(c), Tone.DIM);
            for (int j = columns.from(); j < Math.min(done, columns.to()); j++) {
                boolean newest = model.isTracing() && j == done - 1;
                double term = weights.get(j) * model.v().get(j, c);
                body.right(grid.end(j - columns.from()), y, two(term), Tone.TEXT, newest ? Weight.BOLD : Weight.PLAIN);
                if (layout != Layout.COMPACT) {
                    body.right(grid.column(j - columns.from() + 1) - 1, y, j == done - 1 ? "=" : "+", Tone.DIM);
                }
            }
            body.right(grid.outEnd(c), y, two(sum.get(c)), Tone.RESULT, Weight.BOLD);
            y++;
        }
    }

    private static String two(double x) {
        return Decimal.drawn(x, 2, AttentionGrid.FIELD);
    }
}
