package dev.nabla.figure.heads;

import static dev.nabla.figure.heads.HeadsFigure.OUT;
import static dev.nabla.figure.heads.HeadsFigure.SCORES;
import static dev.nabla.figure.heads.HeadsFigure.WEIGHTS;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.ShareHeights;
import dev.nabla.figure.part.Trained;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.math.Attention;
import dev.nabla.math.Matrix;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.IntFunction;

/** Draws FIG.12: one head in numbers, below it one of its rows worked out, and at the right all heads as heights. */
final class HeadsPicture {
    private static final int TEXT = 3;
    /** First cell of the numbers. */
    private static final int NUMBERS = TEXT + 14;

    private static final int FIELD = 4;
    private static final int PITCH = 6;
    private static final int MOST_PITCH = 9;
    /** Width from which all heads fit beside the selected one. */
    private static final int WIDE = 78;

    /** Width of the panel of all heads, without its two cells per column. */
    private static final int PANEL = 7;
    /** Rows above the rows of the head. */
    private static final int HEAD = 2;
    /** Rows of the worked part: a rule and four lines. */
    private static final int WORKED = 5;
    /** Rows of the worked part with everything: two more lines and blank rows. */
    private static final int WORKED_ALL = 11;

    private final HeadsModel model;
    private final ViewState<HeadsModel> cursor;
    private final Knobs<HeadsModel> knobs;
    private final Canvas body;
    private final List<Attention> heads;
    private final Attention attention;
    private final Vector shares;
    private final int query;
    private final int pitch;
    private final VisibleRange columns;
    private final VisibleRange rows;

    HeadsPicture(HeadsModel model, ViewState<HeadsModel> cursor, Knobs<HeadsModel> knobs, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.knobs = knobs;
        this.body = body;
        heads = model.heads((int) model.steps());
        attention = heads.get((int) model.head() - 1);
        query = model.query();
        shares = attention.weights(query);
        int n = model.places();
        int room = body.width() - (isWide() ? PANEL : 1) - NUMBERS;
        int shown = Math.min(n, room / (isWide() ? PITCH + 2 : PITCH));
        pitch = isWide() ? Math.min(MOST_PITCH, (room - 2 * shown) / shown) : PITCH;
        columns = MatrixGrid.window(shares.argmax(), shown, n);
        rows = MatrixGrid.window(query, body.height() - HEAD - WORKED, n);
    }

    private boolean isWide() {
        return body.width() >= WIDE;
    }

    private int edge() {
        return NUMBERS + columns.size() * pitch;
    }

    /** Returns the column after the last digit of a column's numbers. */
    private int end(int column) {
        return NUMBERS + (column - columns.from()) * pitch + FIELD;
    }

    void draw() {
        KnobView chosen = knobs.at("head");
        String head = "head " + model.head();
        chosen.mark(body, 1, 0);
        body.put(TEXT, 0, head, chosen.tone(Tone.TEXT), chosen.weight(Weight.BOLD));
        chosen.take(body, new Area(TEXT, 0, head.length(), 1));
        String part = columns.size() < model.places() ? " " + columns.size() + " of " + model.places() : "";
        boolean whole = model.cut() == Ablation.NONE;
        String words = isWide()
                ? " looks at" + part + (whole ? "" : ", trained without " + Trained.missing(model.cut()))
                : whole ? " looks at" : ", no " + model.cut().word();
        body.put(TEXT + head.length(), 0, words, Tone.DIM);
        for (int j = columns.from(); j < columns.to(); j++) {
            boolean most = j == shares.argmax();
            Tone tone = most ? Tone.RESULT : Tone.DIM;
            body.right(end(j), 1, model.letter(j), tone, most ? Weight.BOLD : Weight.PLAIN);
        }
        for (int t = rows.from(); t < rows.to(); t++) {
            row(t, HEAD + t - rows.from());
        }
        int y = HEAD + rows.size();
        Canvas below = body.part(new Area(0, y, isWide() ? edge() : body.width(), body.height() - y));
        worked(below);
        if (isWide()) {
            int x = edge();
            for (int row = 0; row < body.height(); row++) {
                body.put(x, row, "│", Tone.GRID);
            }
            panel(body.part(new Area(x + 2, 0, body.width() - x - 3, body.height())));
        } else {
            knobs(TEXT + head.length() + words.length() + 2);
            small(body.part(body.area().afterRows(y + WORKED_ALL)), 0, heads.size());
        }
    }

