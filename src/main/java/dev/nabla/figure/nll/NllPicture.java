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
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * Draws FIG.14: the loss of each letter of the name, and p − y at the selected position. Below stands a scale of good
 * and bad mean losses.
 */
record NllPicture(Picture<NllModel, NllResults> all, Canvas body) {
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

    void draw() {
        int positions = Math.max(LEAST_SUM, all.model().places() + 1);
        TrackPart.rows(
                body.part(new Area(1, 0, body.width() - 2, body.height())),
                TrackPart.blank(5),
                new TrackPart(Track.fixed(1), this::knobs),
                TrackPart.blank(4),
                new TrackPart(Track.free(1 + 6).sharing(9).atMost(1 + positions), this::name),
                new TrackPart(Track.fixed(1), this::mean),
                TrackPart.blank(3),
                new TrackPart(Track.fixed(4), new NllRuler(all.results(), all.cursor())::draw),
                TrackPart.blank(6),
                all.workedOut(10, 6, 2));
    }

    private void knobs(Canvas row) {
        new KnobWord(all.knob("name")).draw(row, 2, 0);
        new KnobWord(all.knob("steps")).drawLeft(row, row.width(), 0);
    }

    private void name(Canvas rows) {
        TrackPart.columns(
                rows,
                2,
                new TrackPart(Track.free(31).atMost(56), this::guesses),
                new TrackPart(Track.free(23).sharing(2).atMost(48), this::next));
    }

    /** Draws one row per letter and for the end: the token that came, its probability and its loss. */
    private void guesses(Canvas canvas) {
        NllModel model = all.model();
        NllResults reading = all.results();
        canvas.put(2, 0, "guess", Tone.DIM);
        canvas.right(P_END, 0, "p", Tone.DIM);
        canvas.right(NATS, 0, "−log p", Tone.DIM);
        int[] tokens = model.tokens();
        boolean hidden = all.hides(SHARES);
        MatrixGrid.VisibleRange shown = MatrixGrid.window(model.place(), canvas.height() - 1, model.places());
        for (int t = shown.from(); t < shown.to(); t++) {
            int y = 1 + t - shown.from();
            boolean lit = t == model.place();
            KnobView guess = all.knob("position").entry(lit);
            Tone tone = lit ? Tone.TEXT : Tone.DIM;
            Weight weight = lit ? Weight.BOLD : Weight.PLAIN;
            guess.mark(canvas, 0, y);
            canvas.put(2, y, NameKnobs.text(tokens[t]) + " → ", tone);
            canvas.put(2 + canvas.width(". → "), y, NameKnobs.text(tokens[t + 1]), lit ? Tone.FIRST : tone, weight);
            String p = SHARES.style().sentence(reading.shares().get(t));
            canvas.right(P_END, y, hidden ? ViewState.HIDDEN : p, tone);
            String cost = all.column(COSTS, t, FIELD) + " ";
            canvas.right(NATS + 1, y, cost, lit ? Tone.RESULT : tone, guess.weight(weight));
            int room = canvas.width() - BAR;
            double full = reading.nats().get(t) / MOST_NATS;
            String bar = hidden ? "" : canvas.glyphs().bar(full * room, room);
            canvas.put(BAR, y, bar, lit ? Tone.RESULT : Tone.FIRST);
            guess.pick(canvas, new Area(0, y, canvas.width(), 1), t + 1);
        }
    }

    /** Draws the probabilities at the selected position, largest first, and the gradient p − y. */
    private void next(Canvas canvas) {
        Vector p = all.results().p();
        int truth = all.model().truth();
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
        if (all.hides(P)) {
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

    private void mean(Canvas row) {
        String bits = BITS.style().counted(all.column(BITS, FIELD));
        String alike = PERPLEXITY.style().counted(all.column(PERPLEXITY, FIELD));
        row.put(2, 0, "mean L", Tone.TEXT);
        row.right(NATS + 1, 0, " " + all.column(LOSS, FIELD) + " ", Tone.RESULT, Weight.BOLD);
        String words = row.fitting(
                row.width() - BAR - 1,
                "nats = " + bits + ": as unsure as among " + alike,
                "nats: as unsure as " + alike,
                "nats: " + alike);
        row.put(BAR, 0, words, Tone.TEXT);
    }
}
