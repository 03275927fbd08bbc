package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Layer;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** A bowl of two dimensions seen from above: contours, the path fading into the past, the ball and where it lands next. */
final class Bowl {
    private static final double HALF_VIEW = 3;
    private static final int MOST_CONTOURS = 6;
    private static final int MOST_MARKS = 24;
    private static final int MOST_SEGMENTS = 400;

    private final Descent descent;
    private final Cursor<Descent> cursor;
    private final List<Vector> path;
    private final Vector theta;
    private final Canvas canvas;
    private final Plot plot;

    Bowl(Descent descent, Cursor<Descent> cursor, List<Vector> path, Canvas canvas) {
        this.descent = descent;
        this.cursor = cursor;
        this.path = path;
        this.theta = path.get(path.size() - 1);
        this.canvas = canvas;
        double half = halfView(descent.start(), canvas);
        this.plot = Plot.square(canvas, -half, half);
    }

    /** 3, doubled until the start is inside: the view never follows the ball, so a diverging one is seen to leave. */
    private static double halfView(Vector start, Canvas canvas) {
        double half = HALF_VIEW;
        double flat = 2.0 * canvas.height() / canvas.width();
        while (Math.abs(start.get(0)) > half || Math.abs(start.get(1)) > half * flat) {
            half *= 2;
        }
        return half;
    }

    void draw() {
        List<Double> levels = levels();
        for (int i = 0; i < levels.size(); i++) {
            plot.contour(this::loss, levels.get(i), contourTone(i, levels.size()));
        }
        cursor.pinned().ifPresent(this::pinned);
        run();
        plot.stamp();
        levelLabels(levels);
        plot.mark(0, 0, '+', Tone.TEXT, Weight.BOLD);
        cursor.pinned()
                .map(Descent::path)
                .map(run -> run.get(run.size() - 1))
                .ifPresent(end -> plot.mark(end.get(0), end.get(end.size() - 1), '■', Tone.FIRST, Weight.BOLD));
        marks();
        ball();
        canvas.handle(new Handle("start", 0, canvas.area(), plot.columns(), plot.rows()));
    }

    private double loss(double x, double y) {
        return (descent.curvature().get(0) * x * x + descent.curvature().get(1) * y * y) / 2;
    }

    /** Six levels 1-2-5 from the loss near the rim downwards, the largest first; none where that loss is no number. */
    private List<Double> levels() {
        double rim = loss(plot.columns().hi(), 0.7 * plot.columns().hi());
        List<Double> levels = new ArrayList<>();
        double decade = Double.isFinite(rim) ? Math.pow(10, Math.floor(Math.log10(rim))) : 0;
        while (levels.size() < MOST_CONTOURS && decade > 0) {
            for (double factor : new double[] {5, 2, 1}) {
                double level = Double.parseDouble(Decimal.significant(factor * decade, 1));
                if (level <= rim && levels.size() < MOST_CONTOURS) {
                    levels.add(level);
                }
            }
            decade /= 10;
        }
        return levels;
    }

    private static Tone contourTone(int i, int count) {
        return i * 3 < count ? Tone.CONTOUR1 : i * 3 < 2 * count ? Tone.CONTOUR2 : Tone.CONTOUR3;
    }

    /** Each level's number where its contour crosses the diagonal to the lower right; the outer ones first. */
    private void levelLabels(List<Double> levels) {
        Labels labels = new Labels(canvas);
        for (double level : levels) {
            double x = Math.sqrt(level / loss(1, -0.75));
            String text = Decimal.significant(level, 2);
            if (plot.shows(x, -0.75 * x)) {
                labels.put(plot.column(x), plot.row(-0.75 * x), text, Tone.DIM, Weight.PLAIN);
            }
        }
    }

