package dev.nabla.figure.derivative;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Layer;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.math.expression.Derivative;

/** The curve of FIG.04 with the point, the tangent, the secant over ε and what the tangent misses. */
final class SlopeView {
    private final Derivative at;
    private final Canvas canvas;
    private final SlopeWindow window;
    private final Plot plot;
    private final double x;
    private final double y;
    private final double besideX;
    private final double besideY;

    SlopeView(Derivative at, Canvas canvas) {
        this.at = at;
        this.canvas = canvas;
        this.window = SlopeWindow.of(at, canvas.width(), canvas.height());
        this.plot = Plot.of(canvas, window.left(), window.right(), window.bottom(), window.top());
        this.x = at.x();
        this.y = at.value();
        this.besideX = x + at.eps();
        this.besideY = at.f().at(besideX);
    }

    void draw() {
        if (!window.isDrawable()) {
            canvas.put(1, 1, "too far out to draw", Tone.WARN);
            canvas.put(1, 2, "the numbers are on the right", Tone.DIM);
            return;
        }
        plot.dotted(window.left(), 0, window.right(), 0, Tone.GRID, Layer.SCALE);
        plot.dotted(0, window.bottom(), 0, window.top(), Tone.GRID, Layer.SCALE);
        new SlopeGraph(at.f(), window, plot).draw(canvas.width() * 2);
        if (Double.isFinite(y)) {
            nudge();
            tangent();
        }
        plot.stamp();
        SlopeSpace space = new SlopeSpace(at, canvas, window, plot);
        new SlopeAxes(space).draw();
        new SlopeLabels(space).draw();
        canvas.handle(new Handle("x", 0, canvas.area(), plot.columns(), null));
    }

    /** ε to the right, the secant over it, and what the tangent misses at its end. */
    private void nudge() {
        if (!Double.isFinite(besideY)) {
            return;
        }
        plot.dotted(x, y, besideX, y, Tone.SECOND, Layer.CONSTRUCTION);
        plot.dotted(x, y, besideX, besideY, Tone.SECOND, Layer.CONSTRUCTION);
        double foretold = y + at.eps() * at.slope();
        double foot = Double.isFinite(foretold) ? foretold : besideY;
        plot.dotted(besideX, y, besideX, foot, Tone.SECOND, Layer.CONSTRUCTION);
        if (plot.shows(besideX, foretold) && plot.shows(besideX, besideY)) {
            double dot = (window.right() - window.left()) / (canvas.width() * 2 - 1);
            plot.line(besideX, foretold, besideX, besideY, Tone.WARN, Layer.DATA);
            plot.line(besideX + dot, foretold, besideX + dot, besideY, Tone.WARN, Layer.DATA);
        } else if (Double.isFinite(foretold)) {
            plot.dotted(besideX, foretold, besideX, besideY, Tone.WARN, Layer.CONSTRUCTION);
        }
    }

    /** The tangent; at a kink half a line to each side. */
    private void tangent() {
        double reach = 0.45 * window.halfWidth();
        double from = x - reach;
        double to = Math.max(x + reach, besideX + reach / 3);
        plot.line(from, y - at.left() * (x - from), x, y, Tone.RESULT, Layer.CONSTRUCTION);
        plot.line(x, y, to, y + at.right() * (to - x), Tone.RESULT, Layer.CONSTRUCTION);
    }
}
