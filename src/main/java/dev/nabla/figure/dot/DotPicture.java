package dev.nabla.figure.dot;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws FIG.02: the arrows, or the paired bars of longer vectors, on the left; both formulas in numbers and the gauge on the right. */
record DotPicture(Dot dot, ViewState<Dot> cursor, Canvas panel) {
    private static final int FIELD = 6;
    private static final int INDENT = 2;
    /** Cells of a number in the sum. */
    private static final int NUMBER = 5;

    static void draw(Dot dot, ViewState<Dot> cursor, Canvas body) {
        Map<String, Area> places = Split.columns(
                body.area().afterColumns(1),
                1,
                Track.free("picture", 28).sharing(4),
                Track.free("panel", 30).atMost(46));
        Area picture = places.get("picture");
        DotPicture numbers = new DotPicture(dot, cursor, body.part(places.get("panel")));
        if (numbers.isPlane()) {
            new Arrows(dot, cursor, body.part(picture)).draw();
        } else {
            new PairedBars(dot, cursor, body.part(body.area().left(picture.end() + 1))).draw();
        }
        numbers.draw();
    }

    private boolean isPlane() {
        return dot.a().size() == 2;
    }

    private DotNumbers numbers() {
        return DotNumbers.drawn(dot);
    }

    private Tone tone() {
        return dot.value() < 0 ? Tone.WARN : Tone.RESULT;
    }

    private void draw() {
        Map<String, Area> rows = Split.rows(
                panel.area(),
                Track.fixed("vectors", 2),
                Track.blank(3),
                Track.fixed("sum", 2),
                Track.blank(5),
                Track.fixed("lengths", 2),
                Track.blank(4),
                Track.fixed("results", cursor.pinned().isPresent() ? 4 : 3),
                Track.blank(6),
                Track.fixed("gauge", 3).goesAt(cursor.guess().ghost().isPresent() ? 0 : 7),
                Track.blank(8),
                Track.free("worked", 6).goesAt(9));
        vector(0, "a", dot.a(), Tone.FIRST);
        vector(1, "b", dot.b(), Tone.SECOND);
        sum(rows.get("sum").y());
        lengths(rows.get("lengths").y());
        results(new Readout(panel).gap(rows.get("results").y()));
        if (rows.containsKey("gauge") && !dot.isZero()) {
            gauge(panel.part(rows.get("gauge").afterColumns(INDENT)));
        }
        WorkedOut.draw(panel, cursor, rows, INDENT, () -> DotFigure.worked(dot));
    }

    /** What the keys turn, and beside it the length that follows. */
    private void vector(int y, String name, Vector v, Tone hue) {
        boolean focused = isPlane() && cursor.on(name);
        String shown = isPlane() ? Readout.point(v, NUMBER) : WorkedSteps.count(v.size(), "number");
        String length = numbers().length(v);
        panel.right(panel.width() - 1, y, "|" + name + "|  " + length, Tone.DIM);
        panel.right(panel.width() - 1, y, length, Tone.TEXT);
        panel.put(0, y, focused ? "►" : "", hue, Weight.BOLD);
        panel.put(INDENT, y, name, hue, Weight.BOLD);
        panel.put(INDENT + 2, y, shown, focused ? hue : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
    }

    /** a·b as the sum of the products. */
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
                .mapToObj(i -> Readout.field(numbers().term(i), NUMBER))
                .collect(Collectors.joining(" + "));
        formula(y, all ? names : names.text(" + ..."), all ? sum : sum + " + ...", "...");
    }

    /** a·b as lengths and angle. */
    private void lengths(int y) {
        String lengths = numbers().length(dot.a()) + "·" + numbers().length(dot.b()) + "·";
        String cosine = dot.isZero() ? "none" : Decimal.nonzero(dot.cosine().getAsDouble(), 2, NUMBER);
        Line names = Line.EMPTY.first("|a|").text("·").second("|b|").text("·cos θ");
        boolean hidden = cursor.hidesChanged("cosine");
        formula(y, names, hidden ? lengths + "cos θ" : lengths + WorkedSteps.bracketed(cosine), lengths + "cos θ");
    }

    /** Names, below them as much of the numbers as fits, and behind those what they come to. */
    private void formula(int y, Line names, String... worked) {
        panel.put(INDENT, y, "a·b", tone(), Weight.BOLD);
        panel.put(INDENT + 4, y, Line.EMPTY.dim("= "));
        panel.put(INDENT + 6, y, names);
        String value = numbers().value();
        int end = panel.width() - 1;
        int room = end - INDENT - 5 - panel.width(value);
        String shown = panel.fitting(room, worked);
        int x = Math.max(INDENT, Math.min(INDENT + 4, INDENT + room - panel.width(shown)));
        panel.put(x, y + 1, Line.EMPTY.dim("= ").text(shown));
        panel.right(end, y + 1, "= " + value, Tone.DIM);
        panel.right(end, y + 1, value, tone(), Weight.BOLD);
    }

    private void results(Readout out) {
        boolean hidden = cursor.hidesChanged("cosine");
        out.row("angle θ", hidden ? "·" : degrees(dot), Tone.TEXT);
        out.row("cosine", hidden ? "·" : orNone(dot.cosine()), Tone.TEXT);
        out.row("shadow of b on a", orNone(dot.projection()), tone());
        cursor.pinned()
                .ifPresent(other ->
                        out.row("kept a·b", DotNumbers.drawn(other).value() + ", " + degrees(other), Tone.PATH1));
    }

    private static String degrees(Dot dot) {
        OptionalDouble angle = dot.angleDegrees();
        return angle.isPresent() ? Decimal.fixed(angle.getAsDouble(), 1) + "°" : "none";
    }

    /** cos θ from −1 to 1, with the words for both ends and the middle. */
    private void gauge(Canvas canvas) {
        canvas.ends(0, "opposed", "90°", "aligned");
        canvas.ends(2, "−1", "0", "+1");
        Scale scale = Scale.linear(-1, 1, 0, canvas.width() - 1);
        double cosine = dot.cosine().getAsDouble();
        new Slider(scale, cursor.hidesChanged("cosine") ? 0 : cosine, 0, tone()).draw(canvas, 1);
        cursor.guess().ghost().ifPresent(ghost -> {
            int at = scale.cell(ghost.at().get(0));
            int is = scale.cell(cosine);
            String apart = cursor.guess().told() ? "━".repeat(Math.abs(at - is)) : "";
            canvas.put(Math.min(at, is + 1), 1, apart, Tone.WARN);
            canvas.glyph(at, 1, '○', Tone.SECOND, Weight.BOLD);
            canvas.handle(new Handle(Focus.GHOST.knob(), 0, new Area(0, 1, canvas.width(), 1), scale, null));
        });
    }

    private static String orNone(OptionalDouble value) {
        return value.isPresent() ? Decimal.drawn(value.getAsDouble(), 2, FIELD) : "none";
    }
}
