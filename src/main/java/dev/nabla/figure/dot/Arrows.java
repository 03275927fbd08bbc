package dev.nabla.figure.dot;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.Layer;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.List;

/** Two vectors of the plane as arrows from the origin, with the unit circle, the angle between them and b's shadow on a. */
final class Arrows {
    private static final double ACROSS = 1.55;
    private static final double UP = 1.38;
    private static final Vector ORIGIN = Vector.of(0, 0);
    private static final double HEAD = 0.2;
    private static final double HEAD_ANGLE = Math.toRadians(30);
    static final double SHORTEST = 0.08;

    private final Dot dot;
    private final ViewState<Dot> cursor;
    private final Canvas canvas;
    /** What one unit of the plot stands for: a power of two, 1 unless an arrow is too long. */
    private final double unit;

    private final Vector a;
    private final Vector b;
    private final double half;
    private final Plot plot;
    /** Of the arc between the arrows: its radius, where it begins on a, and its turn to b, −π to π. */
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
        this.unit = unit(dot, half, top);
        this.a = dot.a().map(x -> x / unit);
        this.b = dot.b().map(x -> x / unit);
        this.plot = Plot.square(canvas, -half, half);
        this.radius = dot.isZero() ? 0 : Math.min(0.4, 0.6 * Math.min(a.norm(), b.norm()));
        this.from = StrictMath.atan2(a.get(1), a.get(0));
        double way = StrictMath.atan2(b.get(1), b.get(0)) - from;
        this.turn = way > Math.PI ? way - 2 * Math.PI : way < -Math.PI ? way + 2 * Math.PI : way;
    }

    /** 1, doubled until both tips can be seen. */
    private static double unit(Dot dot, double half, double top) {
        double unit = 1;
        for (Vector v : List.of(dot.a(), dot.b())) {
            while (Math.abs(v.get(0)) / unit > half * 0.92 || Math.abs(v.get(1)) / unit > top * 0.97) {
                unit *= 2;
            }
        }
        return unit;
    }

    void draw() {
        double wide = 2 * half;
        plot.dotted(-wide, 0, wide, 0, Tone.GRID, Layer.SCALE);
        plot.dotted(0, -wide, 0, wide, Tone.GRID, Layer.SCALE);
        plot.arc(1 / unit, 0, 2 * Math.PI, 4, Tone.GRID, Layer.SCALE);
        cursor.pinned().filter(other -> other.a().size() == 2).ifPresent(other -> {
            dotted(ORIGIN, other.a().map(x -> x / unit), Tone.FIRST);
            dotted(ORIGIN, other.b().map(x -> x / unit), Tone.SECOND);
        });
        shadow();
        angle();
        arrow(a, Tone.FIRST);
        arrow(b, Tone.SECOND);
        plot.stamp();
        new ArrowLabels(dot, a, b, plot, canvas).draw(radius, from, turn, unit);
        handles();
    }

    private void dotted(Vector start, Vector end, Tone tone) {
        plot.dotted(start.get(0), start.get(1), end.get(0), end.get(1), tone, Layer.CONSTRUCTION);
    }

    private void line(Vector start, double endX, double endY, Tone tone, Layer layer) {
        plot.line(start.get(0), start.get(1), endX, endY, tone, layer);
    }

    private void arrow(Vector v, Tone tone) {
        double length = v.norm();
        if (length < SHORTEST) {
            return;
        }
        plot.thick(0, 0, v.get(0), v.get(1), tone, Layer.DATA);
        double back = StrictMath.atan2(v.get(1), v.get(0)) + Math.PI;
        double head = Math.min(HEAD, length / 2);
        for (double aside : new double[] {-HEAD_ANGLE, HEAD_ANGLE}) {
            Vector barb = polar(head, back + aside);
            line(v, v.get(0) + barb.get(0), v.get(1) + barb.get(1), tone, Layer.DATA);
        }
    }

    private static Vector polar(double length, double angle) {
        return Vector.of(length * StrictMath.cos(angle), length * StrictMath.sin(angle));
    }

    /** b's shadow on a, drawn beside a on the side away from b, and the ray of light that casts it. */
    private void shadow() {
        if (dot.isZero()) {
            return;
        }
        double length = dot.projection().getAsDouble() / unit;
        Vector along = a.map(x -> x / a.norm());
        Vector foot = along.map(x -> length * x);
        dotted(b, foot, Tone.DIM);
        dotted(ORIGIN, foot, Tone.FIRST);
        double away = Math.signum(along.get(0) * b.get(1) - along.get(1) * b.get(0));
        double gap = (away == 0 ? -1 : -away) * half * 2 / canvas.width() * 2;
        double x = -along.get(1) * gap;
        double y = along.get(0) * gap;
        if (Math.abs(length) >= SHORTEST / 2) {
            Tone tone = length < 0 ? Tone.WARN : Tone.RESULT;
            plot.thick(x, y, foot.get(0) + x, foot.get(1) + y, tone, Layer.CONSTRUCTION);
        }
    }

    /** The arc between the arrows, or a square corner where they are perpendicular. */
    private void angle() {
        if (radius < SHORTEST) {
            return;
        }
        if (!DotSentence.isPerpendicular(dot)) {
            plot.arc(radius, from, from + turn, 1, Tone.TEXT, Layer.CONSTRUCTION);
            return;
        }
        Vector along = polar(radius * 0.6, from);
        Vector up = polar(radius * 0.6, from + turn);
        for (Vector edge : List.of(along, up)) {
            line(edge, along.get(0) + up.get(0), along.get(1) + up.get(1), Tone.TEXT, Layer.CONSTRUCTION);
        }
    }

    /** The whole plane moves the focused arrow, each tip its own; the focused one lies on top. */
    private void handles() {
        boolean second = cursor.on("b");
        handle(second ? "b" : "a", canvas.area());
        handle(second ? "a" : "b", around(second ? a : b));
        handle(second ? "b" : "a", around(second ? b : a));
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
        double most = Double.MAX_VALUE / 4;
        return Scale.linear(
                Math.max(-most, scale.lo() * unit), Math.min(most, scale.hi() * unit), scale.from(), scale.to());
    }
}
