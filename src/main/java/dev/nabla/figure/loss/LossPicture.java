package dev.nabla.figure.loss;

import dev.nabla.figure.Layout;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.loss.LossFigure.Model;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.Rows;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Line;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.List;

/** Draws FIG.07: a row a token with p, y and p − y on one scale; below it the knobs and the loss over the steps, and where there is room the Jacobian. */
final class LossPicture {
    private static final int TOP = 2;

    private final Model model;
    private final List<Loss> path;
    private final Loss loss;
    private final Vector p;
    private final int truth;
    private final ViewState<Model> cursor;
    private final Canvas body;
    private final boolean compact;
    private final KnobTable table;
    /** Cells that stand for 1. */
    private final int one;
    /** Column of the zero line of p − y. */
    private final int zero;

    LossPicture(Model model, ViewState<Model> cursor, Canvas body) {
        this.model = model;
        this.path = model.path();
        this.loss = path.get(path.size() - 1);
        this.p = loss.p();
        this.truth = loss.truth() - 1;
        this.cursor = cursor;
        this.body = body;
        Layout layout = Layout.ofBody(body.width(), body.height());
        this.compact = layout == Layout.COMPACT;
        this.one = layout == Layout.WIDE ? 19 : compact ? 6 : 9;
        this.table = new KnobTable(
                body,
                1,
                Track.fixed("name", compact ? 2 : 8),
                Track.fixed("value", compact ? 5 : 6),
                Track.fixed("space", 0).goesAt(2),
                Track.fixed("p", one),
                Track.fixed("P", 5),
                Track.fixed("minus", compact ? 1 : 2),
                Track.fixed("y", one),
                Track.fixed("truth", 1),
                Track.fixed("equals", 1),
                Track.fixed("error", 2 * one + 2),
                Track.fixed("gradient", 6).goesAt(1));
        this.zero = table.column("error").x() + one;
    }

    void draw() {
        heads();
        int slots = compact ? 5 : 7;
        tokens(slots);
        sums(TOP + slots + (compact ? 0 : 1));
        int y = TOP + slots + (compact ? 2 : 3);
        int left = table.column("minus").x() - 1;
        Area below = body.area().afterRows(y).top(compact ? 6 : 7);
        knobs(body.part(below.afterColumns(1).left(left - 2)));
        chart(body.part(below.afterColumns(left + 2).left(body.width() - left - 3)));
        Canvas rest = body.part(body.area().afterRows(y + 8));
        if (!compact && rest.height() >= JacobianTable.LEAST_ROWS) {
            new JacobianTable(loss, rest).draw();
        }
    }

    private void heads() {
        table.right("value", 0, "z", Tone.DIM);
        body.put(table.column("p").x(), 0, Line.EMPTY.first("p").dim(compact ? "" : " predicted"));
        body.put(table.column("y").x(), 0, Line.EMPTY.second("y").dim(compact ? "" : " truth"));
        body.put(table.column("error").x(), 0, Line.EMPTY.result("p − y").dim(compact ? "" : "  gradient"));
        if (loss.tau() != 1) {
            table.right("gradient", 0, "over τ", Tone.RESULT, Weight.BOLD);
        }
        table.scale("p", 1, "0", "", "1");
        table.scale("y", 1, "0", "", "1");
        body.put(table.column("error").x(), 1, compact ? "raise" : "raise z", Tone.RESULT);
        body.put(zero, 1, "0", Tone.DIM);
        body.right(zero + one + 1, 1, compact ? "lower" : "lower z", Tone.WARN);
    }

    private void tokens(int slots) {
        int seen = cursor.on("logits") ? cursor.spot().part() : truth;
        Rows rows = Rows.of(p.size(), slots, seen, !compact, p.size() - 1);
        for (int j = rows.window().from(); j < rows.window().to(); j++) {
            token(j, TOP + rows.slot(j));
        }
        if (rows.rest() > 0) {
            body.put(3, TOP + slots - 1, rows.more(), Tone.DIM);
        }
    }

