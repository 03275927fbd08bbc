package dev.nabla.figure.dot;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
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
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** Draws FIG.02: the arrows, or the paired bars of longer vectors, on the left; both formulas in numbers and the gauge on the right. */
final class DotPicture {
    private static final int FIELD = 6;
    private static final int INDENT = 2;
    private static final int EQUALS = 6;
    /** From this width on numbers have a cell more, and the vectors their lengths beside them. */
    private static final int ROOMY = 34;

    private final Dot dot;
    private final DotNumbers numbers;
    private final ViewState<Dot> cursor;
    private final Canvas body;
    private final Area picture;
    private final Canvas panel;
    private final boolean plane;
    private final boolean roomy;
    private final int digits;
    private final Tone tone;

    DotPicture(Dot dot, ViewState<Dot> cursor, Canvas body) {
        this.dot = dot;
        this.numbers = DotNumbers.drawn(dot);
        this.cursor = cursor;
        Map<String, Area> places = Split.columns(
                new Area(1, 0, body.width() - 2, body.height()),
                1,
                Track.free("picture", 30).sharing(2),
                Track.free("panel", 27).atMost(46));
        this.body = body;
        this.picture = places.get("picture");
        this.panel = body.part(places.get("panel"));
        this.plane = dot.a().size() == 2;
        this.roomy = panel.width() >= ROOMY;
        this.digits = roomy ? FIELD : FIELD - 1;
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
        vector(rows.get("vectors").y(), "a", dot.a(), Tone.FIRST);
        vector(rows.get("vectors").y() + 1, "b", dot.b(), Tone.SECOND);
        products(rows.get("products").y());
        lengths(rows.get("lengths").y());
        results(rows.get("results").y());
        gauge(panel.part(rows.get("gauge").afterColumns(INDENT)));
        if (rows.containsKey("worked")) {
            Canvas worked = panel.part(rows.get("worked").afterColumns(INDENT));
            WorkedOut.draw(worked, "worked out", DotSteps.of(dot));
        }
    }

    /** A vector's name, its point where it has one, and its length. */
    private void vector(int y, String name, Vector v, Tone own) {
        boolean focused = cursor.on(name) && plane;
        if (focused) {
            panel.put(0, y, "►", own, Weight.BOLD);
        }
        panel.put(INDENT, y, name, own, Weight.BOLD);
        String text = plane ? Readout.point(v, FIELD) : v.size() + (v.size() == 1 ? " number" : " numbers");
        panel.put(INDENT + 2, y, text, focused ? own : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
        if (roomy) {
            panel.put(INDENT + 20, y, "|" + name + "|", Tone.DIM);
            panel.right(panel.width(), y, numbers.length(v), own);
        }
    }

    /** a·b as the sum of the products: names, numbers, result. */
    private void products(int y) {
        int n = dot.a().size();
        int each = digits + 3;
        int room = panel.width() - INDENT - EQUALS - 1;
        int shown = n * each - 3 <= room ? n : Math.max(1, (room - 4) / each);
        formula(y, sum(shown, this::term), sum(shown, i -> Line.of(field(numbers.term(i)))));
        panel.put(INDENT + 4, y + 2, "=", Tone.DIM);
        panel.put(INDENT + EQUALS, y + 2, field(numbers.value()) + " ", tone, Weight.REVERSE);
    }

    private Line sum(int shown, IntFunction<Line> term) {
        Line line = term.apply(0);
        for (int i = 1; i < shown; i++) {
            line = Line.join(List.of(line, term.apply(i)), " + ");
        }
        return shown < dot.a().size() ? line.text(" + ...") : line;
    }

    private Line term(int i) {
        String index = Subscript.of(i);
        return Line.of(blank(2 + 2 * index.length())).first("a" + index).second("b" + index);
    }

    /** a·b as lengths and angle; without θ where that is spelt out and does not fit. */
    private void lengths(int y) {
        String times = roomy ? " · " : " ·";
        int used = INDENT + EQUALS + 2 * (digits + times.length());
        String cosine = panel.fitting(panel.width() - used, blank(5) + "cos θ", "  cos");
        Line names = Line.of(blank(4)).first("|a| ").dim(times).text(blank(4)).second("|b| ");
        Line lengths = Line.of(field(numbers.length(dot.a()))).dim(times).text(field(numbers.length(dot.b())));
        String value =
                dot.isZero() ? " none" : field(DotNumbers.two(dot.cosine().getAsDouble()));
        formula(y, names.dim(times).text(cosine), lengths.dim(times).text(value));
    }

    private void formula(int y, Line names, Line numbers) {
        panel.put(INDENT, y, "a·b", tone, Weight.BOLD);
        panel.put(INDENT + 4, y, "=", Tone.DIM);
        panel.put(INDENT + EQUALS, y, names);
        panel.put(INDENT + 4, y + 1, "=", Tone.DIM);
        panel.put(INDENT + EQUALS, y + 1, numbers);
    }

    private String field(String number) {
        return blank(number.length()) + number;
    }

    /** What fills the field of a number before so many cells. */
    private String blank(int cells) {
        return " ".repeat(Math.max(0, digits - cells));
    }

    private void results(int y) {
        String blank = " ".repeat(panel.width("°") - 1); // with it all three points are one below the other
        row(y, orUndefined(dot.angleDegrees(), 1, "°"), Tone.TEXT, "angle θ");
        row(y + 1, orUndefined(dot.cosine(), 2, blank), Tone.TEXT, "cosine similarity", "cosine");
        row(y + 2, orUndefined(dot.projection(), 2, blank), tone, "shadow of b on a", "b's shadow");
        cursor.pinned().ifPresent(other -> {
            String angle = orUndefined(other.angleDegrees(), 1, "°");
            row(y + 3, DotNumbers.drawn(other).value() + ", θ " + angle, Tone.PATH1, "pinned a·b", "pin");
        });
    }

    private void row(int y, String value, Tone valueTone, String... labels) {
        int room = panel.width() - INDENT - panel.width(value) - 1;
        panel.put(INDENT, y, panel.fitting(room, labels), Tone.DIM);
        panel.right(panel.width(), y, value, valueTone);
    }

    /** cos θ from −1 to 1, with the words for both ends and the middle. */
    private void gauge(Canvas canvas) {
        canvas.ends(0, "opposed", "90°", "aligned");
        canvas.ends(2, "−1", "0", "+1");
        int middle = canvas.width() / 2;
        if (dot.isZero()) {
            canvas.put(0, 1, "─".repeat(canvas.width()), Tone.GRID);
            canvas.middle(middle, 1, " undefined ", Tone.WARN, Weight.BOLD);
            return;
        }
        Scale scale = Scale.linear(-1, 1, 0, canvas.width() - 1);
        double cosine = dot.cosine().getAsDouble();
        new Slider(scale, cosine, 0, tone).drawOpen(canvas, 1);
        if (scale.cell(cosine) != middle) {
            canvas.glyph(middle, 1, '┼', Tone.GRID, Weight.PLAIN);
        }
    }

    private static String orUndefined(OptionalDouble value, int places, String unit) {
        return value.isPresent() ? Decimal.drawn(value.getAsDouble(), places, FIELD) + unit : "undefined";
    }
}
