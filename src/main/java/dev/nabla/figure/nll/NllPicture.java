package dev.nabla.figure.nll;

import static dev.nabla.figure.nll.NllFigure.BITS;
import static dev.nabla.figure.nll.NllFigure.COSTS;
import static dev.nabla.figure.nll.NllFigure.LOSS;
import static dev.nabla.figure.nll.NllFigure.P;
import static dev.nabla.figure.nll.NllFigure.PERPLEXITY;
import static dev.nabla.figure.nll.NllFigure.SHARES;
import static dev.nabla.figure.nll.NllFigure.SLOPE;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.nll.NllFigure.NllResults;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;

/**
 * Draws FIG.14: the loss of each letter of the name, and p − y at the selected position. Below stands a scale of good
 * and bad mean losses.
 */
record NllPicture(NllModel model, NllResults reading, ViewState<NllModel> cursor, Knobs<NllModel> knobs, Canvas body) {
    /** Columns of a position: where p and −log p end, and where the bar begins. */
    private static final int P_END = 18;

    private static final int NATS = 25;
    private static final int BAR = 27;
    /** Loss, in nats, that fills a bar. */
    private static final double MOST_NATS = 5;

    /** Columns of the selected position, where p, y and p − y end. */
    private static final int NEXT_P = 12;

    private static final int NEXT_Y = 15;
    private static final int NEXT_SLOPE = 23;
    private static final int LEAST_BAR = 9;

    /** Least number of rows with room for a row of sums. */
    private static final int LEAST_SUM = 8;

    private static final int FIELD = 8;

    NllPicture(NllResults reading, ViewState<NllModel> cursor, Canvas body) {
        this(reading.model(), reading, cursor, new Knobs<>(new NllFigure().knobs(), reading.model(), cursor), body);
    }

    void draw() {
        Area inside = new Area(1, 0, body.width() - 2, body.height());
        Map<String, Area> rows = TrackLayout.rows(
                inside,
                Track.blank(5),
                Track.fixed("knobs", 1),
                Track.blank(4),
                Track.free("names", 7).sharing(9).atMost(Math.max(LEAST_SUM + 1, model.places() + 2)),
                Track.fixed("mean", 1),
                Track.blank(3),
                Track.fixed("ruler", 4),
                Track.blank(6),
                Track.free("worked", 10).goesAt(6));
        knobs(rows.get("knobs"));
        Map<String, Area> columns = TrackLayout.columns(
                rows.get("names"),
                2,
                Track.free("name", 31).atMost(56),
                Track.free("next", 23).sharing(2).atMost(48));
        guesses(body.part(columns.get("name")), columns.get("name"));
        next(body.part(columns.get("next")));
        mean(rows.get("mean").y());
        new NllRuler(reading, cursor, body.part(new Area(3, rows.get("ruler").y(), inside.width() - 4, 4))).draw();
        WorkedOut.draw(body, cursor, rows, 2, () -> new NllFigure().steps(model));
    }

    private void knobs(Area row) {
        new KnobWord(knobs.at("name")).draw(body, 3, row.y());
        new KnobWord(knobs.at("steps")).drawLeft(body, row.end(), row.y());
    }