    private void token(int j, int y) {
        boolean focused = cursor.on("logits", j);
        boolean came = j == truth;
        String symbol = "z" + Subscript.of(j);
        String name = compact ? symbol : NextToken.symbol(p.size(), j);
        table.name(y, Tone.FIRST, focused, name);
        if (came) {
            body.put(table.column("name").x(), y, name, Tone.SECOND, Weight.BOLD);
        }
        double z = loss.logits().get(j);
        table.value(y, Decimal.drawn(z, Math.rint(z * 10) == z * 10 ? 1 : 2, 5), Tone.FIRST, focused);
        table.plain("p", y, p.get(j), Tone.FIRST);
        table.right("P", y, Decimal.fixed(p.get(j), 3), Tone.FIRST);
        table.right("minus", y, "−", Tone.DIM);
        if (came) {
            table.plain("y", y, 1, Tone.SECOND);
        } else {
            body.put(table.column("y").x(), y, "·", Tone.GRID);
        }
        table.right("truth", y, came ? "1" : "0", came ? Tone.SECOND : Tone.DIM);
        table.pick("y", y, "truth", j + 1);
        table.right("equals", y, "=", Tone.DIM);
        error(j, y);
    }

    /** p − y as a bar, its number on the other side of the zero line. */
    private void error(int j, int y) {
        double r = loss.residual().get(j);
        Tone tone = r < 0 ? Tone.RESULT : r > 0 ? Tone.WARN : Tone.DIM;
        Weight weight = j == truth ? Weight.BOLD : Weight.PLAIN;
        new SignedBar(r, one, tone).draw(body, zero, y);
        String number = Decimal.typeset(Decimal.signed(r, 3));
        if (r < 0) {
            body.put(zero + 1, y, number, tone, weight);
        } else {
            body.right(zero, y, number, tone, weight);
        }
        if (loss.tau() != 1) {
            table.right("gradient", y, Decimal.drawn(loss.gradient().get(j), 3, 6), tone, weight);
        }
    }

    private void sums(int y) {
        body.put(3, y, "sum", Tone.DIM);
        table.right("P", y, Decimal.fixed(loss.softmax().sum(), 3), Tone.FIRST);
        table.right("truth", y, "1", Tone.SECOND);
        body.right(zero, y, "0.000", Tone.RESULT);
        body.put(zero + 1, y, "always", Tone.DIM);
    }

    private void knobs(Canvas canvas) {
        Readout out = new Readout(canvas);
        String name = NextToken.symbol(p.size(), truth);
        out.knob(compact ? "truth" : "truth y", name, cursor.on("truth"));
        out.knob(compact ? "τ" : "τ temperature", Decimal.nonzero(loss.tau(), 2, 6), cursor.on("tau"));
        out.knob(compact ? "η" : "η of a step", Decimal.nonzero(model.eta(), 2, 6), cursor.on("eta"));
        if (!compact) {
            out.gap(1);
        }
        out.row(compact ? "loss L" : "L = −log p[truth]", nats(loss), Tone.RESULT, Weight.REVERSE);
        out.row("in bits", Decimal.drawn(loss.bits(), 3, 6), Tone.TEXT);
        out.row(loss.tau() == 1 ? "∂L/∂z = p − y" : "∂L/∂z = (p − y)/τ", "", Tone.TEXT);
    }

    private static String nats(Loss loss) {
        return Decimal.drawn(loss.nats(), 3, 6);
    }

    /** L over the steps, and what the next one will make of it. */
    private void chart(Canvas canvas) {
        String steps = model.steps() == 0 ? "space: one step" : "steps 0 to " + model.steps();
        canvas.put(1, 0, "L", Tone.TEXT, Weight.BOLD);
        canvas.put(3, 0, steps, Tone.DIM);
        if (cursor.pinned().isPresent()) {
            String pinned = "pinned " + nats(cursor.pinned().get().now());
            canvas.right(canvas.width(), 0, pinned, Tone.PATH1);
        } else {
            canvas.right(canvas.width(), 0, "next " + nats(loss.stepped(model.eta())), Tone.DIM);
        }
        new Columns(path.stream().map(Loss::nats).toList(), Tone.RESULT)
                .draw(canvas.part(canvas.area().afterRows(1)));
    }
}
