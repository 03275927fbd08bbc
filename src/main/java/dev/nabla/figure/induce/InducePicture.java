package dev.nabla.figure.induce;

import static dev.nabla.figure.induce.InduceFigure.AFTER;
import static dev.nabla.figure.induce.InduceFigure.BEFORE;
import static dev.nabla.figure.induce.InduceFigure.P;
import static dev.nabla.figure.induce.InduceFigure.P_FIRST;
import static dev.nabla.figure.induce.InduceFigure.RATE;
import static dev.nabla.figure.induce.InduceFigure.RATE_OFF;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.ShareHeights;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws FIG.22: at the left the text, a head of each layer as heights and the guess after each layer; at the right the
 * knobs, the loss over the steps and how much of the repeats is right.
 */
record InducePicture(
        InduceModel model,
        InduceResults results,
        ViewState<InduceModel> cursor,
        Knobs<InduceModel> knobs,
        Canvas body) {
    /** Width from which the panel has its full width. */
    private static final int WIDE = 76;

    private static final int PANEL = 33;
    private static final int NARROW_PANEL = 26;

    /** First cell of the first head; two cells before it are those of the marker. */
    private static final int TEXT = 3;

    /** Rows above the heads: the text, a blank row, the names of the heads. */
    private static final int HEAD = 3;

    /** Rows below the heads: what they look at, and in a tall picture a blank row and the guess in three rows. */
    private static final int FOOT = 1;

    private static final int GUESS = 4;

    /** Rows from which a picture has room for the guess, and for the heading of what is right. */
    private static final int TALL = 14;

    /** Rows with which the picture still has a head of five letters and a curve. */
    static final int LEAST_ROWS = 10;

    /** Rows of the smallest curve, with its axis. */
    private static final int CURVE = 4;

    /** Cells of the names of the rows of the guess. */
    private static final int LABEL = 8;

    /** Cells of a letter and its probability in the guess. */
    private static final int FIELD = 7;

    private static final int KNOBS = 5;

    void draw() {
        int panel = body.width() >= WIDE ? PANEL : NARROW_PANEL;
        int left = body.width() - panel - 1;
        Canvas heads = body.part(new Area(0, 0, left, body.height()));
        heads(heads);
        panel(body.part(new Area(left + 1, 0, panel, body.height())));
    }

    private void heads(Canvas canvas) {
        text(canvas);
        int pitch = (canvas.width() - TEXT) / InduceModel.LAYERS;
        int room = canvas.height() - HEAD - FOOT - (isTall() ? GUESS : 0);
        int last = model.places() - 1;
        VisibleRange rows = MatrixGrid.window(last, room, model.places());
        Canvas first = canvas.part(new Area(0, HEAD - 1, TEXT + pitch - 1, rows.size() + 2));
        head(first, 1, knobs.at("head_1"), results.shares1(), rows, Tone.FIRST, BEFORE, "letter before", "before");
        if (model.layers() > 1) {
            Canvas second = canvas.part(new Area(pitch, HEAD - 1, TEXT + pitch - 1, rows.size() + 2));
            head(second, 2, knobs.at("head_2"), results.shares2(), rows, Tone.PATH1, AFTER, "came after", "after");
        }
        if (isTall()) {
            guess(canvas.part(canvas.area().afterRows(canvas.height() - GUESS + 1)));
        }
    }

    private boolean isTall() {
        return body.height() >= TALL;
    }

    private void text(Canvas canvas) {
        int room = canvas.width() - TEXT - 12;
        String text = model.text();
        int cells = 2 * text.length() <= room ? 2 : 1;
        for (int i = 0; i < text.length(); i++) {
            boolean last = i == text.length() - 1;
            canvas.put(TEXT + i * cells, 0, text.substring(i, i + 1), last ? Tone.FIRST : Tone.TEXT, Weight.BOLD);
        }
        int x = TEXT + text.length() * cells + 1;
        canvas.put(x, 0, "→", Tone.DIM);
        if (!cursor.hides(P) && model.steps() > 0) {
            canvas.put(x + 2, 0, results.next(), Tone.RESULT, Weight.BOLD);
            String p = cursor.column(P, results, 5);
            canvas.put(x + 4, 0, x + 11 > canvas.width() ? "" : " " + p + " ", Tone.RESULT, Weight.REVERSE);
        } else {
            canvas.put(x + 2, 0, ViewState.HIDDEN, Tone.DIM);
        }
    }

    /** Draws a head: its name, a row of heights for each letter, and what it gives to the places that matter. */
    private void head(
            Canvas canvas,
            int layer,
            KnobView knob,
            Matrix shares,
            VisibleRange rows,
            Tone tone,
            Quantity<InduceResults, Double> told,
            String... what) {
        knob.mark(canvas, 1, 0);
        String number = knob.value(1, 1);
        String name = canvas.fitting(
                canvas.width() - TEXT, "layer " + layer + ", head " + number, "head " + layer + "." + number);
        canvas.put(TEXT, 0, name, knob.tone(Tone.TEXT), knob.weight(Weight.BOLD));
        knob.take(canvas, new Area(TEXT, 0, name.length(), 1));
        int room = canvas.width() - TEXT - 2;
        VisibleRange columns = MatrixGrid.window(shares.row(model.places() - 1).argmax(), room, model.places());
        for (int t = rows.from(); t < rows.to(); t++) {
            int y = 1 + t - rows.from();
            boolean last = t == model.places() - 1;
            canvas.put(TEXT, y, model.letter(t), last ? Tone.FIRST : Tone.DIM, last ? Weight.BOLD : Weight.PLAIN);
            for (int j = columns.from(); j < Math.min(columns.to(), t + 1) && !cursor.hides(told); j++) {
                ShareHeights.draw(canvas, TEXT + 2 + j - columns.from(), y, 1, shares.get(t, j), tone);
            }
        }
        String words = canvas.fitting(canvas.width() - TEXT - 6, what);
        int y = 1 + rows.size();
        canvas.put(TEXT, y, words + " ", Tone.DIM);
        canvas.put(TEXT + words.length() + 1, y, cursor.column(told, results, 5), tone);
    }

    /** Returns the letters of the text, then the others, as many as fit; the likeliest is always among them. */
    private List<Integer> tokens(int room) {
        int[] letters = model.film().recipe().corpus().letters(model.text());
        int all = results.afterLast().size();
        List<Integer> tokens = new ArrayList<>(IntStream.concat(Arrays.stream(letters), IntStream.range(0, all))
                .distinct()
                .limit(room)
                .boxed()
                .toList());
        int likeliest = results.likeliest();
        if (!cursor.hides(P) && room > 0 && !tokens.contains(likeliest)) {
            tokens.set(tokens.size() - 1, likeliest);
        }
        return tokens;
    }

    /** Draws what each layer makes of single letters. */
    private void guess(Canvas canvas) {
        Vector last = results.afterLast();
        List<Integer> tokens = tokens((canvas.width() - TEXT - LABEL) / FIELD);
        canvas.put(TEXT, 0, "next", Tone.DIM);
        canvas.put(TEXT, 1, "layer 1", Tone.DIM);
        canvas.put(TEXT, 2, model.layers() > 1 ? "layer 2" : "", Tone.DIM);
        Vector first = results.afterFirst();
        for (int i = 0; i < tokens.size(); i++) {
            int token = tokens.get(i);
            int end = TEXT + LABEL + (i + 1) * FIELD - 1;
            boolean told = token == results.likeliest() && !cursor.hides(P);
            canvas.right(end, 0, results.text(token), told ? Tone.RESULT : Tone.TEXT, Weight.BOLD);
            canvas.right(end, 1, cursor.number(P_FIRST, first.get(token), 5), Tone.TEXT);
            if (model.layers() > 1) {
                canvas.right(end, 2, cursor.number(P, last.get(token), 5), told ? Tone.RESULT : Tone.TEXT);
            }
        }
    }

    private void panel(Canvas canvas) {
        Readout rows = new Readout(canvas);
        rows.knob(knobs.at("text"))
                .knob(knobs.at("seed"))
                .knob(knobs.at("layers"))
                .knob(knobs.at("off"))
                .knob(knobs.at("steps"));
        int foot = canvas.height() - (isTall() ? 3 : model.off() > 0 ? 2 : 1);
        int top = KNOBS + (canvas.height() > TALL ? 1 : 0);
        int curve = foot - top - (isTall() ? 1 : 0);
        if (curve >= CURVE) {
            new InduceCurve(model, cursor, canvas.part(new Area(0, top, canvas.width(), curve))).draw();
        }
        Readout below = new Readout(canvas.part(canvas.area().afterRows(foot)));
        String right = "right of the repeats";
        String rate = cursor.column(RATE, results, 5);
        if (isTall()) {
            below.row(right, "", Tone.TEXT);
        }
        below.row(isTall() ? "  all heads" : below.fitting(rate, right, "repeats right"), rate, Tone.RESULT);
        if (model.off() > 0) {
            String head = InduceModel.headName((int) model.off() - 1);
            String without = model.progress().tested() ? cursor.column(RATE_OFF, results, 5) : "...";
            below.row(below.fitting(without, "  without head " + head, "  without " + head), without, Tone.WARN);
        }
    }
}
