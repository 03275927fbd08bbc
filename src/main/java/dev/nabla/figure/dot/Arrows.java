package dev.nabla.figure.dot;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Arrow;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * Draws two vectors of the plane as arrows from the origin, with the unit circle, the angle, and the shadow of b on a.
 */
final class Arrows {
    private static final double ACROSS = 1.55;
    private static final double UP = 1.38;
    private static final Vector ORIGIN = Vector.of(0, 0);

    private final Dot dot;
    private final ViewState<Dot> cursor;
    private final Canvas canvas;
    /** Length that one unit of the plot stands for: 1, or a larger power of two if an arrow is too long. */
    private final double unit;

    private final Vector a;
    private final Vector b;
    private final double half;
    private final Plot plot;
    /**
     * Radius of the arc between the arrows. The next constants are its start angle, on a, and its turn to b, from −π to
     * π.
     */
    private final double radius;

    private final double from;
    private final double turn;

    Arrows(Dot dot, ViewState<Dot> cursor, Canvas canvas) {
        this.dot = dot;
        this.cursor = cursor;
        this.canvas = canvas;
        double aspect = canvas.font().aspect();
        this.half = Math.max(ACROSS, UP * canvas.width() / (2.0 * canvas.height()) * aspect / 2);
        double top = half * 2 * canvas.height() / canvas.width() * 2 / aspect;
        this.unit = Math.max(Arrow.unit(dot.a(), half, top), Arrow.unit(dot.b(), half, top));
        this.a = dot.a().map(x -> x / unit);
        this.b = dot.b().map(x -> x / unit);
        this.plot = Plot.square(canvas, -half, half);
        this.radius = dot.isZero() ? 0 : Math.min(0.4, 0.6 * Math.min(a.norm(), b.norm()));
        this.from = StrictMath.atan2(a.get(1), a.get(0));
        double way = StrictMath.atan2(b.get(1), b.get(0)) - from;
        this.turn = way > Math.PI ? way - 2 * Math.PI : way < -Math.PI ? way + 2 * Math.PI : way;
    }

    void draw() {
        double wide = 2 * half;
        plot.dotted(-wide, 0, wide, 0, Tone.GRID, DrawOrder.SCALE);
        plot.dotted(0, -wide, 0, wide, Tone.GRID, DrawOrder.SCALE);
        plot.arc(1 / unit, 0, 2 * Math.PI, 4, Tone.GRID, DrawOrder.SCALE);
        cursor.pinned().filter(other -> other.a().size() == 2).ifPresent(other -> {
            dotted(ORIGIN, other.a().map(x -> x / unit), Tone.FIRST);
            dotted(ORIGIN, other.b().map(x -> x / unit), Tone.SECOND);
        });
        shadow();
        angle();
        Arrow.draw(plot, a, Tone.FIRST);
        Arrow.draw(plot, b, Tone.SECOND);
        plot.stamp();
        plot.mark(b.get(0), b.get(1), '●', Tone.SECOND, Weight.BOLD);
        plot.mark(a.get(0), a.get(1), '●', Tone.FIRST, Weight.BOLD);
        labels();
        handles();
    }

    private void dotted(Vector start, Vector end, Tone tone) {
        plot.dotted(start.get(0), start.get(1), end.get(0), end.get(1), tone, DrawOrder.CONSTRUCTION);
    }

    /** Draws the shadow of b on a, beside a on the side away from b, and the light ray that casts it. */
    private void shadow() {
        if (dot.isZero()) {
            return;
        }
        double length = dot.projection().getAsDouble() / unit;
        Vector foot = Arrow.polar(length, from);
        dotted(b, foot, Tone.DIM);
        dotted(ORIGIN, foot, Tone.FIRST);
        if (Math.abs(length) >= Arrow.SHORTEST / 2) {
            Vector aside = Arrow.polar(half * 4 / canvas.width(), from + (turn < 0 ? 1 : -1) * Math.PI / 2);
            double x = aside.get(0);
            double y = aside.get(1);
            Tone tone = length < 0 ? Tone.WARN : Tone.RESULT;
            plot.thick(x, y, foot.get(0) + x, foot.get(1) + y, tone, DrawOrder.CONSTRUCTION);
        }
    }

    /** Draws the arc between the arrows, or a square corner if they are perpendicular. */
    private void angle() {
        if (radius < Arrow.SHORTEST) {
            return;
        }
        if (!DotFigure.isPerpendicular(dot)) {
            plot.arc(radius, from, from + turn, 1, Tone.TEXT, DrawOrder.CONSTRUCTION);
            return;
        }
        Vector along = Arrow.polar(radius * 0.6, from);
        Vector up = Arrow.polar(radius * 0.6, from + turn);
        for (Vector edge : List.of(along, up)) {
            double x = along.get(0) + up.get(0);
            double y = along.get(1) + up.get(1);
            plot.line(edge.get(0), edge.get(1), x, y, Tone.TEXT, DrawOrder.CONSTRUCTION);
        }
    }

    /** Writes a name at each tip, the angle at the arc, and the unit on the axes. */
    private void labels() {
        Labels labels = new Labels(canvas);
        double apart = turn < 0 ? -0.05 : 0.05;
        outside(labels, "b", b.norm(), from + turn + apart, Tone.SECOND);
        outside(labels, "a", a.norm(), from - apart, Tone.FIRST);
        if (radius >= Arrow.SHORTEST) {
            String angle = cursor.text(DotFigure.ANGLE, dot, DotFigure::degrees);
            outside(labels, " " + angle + " ", radius, from + turn / 2, Tone.DIM);
        }
        String one = Decimal.significant(unit, 3);
        plot.number(labels, plot.column(1) + 1, plot.row(0) + 1, one);
        plot.number(labels, plot.column(-1) - canvas.width(one) - 1, plot.row(0) + 1, "−" + one);
        plot.number(labels, plot.column(0) + 2, plot.row(-1) + 1, "−" + one);
    }

    /** Writes a word in a direction from the origin, beyond a distance, where it covers no line. */
    private void outside(Labels labels, String word, double distance, double angle, Tone tone) {
        boolean placed = false;
        for (double out = distance + 0.15; out < distance + 0.6 && !placed; out += 0.05) {
            Vector at = Arrow.polar(out, angle);
            int x = Math.max(0, Math.min(canvas.width() - 1, plot.column(at.get(0))));
            int y = Math.max(0, Math.min(canvas.height() - 1, plot.row(at.get(1))));
            placed = plot.isFree(x, y, canvas.width(word)) && labels.put(x, y, word, tone, Weight.BOLD);
        }
    }

    /** Makes the whole plane a handle of the focused arrow, and the area around each tip a handle of its own arrow. */
    private void handles() {
        handle(cursor.isFocused("b") ? "b" : "a", canvas.area());
        handle("a", around(a));
        handle("b", around(b));
    }

    private Area around(Vector v) {
        int x = Math.max(0, plot.column(v.get(0)) - 2);
        int y = Math.max(0, plot.row(v.get(1)) - 1);
        return new Area(x, y, Math.min(5, canvas.width() - x), Math.min(3, canvas.height() - y));
    }

    private void handle(String name, Area area) {
        canvas.handle(new Handle(name, 0, area, scaled(plot.columns()), scaled(plot.rows())));
    }

    private Scale scaled(Scale scale) {
        return Scale.linear(scale.lo() * unit, scale.hi() * unit, scale.from(), scale.to());
    }
}
