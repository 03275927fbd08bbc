package dev.nabla.figure.loss;

import static dev.nabla.figure.loss.LossFigure.BITS;
import static dev.nabla.figure.loss.LossFigure.GRADIENT;
import static dev.nabla.figure.loss.LossFigure.LOSS;
import static dev.nabla.figure.loss.LossFigure.P;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.loss.LossFigure.LossModel;
import dev.nabla.figure.loss.LossFigure.LossResults;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.TokenText;
import dev.nabla.figure.part.Wording;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws FIG.07: one row per token with p, y and p − y on one scale. Below stand the knobs and the loss over the steps,
 * and the Jacobian if there is room.
 */
final class LossPicture {
    /** Width, in cells, from which tokens have their words beside their symbols. */
    private static final int ROOMY = 80;

    private final LossModel model;
    private final List<Loss> path;
    private final Loss loss;
    private final LossResults results;
    private final Vector p;
    private final int truth;
    private final ViewState<LossModel> cursor;
    private final Canvas body;
    private final KnobTable table;
    private final Knobs<LossModel> knobs;
    /** Cells that stand for 1. */
    private final int one;
    /** Column of the zero line of p − y. */
    private final int zero;

    LossPicture(LossModel model, ViewState<LossModel> cursor, Canvas body) {
        this.model = model;
        this.path = model.path();
        this.loss = path.get(path.size() - 1);
        this.results = new LossResults(loss);
        this.p = results.p;
        this.truth = loss.truth() - 1;
        this.cursor = cursor;
        this.body = body;
        boolean roomy = body.width() >= ROOMY;
        this.one = (body.width() - (roomy ? 44 : 38)) / 4;
        this.knobs = new Knobs<>(new LossFigure().knobs(), model, cursor);
        this.table = new KnobTable(
                body,
                cursor,
                Track.fixed("name", roomy ? 8 : 4),
                Track.fixed("value", 6),
                Track.fixed("p", one),
                Track.fixed("P", 5),
                Track.fixed("minus", roomy ? 2 : 1),
                Track.fixed("y", one),
                Track.fixed("truth", 1),
                Track.fixed("equals", 1),
                Track.fixed("error", 2 * one + 1),
                Track.fixed("gradient", 6).goesAt(1));
        this.zero = table.column("error").x() + one;
    }

    void draw() {
        Map<String, Area> rows = TrackLayout.rows(
                body.area(),
                Track.fixed("heads", 2),
                Track.free("tokens", 5).sharing(99).atMost(Math.max(8, p.size() + 1)),
                Track.fixed("sums", 1),
                Track.blank(1),
                Track.free("knobs", 6).atMost(7),
                Track.free("jacobian", JacobianTable.LEAST_ROWS + 1).goesAt(3));
        heads();
        int seen = cursor.isFocused("logits") ? cursor.spot().part() : truth;
        table.list(rows.get("tokens"), p.size(), 1, seen, this::token);
        sums(rows.get("sums").y());
        int left = table.column("minus").x() - 1;
        Area below = rows.get("knobs");
        knobs(body.part(below.afterColumns(1).left(left - 2)));
        chart(body.part(below.afterColumns(left + 2).left(body.width() - left - 3)));
        boolean plain = model.words() == Wording.PLAIN;
        if (!plain && rows.containsKey("jacobian") && !cursor.hides(P) && !cursor.hides(GRADIENT)) {
            new JacobianTable(results, cursor, body.part(rows.get("jacobian").afterRows(1))).draw();
        }
    }

    private void heads() {
        table.right("value", 0, "z", Tone.DIM);
        head("p", "p", Tone.FIRST, one + 3, " predicted");
        head("y", "y", Tone.SECOND, one + 3, " truth");
        head("error", "p − y", Tone.RESULT, 2 * one - 3, "  gradient");
        if (loss.tau() != 1) {
            table.right("gradient", 0, "over τ", Tone.RESULT, Weight.BOLD);
        }
        table.scale("p", 1, "0", "", "1");
        table.scale("y", 1, "0", "", "1");
        boolean wide = table.column("error").width() > "raise 0 lower".length();
        table.scale("error", 1, wide ? "raise" : "up", "0", wide ? "lower" : "down");
    }

