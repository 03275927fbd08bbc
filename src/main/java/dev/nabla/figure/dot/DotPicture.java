package dev.nabla.figure.dot;

import static dev.nabla.figure.dot.DotFigure.ANGLE;
import static dev.nabla.figure.dot.DotFigure.COSINE;
import static dev.nabla.figure.dot.DotFigure.DOT;
import static dev.nabla.figure.dot.DotFigure.NORM_A;
import static dev.nabla.figure.dot.DotFigure.NORM_B;
import static dev.nabla.figure.dot.DotFigure.PROJECTION;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws FIG.02. At the left stand the arrows, or paired bars for vectors that are not of the plane. At the right stand
 * both formulas in numbers and the gauge.
 */
record DotPicture(Picture<Dot, Dot> all, Canvas body) {
    private static final int FIELD = 6;
    private static final int INDENT = 2;
    /** Least width of the arrows or bars, with a blank cell at each side. */
    private static final int LEAST = 28 + 2;
    /** Width of a number in the sum, in cells. */
    private static final int NUMBER = 5;

    void draw() {
        TrackPart.columns(
                body,
                0,
                new TrackPart(Track.free(LEAST).sharing(4), isPlane() ? this::arrows : this::bars),
                new TrackPart(Track.free(30).atMost(46), this::panel));
    }

    private void arrows(Canvas canvas) {
        Area inside = new Area(1, 0, canvas.width() - 2, canvas.height());
        new Arrows(dot(), all.cursor(), canvas.part(inside)).draw();
    }

    private void bars(Canvas canvas) {
        new PairedBars(all, canvas).draw();
    }

    private Dot dot() {
        return all.model();
    }

    private boolean isPlane() {
        return dot().a().size() == 2;
    }

    private static DotNumbers numbers(Dot of) {
        return DotNumbers.drawn(of, DOT.style());
    }

    private Tone tone() {
        return DOT.of(dot()) < 0 ? Tone.WARN : Tone.RESULT;
    }

    private void panel(Canvas panel) {
        ViewState<Dot> cursor = all.cursor();
        TrackPart.rows(
                panel,
                new TrackPart(Track.fixed(2), this::vectors),
                TrackPart.blank(3),
                new TrackPart(Track.fixed(2), this::sum),
                TrackPart.blank(5),
                new TrackPart(Track.fixed(2).goesAt(1), this::lengths),
                TrackPart.blank(4),
                new TrackPart(Track.fixed(cursor.pinned().isPresent() ? 4 : 3), this::results),
                TrackPart.blank(6),
                new TrackPart(Track.fixed(3).goesAt(cursor.guess().ghost().isPresent() ? 0 : 7), this::gauge),
                TrackPart.blank(8),
                all.workedOut(6, 9, INDENT));
    }

    private void vectors(Canvas rows) {
        vector(rows, 0, "a", dot().a(), NORM_A, Tone.FIRST);
        vector(rows, 1, "b", dot().b(), NORM_B, Tone.SECOND);
    }

    /** Draws a vector, which is a knob, and its length. */
    private void vector(Canvas rows, int y, String name, Vector v, Quantity<Dot, Double> norm, Tone hue) {
        KnobView knob = all.knob(name).in(hue).entry(isPlane());
        String shown = isPlane() ? Readout.point(v, NUMBER) : WorkedSteps.count(v.size(), "number");
        String length = length(norm, v);
        rows.right(rows.width() - 1, y, norm.symbol() + "  " + length, Tone.DIM);
        rows.right(rows.width() - 1, y, length, Tone.TEXT);
        knob.mark(rows, 0, y);
        rows.put(INDENT, y, name, hue, Weight.BOLD);
        rows.put(INDENT + 2, y, shown, knob.tone(Tone.TEXT), knob.weight(Weight.PLAIN));
    }

