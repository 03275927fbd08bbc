package dev.nabla.figure;

import dev.nabla.figure.LossFigure.Model;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.List;

/** Draws FIG.07: a row a token with p, y and p − y; below it the knobs and the loss over the steps, and where there is room the Jacobian. */
final class LossPicture {
    static final int TOP = 2;

    private final Model model;
    private final List<Loss> path;
    private final Loss loss;
    private final Vector p;
    private final int truth;
    private final Cursor<Model> cursor;
    private final Canvas body;
    private final Layout layout;
    private final LossGrid grid;

    LossPicture(Model model, Cursor<Model> cursor, Canvas body) {
        this.model = model;
        this.path = model.path();
        this.loss = path.get(path.size() - 1);
        this.p = loss.p();
        this.truth = loss.truth() - 1;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.grid = LossGrid.of(layout);
    }

    void draw() {
        boolean compact = layout == Layout.COMPACT;
        heads();
        int slots = compact ? 5 : 7;
        new LossTokens(loss, cursor, body, grid).draw(slots);
        sums(TOP + slots + (compact ? 0 : 1));
        int y = TOP + slots + (compact ? 2 : 3);
        int left = grid.y() - 4;
        knobs(body.part(new Area(1, y, left - 1, compact ? 6 : 7)));
        chart(body.part(new Area(left + 2, y, body.width() - left - 3, compact ? 6 : 7)));
        Canvas rest = body.part(body.area().afterRows(y + 8));
        if (!compact && rest.height() >= Collapse.LEAST_ROWS) {
            new Collapse(loss, rest).draw();
        }
    }

    private void heads() {
        boolean compact = layout == Layout.COMPACT;
        body.right(grid.zEnd(), 0, "z", Tone.DIM);
        body.put(grid.p(), 0, Line.EMPTY.first("p").dim(compact ? "" : " predicted"));
        body.put(grid.y(), 0, Line.EMPTY.second("y").dim(compact ? "" : " truth"));
        body.put(grid.zero() - grid.side(), 0, Line.EMPTY.result("p − y").dim(compact ? "" : "  gradient"));
        if (loss.tau() != 1) {
            body.right(grid.gradientEnd(), 0, "over τ", Tone.RESULT, Weight.BOLD);
        }
        body.put(grid.p(), 1, "0", Tone.DIM);
        body.put(grid.p() + grid.side() - 1, 1, "1", Tone.DIM);
        body.put(grid.y(), 1, "0", Tone.DIM);
        body.put(grid.y() + grid.side() - 1, 1, "1", Tone.DIM);
        body.put(grid.zero() - grid.side(), 1, compact ? "raise" : "raise z", Tone.RESULT);
        body.put(grid.zero(), 1, "0", Tone.DIM);
        body.right(grid.zero() + grid.side() + 1, 1, compact ? "lower" : "lower z", Tone.WARN);
    }

    private void sums(int y) {
        body.put(3, y, "sum", Tone.DIM);
        body.right(grid.pEnd(), y, Decimal.fixed(loss.softmax().sum(), 3), Tone.FIRST);
        body.right(grid.yEnd(), y, "1", Tone.SECOND);
        body.right(grid.zero(), y, "0.000", Tone.RESULT);
        body.put(grid.zero() + 1, y, "always", Tone.DIM);
    }

    private void knobs(Canvas canvas) {
        Readout out = new Readout(canvas);
        boolean compact = layout == Layout.COMPACT;
        String name = "z" + Subscript.of(truth) + (p.size() == 4 ? " " + SoftmaxFigure.token(4, truth) : "");
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