    private void row(int t, int y) {
        boolean lit = t == query;
        KnobView entry = knobs.at("position").entry(lit);
        entry.mark(body, 1, y);
        body.put(TEXT, y, "query", lit ? Tone.TEXT : Tone.DIM);
        Weight bold = lit ? Weight.BOLD : Weight.PLAIN;
        body.put(TEXT + 6, y, model.letter(t), lit ? Tone.FIRST : Tone.DIM, bold);
        entry.pick(body, new Area(TEXT, y, edge() - TEXT, 1), t + 1);
        Vector all = attention.weights(t);
        for (int j = columns.from(); j < columns.to(); j++) {
            if (j >= attention.seen(t)) {
                body.right(end(j) - 1, y, "·", Tone.GRID);
                continue;
            }
            boolean most = lit && j == shares.argmax();
            Tone tone = most ? Tone.RESULT : lit ? Tone.TEXT : Tone.DIM;
            body.right(
                    end(j), y, cursor.number(WEIGHTS, all.get(j), FIELD), tone, most ? Weight.REVERSE : Weight.PLAIN);
            if (all.get(j) >= ShareHeights.LEAST && !cursor.hides(WEIGHTS)) {
                ShareHeights.draw(body, end(j), y, 1, all.get(j), Tone.FIRST);
            }
        }
    }

    /**
     * Draws how the row of the query is computed. If rows are missing, the earlier step goes first, then the output,
     * then exp.
     */
    private void worked(Canvas canvas) {
        int room = canvas.height();
        boolean roomy = room > WORKED + 3;
        int y = roomy ? 1 : 0;
        canvas.part(new Area(TEXT, 0, edge() - TEXT - 2, canvas.height())).rule(y++);
        Softmax row = new Softmax(Vector.of(attention.seen(query), attention.scores(query)::get), 1);
        Vector exps = row.exponentials();
        numbers(canvas, y++, "q·k", Tone.TEXT, j -> number(SCORES, attention.dot(query, j)));
        numbers(
                canvas,
                y,
                "/ √" + attention.q().columns(),
                Tone.TEXT,
                j -> number(SCORES, row.logits().get(j)));
        sum(canvas, y++, "max ", number(SCORES, row.logits().max()));
        if (room >= WORKED) {
            numbers(canvas, y, "exp(s − max)", Tone.TEXT, j -> number(WEIGHTS, exps.get(j)));
            sum(canvas, y++, "Σ ", number(WEIGHTS, exps.sum()));
        }
        numbers(canvas, y, "share", Tone.RESULT, j -> number(WEIGHTS, shares.get(j)));
        sum(canvas, y++, "Σ ", number(WEIGHTS, shares.sum()));
        int earlier = HeadsModel.EARLIER;
        boolean past = model.steps() > earlier && room > WORKED + 1;
        if (past) {
            Vector then = model.heads(earlier).get((int) model.head() - 1).weights(query);
            numbers(canvas, y, "at step " + earlier, Tone.PATH1, j -> number(WEIGHTS, then.get(j)));
        }
        y = Math.min(room - 1, y + (roomy ? 2 : past ? 1 : 0));
        if (room > WORKED) {
            canvas.put(TEXT, y, "out = Σ share·v", Tone.DIM);
            Vector out = attention.out(query);
            for (int i = 0; i < out.size(); i++) {
                canvas.right(NUMBERS + 5 + (i + 1) * PITCH, y, number(OUT, out.get(i)), Tone.TEXT);
            }
        }
    }

