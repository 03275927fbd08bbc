package dev.nabla.figure.dot;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Layer;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.List;

/** Two vectors of the plane as arrows from the origin, with the unit circle, the angle between them and b's shadow on a. */
final class Arrows {
    private static final double ACROSS = 1.55;
    private static final double UP = 1.38;
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

    Arrows(Dot dot, ViewState<Dot> cursor, Canvas canvas) {
        this.dot = dot;
        this.cursor = cursor;
        this.canvas = canvas;
        double upright =
                UP * canvas.width() / (2.0 * canvas.height()) * canvas.font().aspect() / 2;
        this.half = Math.max(ACROSS, upright);
        double top =
                half * 2 * canvas.height() / canvas.width() * 2 / canvas.font().aspect();
        this.unit = unit(dot, half, top);
        this.a = dot.a().map(x -> x / unit);
        this.b = dot.b().map(x -> x / unit);
        this.plot = Plot.square(canvas, -half, half);
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
        cursor.pinned().filter(other -> other.a().size() == 2).ifPresent(this::pinned);
        shadow();
        angle();
        arrow(a, Tone.FIRST);
        arrow(b, Tone.SECOND);
        plot.stamp();
        new ArrowLabels(dot, a, b, plot, canvas).draw(radius(), radius() < SHORTEST ? 0 : direction(a), turn(), unit);
        handles();
    }

    private void pinned(Dot other) {
        plot.dotted(0, 0, other.a().get(0) / unit, other.a().get(1) / unit, Tone.FIRST, Layer.CONSTRUCTION);
        plot.dotted(0, 0, other.b().get(0) / unit, other.b().get(1) / unit, Tone.SECOND, Layer.CONSTRUCTION);
    }

    private void arrow(Vector v, Tone tone) {
        double length = v.norm();
        if (length < SHORTEST) {
            return;
        }
        plot.thick(0, 0, v.get(0), v.get(1), tone, Layer.DATA);
        double back = StrictMath.atan2(v.get(1), v.get(0)) + Math.PI;
        double head = Math.min(HEAD, length / 2);
        for (double turn : new double[] {-HEAD_ANGLE, HEAD_ANGLE}) {
            plot.line(
                    v.get(0),
                    v.get(1),
                    v.get(0) + head * StrictMath.cos(back + turn),
                    v.get(1) + head * StrictMath.sin(back + turn),
                    tone,
                    Layer.DATA);
        }
    }

    /** b's shadow on a, drawn beside a on the side away from b, and the ray of light that casts it. */
    private void shadow() {
        if (dot.isZero()) {
            return;
        }
        double length = dot.projection().getAsDouble() / unit;
        Vector along = a.map(x -> x / a.norm());
        double footX = length * along.get(0);
        double footY = length * along.get(1);
        plot.dotted(b.get(0), b.get(1), footX, footY, Tone.DIM, Layer.CONSTRUCTION);
        plot.dotted(0, 0, footX, footY, Tone.FIRST, Layer.CONSTRUCTION);
        double away = Math.signum(along.get(0) * b.get(1) - along.get(1) * b.get(0));
        double gap = (away == 0 ? -1 : -away) * half * 2 / canvas.width() * 2;
        double asideX = -along.get(1) * gap;
        double asideY = along.get(0) * gap;
        Tone tone = length < 0 ? Tone.WARN : Tone.RESULT;
        if (Math.abs(length) >= SHORTEST / 2) {
            plot.thick(asideX, asideY, footX + asideX, footY + asideY, tone, Layer.CONSTRUCTION);
        }
    }

    /** The arc between the arrows, or a square corner where they are perpendicular. */
    private void angle() {
        double radius = radius();
        if (radius < SHORTEST) {
            return;
        }
        double from = direction(a);
        double turn = turn();
        if (DotSentence.word(dot).equals("perpendicular")) {
            double side = radius * 0.6;
            double cornerX = side * (StrictMath.cos(from) + StrictMath.cos(from + turn));
            double cornerY = side * (StrictMath.sin(from) + StrictMath.sin(from + turn));
            for (double edge : new double[] {from, from + turn}) {
                plot.line(
                        side * StrictMath.cos(edge),
                        side * StrictMath.sin(edge),
                        cornerX,
                        cornerY,
                        Tone.TEXT,
                        Layer.CONSTRUCTION);
            }
        } else {
            plot.arc(radius, from, from + turn, 1, Tone.TEXT, Layer.CONSTRUCTION);
        }
    }

    private double radius() {
        return dot.isZero() ? 0 : Math.min(0.4, 0.6 * Math.min(a.norm(), b.norm()));
    }

    private static double direction(Vector v) {
        return StrictMath.atan2(v.get(1), v.get(0));
    }

    /** The way from a to b, −π to π. */
    private double turn() {
        double way = direction(b) - direction(a);
        return way > Math.PI ? way - 2 * Math.PI : way < -Math.PI ? way + 2 * Math.PI : way;
    }

    /** The whole plane moves the focused arrow, each tip its own; the focused one lies on top. */
    private void handles() {
        String focused = cursor.on("b") ? "b" : "a";
        handle(focused, canvas.area());
        handle(focused.equals("a") ? "b" : "a", around(focused.equals("a") ? b : a));
        handle(focused, around(focused.equals("a") ? a : b));
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
