package dev.nabla.figure.derivative;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.Map;

/** Draws FIG.04: the curve on the left; the knobs, the slope, the table of shrinking ε and the steps on the right. */
final class DerivativePicture {
    private static final int FIELD = 9;
    /** By what the rows of the table divide ε, as many as there is room for. */
    private static final int[] PARTS = {1, 2, 4, 10, 100, 1000};

    private final Derivative at;
    private final ViewState<Derivative> cursor;
    private final Canvas curve;
    private final Canvas panel;
    private final boolean exists;

    DerivativePicture(Derivative at, ViewState<Derivative> cursor, Canvas body) {
        this.at = at;
        this.cursor = cursor;
        Map<String, Area> places = Split.columns(
                body.area().afterColumns(1),
                1,
                Track.free("curve", 30).sharing(3),
                Track.free("panel", 28).atMost(42));
        this.curve = body.part(places.get("curve"));
        this.panel = body.part(places.get("panel"));
        this.exists = at.noSlope().isEmpty();
    }

    void draw() {
        SlopeView.of(at, curve).draw();
        Map<String, Area> rows = Split.rows(
                panel.area(),
                0,
                Track.fixed("knobs", 5),
                Track.blank(3),
                Track.fixed("slope", 4),
                Track.blank(1),
                Track.free("table", 6).atMost(PARTS.length + 2),
                Track.blank(2),
                Track.fixed("foretold", 1).goesAt(4),
                Track.blank(5),
                Track.free("worked", 3).goesAt(6));
        knobs(new Readout(panel));
        slope(new Readout(panel.part(rows.get("slope"))));
        table(panel.part(rows.get("table")));
        if (rows.containsKey("foretold")) {
            panel.put(2, rows.get("foretold").y(), "f(x+ε) ≈ f(x) + ε·df/dx", Tone.TEXT);
        }
        if (rows.containsKey("worked")) {
            WorkedOut.draw(panel.part(rows.get("worked").afterColumns(2)), DerivativeSteps.of(at));
        }
    }

    private void knobs(Readout out) {
        out.knob("x", "the knob", Decimal.nonzero(at.x(), 2, 8), Tone.FIRST, cursor.on("x"));
        slider(out, "x", Scale.linear(-4, 4, 2, panel.width() - 2), at.x(), Tone.FIRST);
        out.knob("ε", "the nudge", Decimal.typeset(Decimal.significant(at.eps(), 3)), Tone.SECOND, cursor.on("eps"));
        slider(out, "eps", Scale.log(0.001, 2, 2, panel.width() - 2), at.eps(), Tone.SECOND);
        String f = Readout.cut(Decimal.typeset(at.f().toString()), panel.width() - 8);
        out.knob("f", "the function", f, Tone.TEXT, cursor.on("f"));
    }

    private void slider(Readout out, String knob, Scale scale, double value, Tone tone) {
        new Slider(scale, value, scale.log() ? scale.lo() : 0, tone).drawOpen(panel, out.y());
        panel.handle(new Handle(knob, 0, new Area(2, out.y(), panel.width() - 3, 1), scale, null));
        out.gap(1);
    }

    /** f and its slope at x, the slope anywhere, and the tangent or at a kink the slopes to either side. */
    private void slope(Readout out) {
        boolean valued = at.noValue().isEmpty();
        int most = panel.width() - 12;
        String anywhere = at.f().derivative().map(Object::toString).orElse("too long to print");
        out.row("f(x)", valued ? Decimal.drawn(at.value(), 3, FIELD) : "no value", valued ? Tone.TEXT : Tone.WARN);
        String here = exists ? Decimal.nonzero(at.slope(), 3, FIELD) : "none";
        out.row("slope df/dx", here, exists ? Tone.RESULT : Tone.WARN, Weight.REVERSE);
        out.row("df/dx =", Readout.cut(Decimal.typeset(anywhere), most), Tone.RESULT);
        if (at.isKink()) {
            out.row("slopes", Decimal.drawn(at.left(), 2, 8) + " and " + Decimal.drawn(at.right(), 2, 8), Tone.RESULT);
        } else {
            out.row("tangent", exists ? Readout.cut(DerivativeSteps.tangent(at), most) : "none", Tone.TEXT);
        }
    }

    /** The secant for ε, which the picture shows, and for smaller ones, and what it has too much; last what it approaches. */
    private void table(Canvas canvas) {
        row(canvas, 0, Tone.DIM, "ε", "secant", "gap");
        int last = canvas.height() - 1;
        for (int y = 1; y < last; y++) {
            Derivative nearer = at.withEps(Math.max(at.eps() / PARTS[y - 1], Double.MIN_VALUE));
            String eps = Decimal.typeset(Decimal.significant(nearer.eps(), 3));
            row(canvas, y, y == 1 ? Tone.TEXT : Tone.DIM, eps, number(nearer.forward()), number(nearer.gap()));
        }
        row(canvas, last, Tone.RESULT, "→ 0", number(at.slope()), exists ? number(0) : "none");
    }

    private static void row(Canvas canvas, int y, Tone tone, String eps, String secant, String gap) {
        canvas.put(2, y, eps, tone);
        canvas.right(canvas.width() - 11, y, secant, tone);
        canvas.right(canvas.width() - 1, y, gap, tone);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Decimal.drawn(value, 3, FIELD) : "none";
    }
}
