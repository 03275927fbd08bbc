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
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws FIG.02. At the left stand the arrows, or paired bars for vectors that are not of the plane. At the right stand
 * both formulas in numbers and the gauge.
 */
record DotPicture(Dot dot, ViewState<Dot> cursor, Knobs<Dot> knobs, Canvas panel) {
    private static final int FIELD = 6;
    private static final int INDENT = 2;
    /** Width of a number in the sum, in cells. */
    private static final int NUMBER = 5;

    static void draw(Dot dot, ViewState<Dot> cursor, Knobs<Dot> knobs, Canvas body) {
        Map<String, Area> places = TrackLayout.columns(
                body.area().afterColumns(1),
                1,
                Track.free("picture", 28).sharing(4),
                Track.free("panel", 30).atMost(46));
        Area picture = places.get("picture");
        DotPicture numbers = new DotPicture(dot, cursor, knobs, body.part(places.get("panel")));
        if (numbers.isPlane()) {
            new Arrows(dot, cursor, body.part(picture)).draw();
        } else {
            new PairedBars(dot, cursor, knobs, body.part(body.area().left(picture.end() + 1))).draw();
        }
        numbers.draw();
    }

    private boolean isPlane() {
        return dot.a().size() == 2;
    }

    private static DotNumbers numbers(Dot of) {
        return DotNumbers.drawn(of, DOT.style());
    }

    private Tone tone() {
        return DOT.of(dot) < 0 ? Tone.WARN : Tone.RESULT;
    }

    private void draw() {
        Map<String, Area> rows = TrackLayout.rows(
                panel.area(),
                Track.fixed("vectors", 2),
                Track.blank(3),
                Track.fixed("sum", 2),
                Track.blank(5),
                Track.fixed("lengths", 2).goesAt(1),
                Track.blank(4),
                Track.fixed("results", cursor.pinned().isPresent() ? 4 : 3),
                Track.blank(6),
                Track.fixed("gauge", 3).goesAt(cursor.guess().ghost().isPresent() ? 0 : 7),
                Track.blank(8),
                Track.free("worked", 6).goesAt(9));
        vector(0, "a", dot.a(), NORM_A, Tone.FIRST);
        vector(1, "b", dot.b(), NORM_B, Tone.SECOND);
        sum(rows.get("sum").y());
        if (rows.containsKey("lengths")) {
            lengths(rows.get("lengths").y());
        }
        results(new Readout(panel).gap(rows.get("results").y()));
        if (rows.containsKey("gauge") && !dot.isZero()) {
            gauge(panel.part(rows.get("gauge").afterColumns(INDENT)));
        }
        WorkedOut.draw(panel, cursor, rows, INDENT, () -> DotFigure.worked(dot));
    }

    /** Draws a vector, which is a knob, and its length. */
    private void vector(int y, String name, Vector v, Quantity<Dot, Double> norm, Tone hue) {
        KnobView knob = knobs.at(name).in(hue).entry(isPlane());
        String shown = isPlane() ? Readout.point(v, NUMBER) : WorkedSteps.count(v.size(), "number");
        String length = length(norm, v);
        panel.right(panel.width() - 1, y, norm.symbol() + "  " + length, Tone.DIM);
        panel.right(panel.width() - 1, y, length, Tone.TEXT);
        knob.mark(panel, 0, y);
        panel.put(INDENT, y, name, hue, Weight.BOLD);
        panel.put(INDENT + 2, y, shown, knob.tone(Tone.TEXT), knob.weight(Weight.PLAIN));
    }