    /** Draws a·b as the sum of the products. */
    private void sum(Canvas rows) {
        int n = dot().a().size();
        int each = NUMBER + 3;
        int room = rows.width() - INDENT - "a·b = ".length() - 1;
        int shown = n * each - 3 <= room ? n : Math.max(1, (room - 4) / each);
        boolean whole = shown == n;
        IntFunction<Line> term = i ->
                Line.of(" ".repeat(NUMBER - 4)).first("a" + Subscript.of(i)).second("b" + Subscript.of(i));
        Line names = Line.join(IntStream.range(0, shown).mapToObj(term).toList(), " + ");
        String sum = IntStream.range(0, shown)
                .mapToObj(i -> Readout.field(numbers(dot()).term(i), NUMBER))
                .collect(Collectors.joining(" + "));
        formula(rows, whole ? names : names.text(" + ..."), whole ? sum : sum + " + ...", "...");
    }

    /** Draws a·b as lengths times the cosine of the angle. */
    private void lengths(Canvas rows) {
        String lengths = length(NORM_A, dot().a()) + "·" + length(NORM_B, dot().b()) + "·";
        Line names = Line.EMPTY.first("|a|").text("·").second("|b|").text("·cos θ");
        String cosine = WorkedSteps.bracketed(all.sentence(COSINE));
        formula(rows, names, lengths + cosine, lengths + "cos θ");
    }

    /**
     * Draws the names of a formula; below them the longest version of the numbers that fits, and the result. A hidden
     * result hides the numbers too.
     */
    private void formula(Canvas rows, Line names, String... worked) {
        rows.put(INDENT, 0, "a·b", tone(), Weight.BOLD);
        rows.put(INDENT + 4, 0, Line.EMPTY.dim("= "));
        rows.put(INDENT + 6, 0, names);
        String value = value(dot());
        int end = rows.width() - 1;
        int room = end - INDENT - 5 - rows.width(value);
        String shown = all.hides(DOT) ? "..." : rows.fitting(room, worked);
        int x = Math.max(INDENT, Math.min(INDENT + 4, INDENT + room - rows.width(shown)));
        rows.put(x, 1, Line.EMPTY.dim("= ").text(shown));
        rows.right(end, 1, "= " + value, Tone.DIM);
        rows.right(end, 1, value, tone(), Weight.BOLD);
    }

    private void results(Canvas rows) {
        Readout out = new Readout(rows);
        out.row(ANGLE.symbol(), angle(dot()), Tone.TEXT);
        out.row(COSINE.symbol(), all.column(COSINE, FIELD), Tone.TEXT);
        out.row(PROJECTION.symbol() + " on a", all.column(PROJECTION, FIELD), tone());
        all.cursor().pinned().ifPresent(kept -> {
            out.row("kept " + DOT.symbol(), value(kept) + ", " + angle(kept), Tone.PATH1);
        });
    }

    private String value(Dot of) {
        return all.cursor().text(DOT, of, sum -> numbers(of).value());
    }

    private String length(Quantity<Dot, Double> norm, Vector v) {
        return all.cursor().text(norm, dot(), length -> numbers(dot()).length(v));
    }

    private String angle(Dot of) {
        return all.cursor().text(ANGLE, of, degrees -> ANGLE.style().column(degrees, FIELD) + "°");
    }

    /** Draws cos θ from −1 to 1, with words at both ends and in the middle. */
    private void gauge(Canvas rows) {
        if (dot().isZero()) {
            return;
        }
        Canvas canvas = rows.part(rows.area().afterColumns(INDENT));
        canvas.ends(0, "opposed", "90°", "aligned");
        canvas.ends(2, "−1", "0", "+1");
        Scale scale = DotFigure.COSINES.scale(0, canvas.width() - 1);
        double cosine = COSINE.of(dot());
        new Slider(scale, all.hides(COSINE) ? 0 : cosine, 0, tone()).draw(canvas, 1);
        all.knobs().ghost().ifPresent(ghost -> {
            int at = scale.cell(ghost.number());
            int is = scale.cell(cosine);
            String apart = all.cursor().guess().isAnswered() ? "━".repeat(Math.abs(at - is)) : "";
            canvas.put(Math.min(at, is + 1), 1, apart, Tone.WARN);
            canvas.glyph(at, 1, '○', Tone.SECOND, Weight.BOLD);
            ghost.drag(canvas, new Area(0, 1, canvas.width(), 1), scale);
        });
    }
}
