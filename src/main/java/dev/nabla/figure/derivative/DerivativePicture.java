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
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.List;
import java.util.Map;

/** Draws FIG.04: the curve on the left; the knobs, the slope, the table of shrinking ε and the steps on the right. */
final class DerivativePicture {
    private static final int FIELD = 9;
    /** By what the rows of the table divide ε, as many as there is room for. */
    private static final int[] PARTS = {1, 2, 4, 10, 100, 1000};
    /** By what share a value may miss another and still be called about the same. */
    private static final double CLOSE = 0.01;

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
        new SlopeView(at, curve).draw();
        List<String> slope = written();
        Map<String, Area> rows = Split.rows(
                panel.area(),
                0,
                Track.fixed("knobs", 5),
                Track.blank(5),
                Track.fixed("slope", 2 + slope.size()),
                Track.fixed("tangent", 1).goesAt(1),
                Track.blank(3),
                Track.free("table", 6).atMost(PARTS.length + 2),
                Track.blank(4),
                Track.fixed("foretold", 2).goesAt(2),
                Track.blank(6),
                Track.free("worked", 3).goesAt(7));
        knobs(at(rows.get("knobs")));
        slope(at(rows.get("slope")), slope);
        if (rows.containsKey("tangent")) {
            tangent(at(rows.get("tangent")));
        }
        table(panel.part(rows.get("table")));
        if (rows.containsKey("foretold")) {
            foretold(rows.get("foretold").y());
        }
        if (rows.containsKey("worked")) {
            WorkedOut.draw(panel.part(rows.get("worked").afterColumns(2)), "worked out", DerivativeSteps.of(at));
        }
    }

    private Readout at(Area rows) {
        return new Readout(panel).gap(rows.y());
    }

    private void knobs(Readout out) {
        out.knob("x", "the knob", Decimal.nonzero(at.x(), 2, 8), Tone.FIRST, cursor.on("x"));
        slider(out, "x", Scale.linear(-4, 4, 2, panel.width() - 2), at.x(), Tone.FIRST);
        out.knob("ε", "the nudge", Decimal.typeset(Decimal.significant(at.eps(), 3)), Tone.SECOND, cursor.on("eps"));
        slider(out, "eps", Scale.log(0.001, 2, 2, panel.width() - 2), at.eps(), Tone.SECOND);
        String f = cut(Decimal.typeset(at.f().toString()), panel.width() - 8);
        out.knob("f", "the function", f, Tone.TEXT, cursor.on("f"));
    }

    private void slider(Readout out, String knob, Scale scale, double value, Tone tone) {
        new Slider(scale, value, scale.log() ? scale.lo() : 0, tone).drawOpen(panel, out.y());
        panel.handle(new Handle(knob, 0, new Area(2, out.y(), panel.width() - 3, 1), scale, null));
        out.gap(1);
    }

    private void slope(Readout out, List<String> slope) {
        boolean valued = at.noValue().isEmpty();
        out.row("f(x)", valued ? Decimal.drawn(at.value(), 3, FIELD) : "no value", valued ? Tone.TEXT : Tone.WARN);
        String number = exists ? Decimal.nonzero(at.slope(), 3, FIELD) : valued ? "none" : "no value";
        out.row("slope df/dx", number, exists ? Tone.RESULT : Tone.WARN, Weight.REVERSE);
        out.row(slope.size() == 1 ? "df/dx =" : "f'", slope.get(0), Tone.RESULT);
        slope.stream().skip(1).forEach(more -> out.row("", more, Tone.RESULT));
    }

    /** The derivative as an expression, in two lines where it is too long for one. */
    private List<String> written() {
        int width = panel.width() - 6;
        String text = Decimal.typeset(at.f().derivative().map(Object::toString).orElse("too long to print"));
        if (text.length() <= width - 5) {
            return List.of(text);
        }
        List<String> lines = Wrap.lines(text, width, panel.glyphs());
        List<String> rest = lines.subList(1, lines.size());
        return rest.isEmpty() ? lines : List.of(lines.get(0), cut(String.join(" ", rest), width));
    }

    private void tangent(Readout out) {
        if (at.isKink()) {
            String left = Decimal.drawn(at.left(), 2, 8);
            String right = Decimal.drawn(at.right(), 2, 8);
            String sides = panel.fitting(panel.width() - 11, left + " left, " + right + " right", left + ", " + right);
            out.row("slopes", sides, Tone.RESULT);
        } else {
            String line = exists ? cut(DerivativeSteps.tangent(at), panel.width() - 12) : "none";
            out.row("tangent", line, Tone.TEXT);
        }
    }

    /** The secant for ε, which the picture shows, and for smaller ones, and what it has too much; last what it approaches. */
    private void table(Canvas canvas) {
        int room = canvas.width() - 11 - canvas.width("secant") - 3;
        canvas.put(2, 0, canvas.fitting(room, "shrink ε", "ε"), Tone.DIM);
        cells(canvas, 0, "secant", Tone.DIM, "gap", Tone.DIM);
        int last = canvas.height() - 1;
        for (int y = 1; y < last; y++) {
            Derivative nearer = at.withEps(Math.max(at.eps() / PARTS[y - 1], Double.MIN_VALUE));
            boolean now = y == 1;
            String eps = Decimal.typeset(Decimal.significant(nearer.eps(), 3));
            canvas.put(2, y, eps, now ? Tone.SECOND : Tone.DIM);
            Tone tone = now ? Tone.TEXT : Tone.DIM;
            cells(canvas, y, number(nearer.forward()), tone, number(nearer.gap()), now ? Tone.WARN : Tone.DIM);
        }
        canvas.put(2, last, "→ 0", Tone.RESULT);
        String slope = exists ? number(at.slope()) : "none";
        cells(canvas, last, slope, Tone.RESULT, exists ? number(0) : "none", Tone.RESULT);
    }

    private static void cells(Canvas canvas, int y, String secant, Tone tone, String gap, Tone gapTone) {
        canvas.right(canvas.width() - 11, y, secant, tone);
        canvas.right(canvas.width() - 1, y, gap, gapTone);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Decimal.drawn(value, 3, FIELD) : "none";
    }

    private void foretold(int y) {
        panel.put(2, y, "f(x+ε) ≈ f(x) + ε·df/dx", Tone.TEXT);
        double beside = at.f().at(at.x() + at.eps());
        if (Double.isFinite(beside) && exists) {
            double rise = at.eps() * at.slope();
            double off = Math.abs(beside - at.value() - rise);
            String about = off <= CLOSE * Math.abs(beside) ? " ≈ " : " vs ";
            String sum = brief(at.value()) + (rise < 0 ? " − " : " + ") + brief(Math.abs(rise));
            panel.put(2, y + 1, brief(beside) + about + sum, Tone.DIM);
        }
    }

    private static String brief(double x) {
        return Decimal.nonzero(x, 3, 7);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 3)) + "...";
    }
}
