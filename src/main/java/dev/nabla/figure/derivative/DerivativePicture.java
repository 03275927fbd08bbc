package dev.nabla.figure.derivative;

import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.ArrayList;
import java.util.List;

/** Draws FIG.04: the curve on the left; the knobs, the slope, the table of shrinking ε and the rules on the right. */
final class DerivativePicture {
    private static final int FIELD = 9;

    /** By what share a value may miss another and still be called about the same. */
    private static final double CLOSE = 0.01;

    private final Derivative at;
    private final ViewState<Derivative> cursor;
    private final Canvas body;
    private final Layout layout;

    DerivativePicture(Derivative at, ViewState<Derivative> cursor, Canvas body) {
        this.at = at;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
    }

    void draw() {
        int panel =
                switch (layout) {
                    case WIDE -> 42;
                    case NORMAL -> 33;
                    default -> 28;
                };
        int picture = body.width() - panel - 2;
        new SlopeView(at, body.part(new Area(1, 0, picture, body.height()))).draw();
        panel(body.part(new Area(picture + 2, 0, panel, body.height())));
    }

    private void panel(Canvas canvas) {
        Readout out = new Readout(canvas);
        knobs(out, canvas);
        out.gap(layout == Layout.WIDE ? 1 : 0);
        boolean valued = at.noValue().isEmpty();
        out.row("f(x)", valued ? Decimal.drawn(at.value(), 3, FIELD) : "no value", valued ? Tone.TEXT : Tone.WARN);
        slope(out, canvas.width());
        out.gap(layout == Layout.COMPACT ? 0 : 1);
        new SecantTable(at, layout).draw(canvas, out);
        if (layout != Layout.COMPACT) {
            out.gap(Math.min(1, canvas.height() - out.y() - 2));
            foretold(out, canvas);
        }
        if (layout == Layout.WIDE) {
            out.gap(1);
            rules(out, canvas);
        }
    }

    private void knobs(Readout out, Canvas canvas) {
        out.knob("x", "the knob", Decimal.nonzero(at.x(), 2, 8), Tone.FIRST, cursor.on("x"));
        slider(canvas, out, "x", Scale.linear(-4, 4, 2, canvas.width() - 2), at.x(), Tone.FIRST);
        out.knob("ε", "the nudge", Decimal.typeset(Decimal.significant(at.eps(), 3)), Tone.SECOND, cursor.on("eps"));
        slider(canvas, out, "eps", Scale.log(0.001, 2, 2, canvas.width() - 2), at.eps(), Tone.SECOND);
        String f = cut(Decimal.typeset(at.f().toString()), canvas.width() - 8);
        out.knob("f", "the function", f, Tone.TEXT, cursor.on("f"));
    }

    private void slider(Canvas canvas, Readout out, String knob, Scale scale, double value, Tone tone) {
        int y = out.y();
        new Slider(scale, value, scale.log() ? scale.lo() : 0, tone).drawOpen(canvas, y);
        canvas.handle(new Handle(knob, 0, new Area(2, y, canvas.width() - 3, 1), scale, null));
        out.gap(1);
    }

    private void slope(Readout out, int width) {
        boolean exists = at.noSlope().isEmpty();
        if (exists) {
            out.row("slope df/dx", Decimal.nonzero(at.slope(), 3, FIELD), Tone.RESULT, Weight.REVERSE);
        } else {
            out.row("slope df/dx", at.noValue().isPresent() ? "no value" : "none", Tone.WARN, Weight.REVERSE);
        }
        written(out, width);
        if (layout == Layout.COMPACT) {
            return;
        }
        if (at.isKink()) {
            String sides = Decimal.drawn(at.left(), 2, 8) + " left, " + Decimal.drawn(at.right(), 2, 8) + " right";
            out.row("slopes", sides, Tone.RESULT);
        } else {
            out.row("tangent", exists ? cut(DerivativeSteps.tangent(at), width - 12) : "none", Tone.TEXT);
        }
    }

    /** The derivative as an expression, on a second line where it is too long for one. */
    private void written(Readout out, int width) {
        String text = Decimal.typeset(at.f().derivative().map(Object::toString).orElse("too long to print"));
        if (text.length() <= width - 11) {
            out.row("df/dx =", text, Tone.RESULT);
            return;
        }
        List<String> lines = Wrap.lines(text, width - 6, body.glyphs());
        out.row("f'", lines.get(0), Tone.RESULT);
        if (lines.size() > 1) {
            out.row("", cut(String.join(" ", lines.subList(1, lines.size())), width - 6), Tone.RESULT);
        }
    }

    private void foretold(Readout out, Canvas canvas) {
        canvas.put(2, out.y(), "f(x+ε) ≈ f(x) + ε·df/dx", Tone.TEXT);
        double beside = at.f().at(at.x() + at.eps());
        if (Double.isFinite(beside) && at.noSlope().isEmpty()) {
            double rise = at.eps() * at.slope();
            double off = Math.abs(beside - at.value() - rise);
            String numbers = Decimal.nonzero(beside, 3, 7)
                    + (off <= CLOSE * Math.abs(beside) ? " ≈ " : " vs ")
                    + Decimal.nonzero(at.value(), 3, 7)
                    + (rise < 0 ? " − " : " + ")
                    + Decimal.nonzero(Math.abs(rise), 3, 7);
            canvas.put(2, out.y() + 1, numbers, Tone.DIM);
        }
        out.gap(2);
    }

    /** The last rules, as many as there is room for: a line with the name, then what it gives. */
    private void rules(Readout out, Canvas canvas) {
        canvas.put(2, out.y(), "worked out", Tone.DIM);
        int room = Math.max(0, canvas.height() - out.y() - 1);
        List<Line> lines = new ArrayList<>();
        for (String rule : at.f().rules()) {
            int colon = rule.indexOf(": ");
            lines.add(Line.EMPTY.dim(rule.substring(0, Math.max(0, colon))));
            Line gives = Line.of("  " + Decimal.typeset(rule.substring(colon < 0 ? 0 : colon + 2)));
            lines.addAll(Wrap.lines(gives, canvas.width() - 3, canvas.glyphs()));
        }
        List<Line> last = lines.subList(Math.max(0, lines.size() - room), lines.size());
        for (int i = 0; i < last.size(); i++) {
            canvas.put(2, out.y() + 1 + i, last.get(i));
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 3)) + "...";
    }
}