    private void pinned(Descent other) {
        List<Vector> run = other.path();
        for (int t = Math.max(1, run.size() - MOST_SEGMENTS); t < run.size(); t++) {
            Vector a = run.get(t - 1);
            Vector b = run.get(t);
            plot.dotted(a.get(0), a.get(1), b.get(0), b.get(1), Tone.FIRST, Layer.CONSTRUCTION);
        }
    }

    private void run() {
        for (int t = Math.max(1, path.size() - MOST_SEGMENTS); t < path.size(); t++) {
            Vector a = path.get(t - 1);
            Vector b = path.get(t);
            plot.line(a.get(0), a.get(1), b.get(0), b.get(1), age(t), Layer.DATA);
        }
    }

    private Tone age(int t) {
        int left = path.size() - 1 - t;
        return left < 2 ? Tone.PATH2 : left < 6 ? Tone.PATH1 : Tone.PATH0;
    }

    /** Where each step landed; outside the view an arrow at the edge. In ASCII the steps are numbered. */
    private void marks() {
        if (path.size() > MOST_MARKS) {
            plot.mark(path.get(0).get(0), path.get(0).get(1), '○', Tone.TEXT, Weight.PLAIN);
        }
        for (int t = Math.max(0, path.size() - MOST_MARKS); t < path.size() - 1; t++) {
            Vector at = path.get(t);
            boolean numbered = canvas.glyphs() == Glyphs.ASCII;
            char dot = numbered ? (char) ('0' + t % 10) : t == 0 ? '○' : '•';
            if (plot.shows(at.get(0), at.get(1))) {
                plot.mark(at.get(0), at.get(1), dot, t == 0 ? Tone.TEXT : age(t), Weight.PLAIN);
            } else if (at.isFinite()) {
                edge(at, age(t), Weight.PLAIN);
            }
        }
    }

    private void ball() {
        if (!theta.isFinite()) {
            String words = " the ball is gone: L = " + Decimal.drawn(descent.loss(theta), 0, 9) + " ";
            canvas.middle(canvas.width() / 2, canvas.height() * 3 / 4, words, Tone.WARN, Weight.BOLD);
            return;
        }
        Vector next = descent.withSteps(Math.min(descent.steps() + 1, Descent.MOST_STEPS))
                .path()
                .get(path.size());
        plot.mark(next.get(0), next.get(1), '○', Tone.RESULT, Weight.BOLD);
        if (plot.shows(theta.get(0), theta.get(1))) {
            plot.mark(theta.get(0), theta.get(1), '●', Tone.SECOND, Weight.BOLD);
        } else {
            outside();
        }
    }

    /** The ball beyond the edge: an arrow there and the coordinate that took it out. */
    private void outside() {
        edge(theta, Tone.WARN, Weight.BOLD);
        int far = beyond(theta);
        String label = "● θ" + SoftmaxFigure.index(far) + " = " + Decimal.drawn(theta.get(far), 1, 8);
        int x = Math.min(column(theta) + 2, canvas.width() - canvas.width(label));
        int y = row(theta);
        canvas.put(x, y == 0 ? 0 : Math.min(y, canvas.height() - 1), label, Tone.WARN, Weight.BOLD);
    }

    private void edge(Vector at, Tone tone, Weight weight) {
        boolean upright = beyond(at) == 1;
        char arrow = upright ? (at.get(1) > 0 ? '▲' : '▼') : at.get(0) > 0 ? '►' : '◄';
        canvas.glyph(column(at), row(at), arrow, tone, weight);
    }

    /** The component that is farther outside, in halves of the view. */
    private int beyond(Vector at) {
        double across = Math.abs(at.get(0)) / plot.columns().hi();
        return Math.abs(at.get(1)) / plot.rows().hi() > across ? 1 : 0;
    }

    private int column(Vector at) {
        return Math.max(0, Math.min(canvas.width() - 1, plot.column(at.get(0))));
    }

    private int row(Vector at) {
        return Math.max(0, Math.min(canvas.height() - 1, plot.row(at.get(1))));
    }
}
