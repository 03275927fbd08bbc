package dev.nabla.figure.dot;

import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Draws FIG.02: the arrows, or the paired bars of longer vectors, on the left; both formulas in numbers and the gauge on the right. */
final class DotPicture {
    static final int FIELD = 6;
    static final int INDENT = 2;

    private final Dot dot;
    private final ViewState<Dot> cursor;
    private final Canvas body;
    private final Layout layout;
    private final boolean plane;
    private final Tone tone;

    DotPicture(Dot dot, ViewState<Dot> cursor, Canvas body) {
        this.dot = dot;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.plane = dot.a().size() == 2;
        this.tone = dot.value() < 0 ? Tone.WARN : Tone.RESULT;
    }

    void draw() {
        int panel =
                switch (layout) {
                    case WIDE -> 46;
                    case NORMAL -> 34;
                    default -> 27;
                };
        int picture = body.width() - panel - 3;
        Canvas left = body.part(new Area(1, 0, picture, body.height()));
        if (plane) {
            new Arrows(dot, cursor, left).draw();
        } else {
            new PairedBars(dot, cursor, left).draw();
        }
        panel(body.part(new Area(picture + 2, 0, panel, body.height())));
    }

    private void panel(Canvas canvas) {
        boolean compact = layout == Layout.COMPACT;
        int y = compact ? 0 : 1;
        vector(canvas, y, "a", dot.a(), Tone.FIRST);
        vector(canvas, y + 1, "b", dot.b(), Tone.SECOND);
        y += compact ? 2 : 3;
        DotSums sums = new DotSums(dot, canvas, compact, tone);
        sums.products(y);
        y += compact ? 3 : 4;
        sums.lengths(y);
        y += compact ? 2 : 3;
        readouts(canvas, y);
        y += compact ? 3 : 4;
        gauge(canvas, y);
        y += 3;
        if (cursor.pinned().isPresent()) {
            pinned(canvas, compact ? y : y - 4, cursor.pinned().get());
        }
        if (layout == Layout.WIDE) {
            worked(canvas.part(canvas.area().afterRows(y + 1)));
        }
    }

    /** A vector's name, its point where it has one, and its length. */
    private void vector(Canvas canvas, int y, String name, Vector v, Tone own) {
        boolean focused = cursor.on(name);
        if (focused && plane) {
            canvas.put(0, y, "►", own, Weight.BOLD);
        }
        canvas.put(INDENT, y, name, own, Weight.BOLD);
        String text = plane ? Readout.point(v, FIELD) : v.size() + (v.size() == 1 ? " number" : " numbers");
        boolean reverse = focused && plane;
        canvas.put(INDENT + 2, y, text, reverse ? own : Tone.TEXT, reverse ? Weight.REVERSE : Weight.PLAIN);
        if (layout != Layout.COMPACT) {
            canvas.put(INDENT + 20, y, "|" + name + "|", Tone.DIM);
            canvas.right(canvas.width(), y, DotNumbers.drawn(dot).length(v), own);
        }
    }

    private void readouts(Canvas canvas, int y) {
        String blank = " ".repeat(canvas.width("°") - 1); // with it all three points are one below the other
        boolean compact = layout == Layout.COMPACT;
        row(canvas, y, "angle θ", orUndefined(dot.angleDegrees(), 1, "°"), Tone.TEXT);
        row(canvas, y + 1, compact ? "cosine" : "cosine similarity", orUndefined(dot.cosine(), 2, blank), Tone.TEXT);
        row(canvas, y + 2, compact ? "b's shadow" : "shadow of b on a", orUndefined(dot.projection(), 2, blank), tone);
    }

    private void row(Canvas canvas, int y, String label, String value, Tone valueTone) {
        canvas.put(INDENT, y, label, Tone.DIM);
        canvas.right(canvas.width(), y, value, valueTone);
    }

    /** cos θ from −1 to 1, with the words for both ends and the middle. */
    private void gauge(Canvas canvas, int y) {
        int last = canvas.width() - 1;
        Scale scale = Scale.linear(-1, 1, INDENT, last);
        int middle = scale.cell(0);
        canvas.put(INDENT, y, "opposed", Tone.DIM);
        canvas.middle(middle, y, "90°", Tone.DIM, Weight.PLAIN);
        canvas.right(last + 1, y, "aligned", Tone.DIM);
        if (dot.isZero()) {
            canvas.put(INDENT, y + 1, "─".repeat(last - INDENT + 1), Tone.GRID);
            canvas.middle(middle, y + 1, " undefined ", Tone.WARN, Weight.BOLD);
        } else {
            double cosine = dot.cosine().getAsDouble();
            new Slider(scale, cosine, 0, tone).drawOpen(canvas, y + 1);
            if (scale.cell(cosine) != middle) {
                canvas.glyph(middle, y + 1, '┼', Tone.GRID, Weight.PLAIN);
            }
        }
        canvas.put(INDENT, y + 2, "−1", Tone.DIM);
        canvas.put(middle, y + 2, "0", Tone.DIM);
        canvas.right(last + 1, y + 2, "+1", Tone.DIM);
    }

    private void pinned(Canvas canvas, int y, Dot other) {
        String numbers = DotNumbers.drawn(other).value() + ", θ " + orUndefined(other.angleDegrees(), 1, "°");
        boolean fits = INDENT + canvas.width("pinned a·b " + numbers) <= canvas.width();
        row(canvas, y, fits ? "pinned a·b" : "pin", numbers, Tone.PATH1);
    }

    private void worked(Canvas canvas) {
        List<String> lines = new ArrayList<>();
        for (String step : new DotFigure().steps(dot)) {
            lines.addAll(Wrap.lines(step, canvas.width() - INDENT, canvas.glyphs()));
        }
        canvas.put(INDENT, 0, "worked out", Tone.TEXT);
        for (int i = 0; i < Math.min(lines.size(), canvas.height() - 1); i++) {
            canvas.put(INDENT, i + 1, lines.get(i), Tone.DIM);
        }
    }

    private static String orUndefined(OptionalDouble value, int places, String unit) {
        return value.isPresent() ? Decimal.drawn(value.getAsDouble(), places, FIELD) + unit : "undefined";
    }
}
