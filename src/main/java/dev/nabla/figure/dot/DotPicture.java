package dev.nabla.figure.dot;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Draws FIG.02: the arrows, or the paired bars of longer vectors, on the left; both formulas in numbers and the gauge on the right. */
final class DotPicture {
    private static final int FIELD = 6;
    private static final int INDENT = 2;
    /** From this width on the factors stand a blank apart. */
    private static final int ROOMY = 34;
    /** Cells of a number in the formulas. */
    private static final int NUMBER = 5;

    private final Dot dot;
    private final DotNumbers numbers;
    private final ViewState<Dot> cursor;
    private final Canvas body;
    private final Area picture;
    private final Canvas panel;
    private final boolean plane;
    private final Tone tone;

    DotPicture(Dot dot, ViewState<Dot> cursor, Canvas body) {
        Map<String, Area> places = Split.columns(
                new Area(1, 0, body.width() - 2, body.height()),
                1,
                Track.free("picture", 30).sharing(2),
                Track.free("panel", 27).atMost(46));
        this.dot = dot;
        this.numbers = DotNumbers.drawn(dot);
        this.cursor = cursor;
        this.body = body;
        this.picture = places.get("picture");
        this.panel = body.part(places.get("panel"));
        this.plane = dot.a().size() == 2;
        this.tone = dot.value() < 0 ? Tone.WARN : Tone.RESULT;
    }

    void draw() {
        if (plane) {
            new Arrows(dot, cursor, body.part(picture)).draw();
        } else {
            new PairedBars(dot, cursor, body.part(body.area().left(picture.end() + 1))).draw();
        }
        Map<String, Area> rows = Split.rows(
                panel.area(),
                0,
                Track.blank(5),
                Track.fixed("vectors", 2),
                Track.blank(1),
                Track.fixed("products", 3),
                Track.blank(4),
                Track.fixed("lengths", 2),
                Track.blank(3),
                Track.fixed("results", cursor.pinned().isPresent() ? 4 : 3),
                Track.blank(2),
                Track.fixed("gauge", 3),
                Track.blank(6),
                Track.free("worked", 6).goesAt(7));
        Readout vectors = new Readout(panel).gap(rows.get("vectors").y());
        vectors.knob("a", "", shown(dot.a()), Tone.FIRST, plane && cursor.on("a"));
        vectors.knob("b", "", shown(dot.b()), Tone.SECOND, plane && cursor.on("b"));
        products(rows.get("products").y());
        lengths(rows.get("lengths").y());
        results(new Readout(panel).gap(rows.get("results").y()));
        gauge(panel.part(rows.get("gauge").afterColumns(INDENT)));
        if (rows.containsKey("worked")) {
            Canvas worked = panel.part(rows.get("worked").afterColumns(INDENT));
            WorkedOut.draw(worked, DotSteps.of(dot));
        }
    }

    private String shown(Vector v) {
        return plane ? Readout.point(v, FIELD) : WorkedSteps.count(v.size(), "number");
    }

    /** a·b as the sum of the products: names, numbers, result. */
    private void products(int y) {
        int n = dot.a().size();
        int each = NUMBER + 3;
        int room = panel.width() - INDENT - "a·b = ".length() - 1;
        int shown = n * each - 3 <= room ? n : Math.max(1, (room - 4) / each);
        formula(y, sum(shown, DotPicture::term), sum(shown, i -> Line.of(Readout.field(numbers.term(i), NUMBER))));
        panel.put(INDENT + 4, y + 2, "=", Tone.DIM);
        panel.put(INDENT + 6, y + 2, Readout.field(numbers.value(), NUMBER) + " ", tone, Weight.REVERSE);
    }

    private Line sum(int shown, IntFunction<Line> term) {
        Line sum = Line.join(IntStream.range(0, shown).mapToObj(term).toList(), " + ");
        return shown < dot.a().size() ? sum.text(" + ...") : sum;
    }

    private static Line term(int i) {
        String index = Subscript.of(i);
        return Line.of(" ".repeat(NUMBER - 4)).first("a" + index).second("b" + index);
    }

    /** a·b as lengths and angle; without θ where that is spelt out and does not fit. */
    private void lengths(int y) {
        String times = panel.width() < ROOMY ? " ·" : " · ";
        int used = INDENT + "a·b = ".length() + 2 * (NUMBER + times.length());
        String angle = panel.fitting(panel.width() - used, " cos θ", "  cos");
        String a = Readout.field(numbers.length(dot.a()), NUMBER);
        String b = Readout.field(numbers.length(dot.b()), NUMBER);
        String cosine = dot.isZero() ? "none" : Decimal.nonzero(dot.cosine().getAsDouble(), 2, NUMBER);
        Line names = Line.EMPTY.first("  |a|").text(times).second("  |b|").text(times + angle);
        formula(y, names, Line.of(a + times + b + times + Readout.field(cosine, NUMBER)));
    }

    private void formula(int y, Line names, Line numbers) {
        panel.put(INDENT, y, "a·b", tone, Weight.BOLD);
        panel.put(INDENT + 4, y, "=", Tone.DIM);
        panel.put(INDENT + 6, y, names);
        panel.put(INDENT + 4, y + 1, "=", Tone.DIM);
        panel.put(INDENT + 6, y + 1, numbers);
    }

    private void results(Readout out) {
        out.row("angle θ (degrees)", orUndefined(dot.angleDegrees()), Tone.TEXT);
        out.row("cosine similarity", orUndefined(dot.cosine()), Tone.TEXT);
        out.row("shadow of b", orUndefined(dot.projection()), tone);
        cursor.pinned().ifPresent(other -> {
            String angle = orUndefined(other.angleDegrees());
            out.row("pinned a·b", DotNumbers.drawn(other).value() + ", θ " + angle, Tone.PATH1);
        });
    }

    /** cos θ from −1 to 1, with the words for both ends and the middle. */
    private void gauge(Canvas canvas) {
        canvas.ends(0, "opposed", "90°", "aligned");
        canvas.ends(2, "−1", "0", "+1");
        if (dot.isZero()) {
            canvas.middle(canvas.width() / 2, 1, "undefined", Tone.WARN, Weight.BOLD);
        } else {
            Scale scale = Scale.linear(-1, 1, 0, canvas.width() - 1);
            new Slider(scale, dot.cosine().getAsDouble(), 0, tone).draw(canvas, 1);
        }
    }

    private static String orUndefined(OptionalDouble value) {
        return value.isPresent() ? Decimal.drawn(value.getAsDouble(), 2, FIELD) : "undefined";
    }
}