    /** Draws one row per letter and for the end: the token that came, its probability and its loss. */
    private void guesses(Canvas canvas, Area place) {
        canvas.put(2, 0, "guess", Tone.DIM);
        canvas.right(P_END, 0, "p", Tone.DIM);
        canvas.right(NATS, 0, "−log p", Tone.DIM);
        int[] tokens = model.tokens();
        boolean hidden = cursor.hides(SHARES);
        MatrixGrid.VisibleRange shown = MatrixGrid.window(model.place(), canvas.height() - 1, model.places());
        for (int t = shown.from(); t < shown.to(); t++) {
            int y = 1 + t - shown.from();
            boolean lit = t == model.place();
            KnobView guess = knobs.at("position").entry(lit);
            Tone tone = lit ? Tone.TEXT : Tone.DIM;
            Weight weight = lit ? Weight.BOLD : Weight.PLAIN;
            guess.mark(canvas, 0, y);
            canvas.put(2, y, NameKnobs.text(tokens[t]) + " → ", tone);
            canvas.put(2 + canvas.width(". → "), y, NameKnobs.text(tokens[t + 1]), lit ? Tone.FIRST : tone, weight);
            String p = SHARES.style().sentence(reading.shares().get(t));
            canvas.right(P_END, y, hidden ? ViewState.HIDDEN : p, tone);
            String cost = cursor.column(COSTS, reading, t, FIELD) + " ";
            canvas.right(NATS + 1, y, cost, lit ? Tone.RESULT : tone, guess.weight(weight));
            int room = canvas.width() - BAR;
            double full = reading.nats().get(t) / MOST_NATS;
            String bar = hidden ? "" : canvas.glyphs().bar(full * room, room);
            canvas.put(BAR, y, bar, lit ? Tone.RESULT : Tone.FIRST);
            guess.pick(body, new Area(place.x(), place.y() + y, place.width(), 1), t + 1);
        }
    }

    /** Draws the probabilities at the selected position, largest first, and the gradient p − y. */
    private void next(Canvas canvas) {
        Vector p = reading.p();
        int truth = model.truth();
        canvas.put(0, 0, "next", Tone.DIM);
        canvas.right(NEXT_P, 0, "p", Tone.DIM);
        canvas.right(NEXT_Y, 0, "y", Tone.DIM);
        canvas.right(NEXT_SLOPE, 0, "p − y", Tone.DIM);
        boolean summed = canvas.height() >= LEAST_SUM;
        int rows = canvas.height() - (summed ? 3 : 2);
        List<Integer> shown = NameKnobs.largest(p, rows, truth);
        double rest = 1;
        for (int i = 0; i < shown.size(); i++) {
            int token = shown.get(i);
            boolean came = token == truth;
            rest -= p.get(token);
            row(canvas, 1 + i, NameKnobs.text(token), p.get(token), came ? 1 : 0, came ? Tone.RESULT : Tone.TEXT);
        }
        row(canvas, 1 + shown.size(), "others", Math.max(0, rest), 0, Tone.DIM);
        if (summed) {
            row(canvas, 2 + shown.size(), "sum", 1, 1, Tone.DIM);
        }
    }

    private void row(Canvas canvas, int y, String name, double p, int came, Tone tone) {
        canvas.put(0, y, name, tone, tone == Tone.RESULT ? Weight.BOLD : Weight.PLAIN);
        if (cursor.hides(P)) {
            return;
        }
        double slope = p - came;
        canvas.right(NEXT_P, y, P.style().column(p, FIELD), tone);
        canvas.right(NEXT_Y, y, "" + came, tone);
        canvas.right(NEXT_SLOPE, y, SLOPE.style().signed(slope), tone);
        int side = (canvas.width() - NEXT_SLOPE - 2) / 2;
        if (2 * side >= LEAST_BAR) {
            new SignedBar(slope, side, tone == Tone.TEXT ? Tone.FIRST : tone).draw(canvas, NEXT_SLOPE + 1 + side, y);
        }
    }

    private void mean(int y) {
        String bits = BITS.style().counted(cursor.column(BITS, reading, FIELD));
        String alike = PERPLEXITY.style().counted(cursor.column(PERPLEXITY, reading, FIELD));
        body.put(3, y, "mean L", Tone.TEXT);
        body.right(1 + NATS + 1, y, " " + cursor.column(LOSS, reading, FIELD) + " ", Tone.RESULT, Weight.BOLD);
        String words = body.fitting(
                body.width() - 1 - BAR - 2,
                "nats = " + bits + ": as unsure as among " + alike,
                "nats: as unsure as " + alike,
                "nats: " + alike);
        body.put(1 + BAR, y, words, Tone.TEXT);
    }
}