    /** Formats a number with the decimals of a quantity, or with one decimal if there is no room. */
    private String number(Quantity<?, ?> quantity, double x) {
        boolean fits = x > -10 && x < 100;
        return cursor.number(fits ? quantity : quantity.places(1), x, FIELD + 1);
    }

    private void numbers(Canvas canvas, int y, String label, Tone tone, IntFunction<String> number) {
        canvas.put(TEXT, y, label, Tone.DIM);
        for (int j = columns.from(); j < Math.min(columns.to(), attention.seen(query)); j++) {
            canvas.right(end(j), y, number.apply(j), tone);
        }
    }

    /** Writes the sum or maximum of a row, if it overlaps no number. */
    private void sum(Canvas canvas, int y, String label, String number) {
        int last = end(Math.min(columns.to(), attention.seen(query)) - 1);
        String text = label + number;
        if (edge() - 2 - canvas.width(text) > last) {
            canvas.right(edge() - 2, y, text, Tone.DIM);
        }
    }

    private void panel(Canvas canvas) {
        new Readout(canvas).knob(knobs.at("name"));
        steps(canvas, 1);
        small(canvas, 3, 2);
    }

    /** Draws the training progress: a bar, and below it the step and the length of the schedule. */
    private void steps(Canvas canvas, int y) {
        KnobView steps = knobs.at("steps");
        String label = steps.label(canvas, canvas.width());
        steps.label(canvas, 2, y, label, Tone.TEXT);
        int bar = 2 + canvas.width(label) + 1;
        int line = canvas.width() - 1 - bar;
        int taken = (int) (line * model.steps() / model.of());
        canvas.put(bar, y, "━".repeat(taken), Tone.PATH1);
        canvas.put(bar + taken, y, "─".repeat(line - taken), Tone.GRID);
        steps.mark(canvas, 0, y + 1);
        int room = canvas.width() - 2;
        String progress = steps.value(room, room);
        canvas.right(canvas.width() - 1, y + 1, progress, steps.tone(Tone.TEXT), steps.weight(Weight.PLAIN));
        steps.take(canvas, new Area(2, y, room, 2));
    }

    /** Draws all heads as heights, {@code across} of them side by side. */
    private void small(Canvas canvas, int top, int across) {
        int pitch = (canvas.width() - 2) / across;
        int high = Math.min(rows.size(), (canvas.height() - top) * across / heads.size() - 1);
        VisibleRange shown = MatrixGrid.window(query, Math.max(0, high), model.places());
        int cells = pitch > 2 * columns.size() ? 2 : 1;
        for (int h = 0; h < heads.size() && high > 1 && !cursor.hides(WEIGHTS); h++) {
            int x = (across == 2 ? 2 : TEXT) + h % across * pitch;
            int y = top + h / across * (high + 1);
            boolean chosen = h + 1 == model.head();
            Tone tone = chosen ? Tone.FIRST : Tone.CONTOUR2;
            canvas.put(x, y, "" + (h + 1), chosen ? Tone.TEXT : Tone.DIM, chosen ? Weight.BOLD : Weight.PLAIN);
            knobs.at("head").pick(canvas, new Area(x, y, pitch - 1, high + 1), h + 1);
            Matrix all = heads.get(h).stages().weights();
            for (int t = shown.from(); t < shown.to(); t++) {
                for (int j = columns.from(); j < Math.min(columns.to(), attention.seen(t)); j++) {
                    int left = x + (j - columns.from()) * cells;
                    ShareHeights.draw(canvas, left, y + 1 + t - shown.from(), cells, all.get(t, j), tone);
                }
            }
        }
    }

    /** Draws the knobs above the numbers, from a given cell on; used where there is no panel. */
    private void knobs(int from) {
        int x = new KnobWord(knobs.at("steps")).drawLeft(body, body.width() - 1, 0);
        new KnobWord(knobs.at("name"), x - from - 5).drawLeft(body, x - 3, 0);
    }
}
