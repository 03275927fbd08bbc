package dev.nabla.figure.derivative;

import static dev.nabla.figure.WorkedSteps.number;
import static dev.nabla.figure.derivative.DerivativeFigure.CURVE;
import static dev.nabla.figure.derivative.DerivativeFigure.GAP;
import static dev.nabla.figure.derivative.DerivativeFigure.INTERCEPT;
import static dev.nabla.figure.derivative.DerivativeFigure.LEFT;
import static dev.nabla.figure.derivative.DerivativeFigure.RIGHT;
import static dev.nabla.figure.derivative.DerivativeFigure.RUN;
import static dev.nabla.figure.derivative.DerivativeFigure.SECANT;
import static dev.nabla.figure.derivative.DerivativeFigure.SLOPE;
import static dev.nabla.figure.derivative.DerivativeFigure.VALUE;

import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.derivative.DerivativeFigure.DerivativeResults;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Draws FIG.04: the curve at the left; the knobs, the slope, a table of shrinking ε and the worked steps at the right.
 */
record DerivativePicture(Derivative at, DerivativeResults slopes, ViewState<Derivative> cursor, Canvas panel) {
    private static final int FIELD = 9;
    /** Rows of the panel above the table, and the least rows of the table. */
    private static final int ABOVE = 9;

    private static final int LEAST_TABLE = 4;

    /** First cell of the sliders. */
    private static final int DIAL = 6;
    /** Sizes of the nudge that give way first in a low table. */
    private static final List<Double> FIRST_TO_GO = List.of(1.0, 0.1, 0.05, 0.5, 0.2, 2.0, 0.02);

    static void draw(Derivative at, ViewState<Derivative> cursor, Canvas body) {
        TrackPart.columns(
                body.part(body.area().afterColumns(1)),
                1,
                new TrackPart(Track.free(30).sharing(3), curve -> SlopeView.of(at, cursor.hides(SLOPE), curve)
                        .draw()),
                new TrackPart(
                        Track.free(28).atMost(42),
                        panel -> new DerivativePicture(at, DerivativeResults.of(at), cursor, panel).draw()));
    }

    private void draw() {
        int table = Math.max(LEAST_TABLE, Math.min(RUN.size() + 2, panel.height() - ABOVE));
        TrackPart.rows(
                panel,
                new TrackPart(Track.fixed(3), this::knobs),
                TrackPart.blank(1),
                new TrackPart(Track.fixed(4), place -> slope(new Readout(place))),
                TrackPart.blank(2),
                new TrackPart(Track.free(table).atMost(RUN.size() + 3), this::table),
                TrackPart.blank(3),
                new TrackPart(Track.fixed(1).goesAt(4), DerivativePicture::predicted),
                TrackPart.blank(5),
                new TrackPart(
                        Track.free(6).goesAt(6),
                        place -> WorkedOut.draw(
                                place.part(place.area().afterColumns(2)), cursor, () -> DerivativeSteps.of(at))));
    }

    private void knobs(Canvas place) {
        Knobs<Derivative> knobs = new Knobs<>(new DerivativeFigure().knobs(), at, cursor);
        KnobView eps = knobs.at("eps").withTone(Tone.SECOND);
        new Readout(place)
                .dial(knobs.at("x").withTone(Tone.FIRST), DIAL, FIELD, 0)
                .dial(eps, DIAL, FIELD, eps.scale(0, 1).lo())
                .knob(knobs.at("f"));
    }

    private static void predicted(Canvas place) {
        String rule = place.fitting(place.width() - 2, "f(x+ε) ≈ f(x) + ε·df/dx", "≈ f(x) + ε·df/dx");
        place.put(2, 0, rule, Tone.TEXT);
    }

    /**
     * Draws f(x), the slope at x, the formula of f', and the tangent. At a kink the slopes on both sides replace the
     * tangent.
     */
    private void slope(Readout out) {
        boolean valued = at.noValue().isEmpty();
        boolean exists = slopes.noSlope().isEmpty();
        int most = panel.width() - 12;
        String anywhere = slopes.curve().isEmpty()
                ? "too long to print"
                : cursor.text(CURVE, slopes, curve -> Readout.cut(Decimal.typeset(curve.text()), most));
        String value = valued ? cursor.column(VALUE, slopes, FIELD) : "no value";
        out.row("f(x)", value, valued ? Tone.TEXT : Tone.WARN);
        out.row("slope df/dx", cursor.sentence(SLOPE, slopes), exists ? Tone.RESULT : Tone.WARN, Weight.REVERSE);
        out.row("df/dx =", anywhere, Tone.RESULT);
        if (at.isKink()) {
            String sides = cursor.column(LEFT, slopes, 8) + " and " + cursor.column(RIGHT, slopes, 8);
            out.row("slopes", sides, Tone.RESULT);
        } else {
            String tangent = cursor.text(INTERCEPT, slopes, c -> Readout.cut(DerivativeFigure.tangent(at), most));
            out.row("tangent", cursor.hides(SLOPE) ? ViewState.HIDDEN : tangent, Tone.TEXT);
        }
    }

    /**
     * Draws the table of secants, each with its error, for the sizes of a run and the present one. While the figure
     * runs the smaller sizes are still to come. The last row is the limit.
     */
    private void table(Canvas canvas) {
        row(canvas, 0, Tone.DIM, "ε", "secant", "gap");
        int last = canvas.height() - 1;
        List<Double> sizes = sizes(last - 1);
        boolean settled = sizes.get(sizes.size() - 1) >= at.eps();
        for (int i = 0; i < sizes.size(); i++) {
            double eps = sizes.get(i);
            boolean now = eps == at.eps();
            boolean toCome = cursor.running() && eps < at.eps();
            DerivativeResults other = slopes.withEps(eps);
            String secant = toCome ? ViewState.HIDDEN : cursor.column(SECANT, other, FIELD);
            String gap = toCome ? ViewState.HIDDEN : cursor.column(GAP, other, FIELD);
            row(canvas, i + 1, now ? Tone.TEXT : Tone.DIM, number(eps, 3), secant, gap);
            canvas.put(0, i + 1, now ? "•" : "", Tone.SECOND);
        }
        boolean open = cursor.running() && !settled;
        String limit = slopes.noSlope().isEmpty() ? GAP.style().column(0, FIELD) : Value.Absent.TEXT;
        row(
                canvas,
                sizes.size() + 1,
                Tone.RESULT,
                "→ 0",
                open ? ViewState.HIDDEN : cursor.column(SLOPE, slopes, FIELD),
                open ? ViewState.HIDDEN : limit);
    }

    /** Returns so many sizes of the nudge, the largest first; the present one is among them. */
    private List<Double> sizes(int most) {
        TreeSet<Double> sizes = new TreeSet<>(Comparator.reverseOrder());
        sizes.addAll(RUN);
        sizes.add(at.eps());
        for (double eps : FIRST_TO_GO) {
            if (sizes.size() > most && eps != at.eps()) {
                sizes.remove(eps);
            }
        }
        return List.copyOf(sizes);
    }

    private static void row(Canvas canvas, int y, Tone tone, String eps, String secant, String gap) {
        canvas.put(2, y, eps, tone);
        canvas.right(canvas.width() - 11, y, secant, tone);
        canvas.right(canvas.width() - 1, y, gap, tone);
    }
}