    /** Draws a symbol, and words after it if they fit into {@code room} cells. */
    private void head(String column, String symbol, Tone tone, int room, String words) {
        int x = table.column(column).x();
        body.put(x, 0, symbol, tone, Weight.BOLD);
        body.put(x + body.width(symbol), 0, body.fitting(room, words, ""), Tone.DIM);
    }

    private void token(int j, int y) {
        boolean came = j == truth;
        Area place = table.column("y");
        table.token(y, knobs.at("logits", j), p.size());
        table.bar("p", y, P, results, j, Tone.FIRST);
        table.number("P", y, P, results, j, Tone.FIRST, Weight.PLAIN);
        table.right("minus", y, "−", Tone.DIM);
        body.put(place.x(), y, "·", Tone.GRID);
        double share = loss.y().get(j);
        table.bar("y", y, share, Tone.SECOND);
        table.right("truth", y, share == 1 ? "1" : share == 0 ? "0" : "", came ? Tone.SECOND : Tone.DIM);
        knobs.at("truth").pick(body, new Area(place.x(), y, place.width() + 2, 1), j + 1);
        table.right("equals", y, "=", Tone.DIM);
        error(j, y);
    }

    /** Draws p − y as a bar, with its number on the other side of the zero line. */
    private void error(int j, int y) {
        double r = results.residual.get(j);
        Tone tone = r < 0 ? Tone.RESULT : r > 0 ? Tone.WARN : Tone.DIM;
        Weight weight = j == truth ? Weight.BOLD : Weight.PLAIN;
        if (loss.tau() != 1) {
            table.number("gradient", y, GRADIENT, results, j, tone, weight);
        }
        if (cursor.hides(GRADIENT)) {
            return;
        }
        new SignedBar(r, one, tone).draw(body, zero, y);
        String number = GRADIENT.style().signed(r);
        body.put(r < 0 ? zero + 1 : zero - body.width(number), y, number, tone, weight);
    }

    private void sums(int y) {
        body.put(3, y, "sum", Tone.DIM);
        table.right("P", y, P.style().column(p.sum(), 5), Tone.FIRST);
        table.right("truth", y, "1", Tone.SECOND);
        if (!cursor.hides(GRADIENT)) {
            body.right(zero, y, "0.000", Tone.RESULT);
            body.put(zero + 1, y, "always", Tone.DIM);
        }
    }

    private void knobs(Canvas canvas) {
        Readout out = new Readout(canvas);
        List<String> shown = new ArrayList<>(List.of("truth", "tau", "eta"));
        while (shown.size() > Math.max(1, canvas.height() - 2)) {
            int last = shown.size() - 1;
            shown.remove(cursor.isFocused(shown.get(last)) ? last - 1 : last);
        }
        String came = loss.target().isEmpty() ? TokenText.symbol(p.size(), truth) : "shares";
        for (String knob : shown) {
            out.knob(knob.equals("truth") ? knobs.at(knob).reading(came) : knobs.at(knob));
        }
        out.gap(Math.max(0, canvas.height() - 6));
        String name = canvas.fitting(
                canvas.width() - 11, loss.target().isEmpty() ? "L = −log p[truth]" : "L = −Σ y·log p", "loss L");
        out.row(name, cursor.column(LOSS, results, 6), Tone.RESULT, Weight.REVERSE);
        if (canvas.height() > 5) {
            out.row("in bits", cursor.column(BITS, results, 6), Tone.TEXT);
        }
        out.row("∂L/∂z", loss.tau() == 1 ? "p − y" : "(p − y)/τ", Tone.TEXT);
    }

    /** Draws the loss over the steps, and above it the loss of the pinned model or after the next step. */
    private void chart(Canvas canvas) {
        String start = cursor.guess().isOpen() ? "" : "space: one step";
        String steps = model.steps() == 0 ? start : "steps 0 to " + model.steps();
        Loss other = cursor.pinned().map(LossModel::now).orElseGet(() -> loss.stepped(model.eta()));
        String word = cursor.pinned().isPresent() ? "kept " : "next ";
        canvas.put(1, 0, "L", Tone.TEXT, Weight.BOLD);
        canvas.put(3, 0, steps, Tone.DIM);
        canvas.right(canvas.width(), 0, word + cursor.column(LOSS, new LossResults(other), 6), Tone.DIM);
        if (!cursor.hides(LOSS)) {
            new Columns(path.stream().map(Loss::nats).toList(), Tone.RESULT)
                    .draw(canvas.part(canvas.area().afterRows(1)));
        }
    }
}