    /** Draws a·b as the sum of the products. */
    private void sum(int y) {
        int n = dot.a().size();
        int each = NUMBER + 3;
        int room = panel.width() - INDENT - "a·b = ".length() - 1;
        int shown = n * each - 3 <= room ? n : Math.max(1, (room - 4) / each);
        boolean all = shown == n;
        IntFunction<Line> term = i ->
                Line.of(" ".repeat(NUMBER - 4)).first("a" + Subscript.of(i)).second("b" + Subscript.of(i));
        Line names = Line.join(IntStream.range(0, shown).mapToObj(term).toList(), " + ");
        String sum = IntStream.range(0, shown)
                .mapToObj(i -> Readout.field(numbers(dot).term(i), NUMBER))
                .collect(Collectors.joining(" + "));
        formula(y, all ? names : names.text(" + ..."), all ? sum : sum + " + ...", "...");
    }

    /** Draws a·b as lengths times the cosine of the angle. */
    private void lengths(int y) {
        String lengths = length(NORM_A, dot.a()) + "·" + length(NORM_B, dot.b()) + "·";
        Line names = Line.EMPTY.first("|a|").text("·").second("|b|").text("·cos θ");
        String cosine = WorkedSteps.bracketed(cursor.sentence(COSINE, dot));
        formula(y, names, lengths + cosine, lengths + "cos θ");
    }

    /**
     * Draws the names of a formula; below them the longest version of the numbers that fits, and the result. A hidden
     * result hides the numbers too.
     */
    private void formula(int y, Line names, String... worked) {
        panel.put(INDENT, y, "a·b", tone(), Weight.BOLD);
        panel.put(INDENT + 4, y, Line.EMPTY.dim("= "));
        panel.put(INDENT + 6, y, names);
        String value = value(dot);
        int end = panel.width() - 1;
        int room = end - INDENT - 5 - panel.width(value);
        String shown = cursor.hides(DOT) ? "..." : panel.fitting(room, worked);
        int x = Math.max(INDENT, Math.min(INDENT + 4, INDENT + room - panel.width(shown)));
        panel.put(x, y + 1, Line.EMPTY.dim("= ").text(shown));
        panel.right(end, y + 1, "= " + value, Tone.DIM);
        panel.right(end, y + 1, value, tone(), Weight.BOLD);
    }

    private void results(Readout out) {
        out.row(ANGLE.symbol(), angle(dot), Tone.TEXT);
        out.row(COSINE.symbol(), cursor.column(COSINE, dot, FIELD), Tone.TEXT);
        out.row(PROJECTION.symbol() + " on a", cursor.column(PROJECTION, dot, FIELD), tone());
        cursor.pinned().ifPresent(kept -> {
            out.row("kept " + DOT.symbol(), value(kept) + ", " + angle(kept), Tone.PATH1);
        });
    }

    private String value(Dot of) {
        return cursor.text(DOT, of, sum -> numbers(of).value());
    }

    private String length(Quantity<Dot, Double> norm, Vector v) {
        return cursor.text(norm, dot, length -> numbers(dot).length(v));
    }

    private String angle(Dot of) {
        return cursor.text(ANGLE, of, degrees -> ANGLE.style().column(degrees, FIELD) + "°");
    }

    /** Draws cos θ from −1 to 1, with words at both ends and in the middle. */
    private void gauge(Canvas canvas) {
        canvas.ends(0, "opposed", "90°", "aligned");
        canvas.ends(2, "−1", "0", "+1");
        Scale scale = DotFigure.COSINES.scale(0, canvas.width() - 1);
        double cosine = COSINE.of(dot);
        new Slider(scale, cursor.hides(COSINE) ? 0 : cosine, 0, tone()).draw(canvas, 1);
        knobs.ghost().ifPresent(ghost -> {
            int at = scale.cell(ghost.number());
            int is = scale.cell(cosine);
            String apart = cursor.guess().isAnswered() ? "━".repeat(Math.abs(at - is)) : "";
            canvas.put(Math.min(at, is + 1), 1, apart, Tone.WARN);
            canvas.glyph(at, 1, '○', Tone.SECOND, Weight.BOLD);
            ghost.drag(canvas, new Area(0, 1, canvas.width(), 1), scale);
        });
    }
}
