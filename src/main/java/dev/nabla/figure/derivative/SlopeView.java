package dev.nabla.figure.derivative;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.math.expression.Derivative;

/**
 * Draws the curve of FIG.04 with the point, the tangent, the secant over ε and the error of the tangent.
 *
 * @param hidden whether an open guess hides the slope and everything that reveals it
 * @param window the visible part of the plane
 * @param plot plot of the whole canvas
 */
record SlopeView(Derivative at, boolean hidden, Canvas canvas, SlopeWindow window, Plot plot) {
    static SlopeView of(Derivative at, boolean hidden, Canvas canvas) {
        SlopeWindow window = SlopeWindow.of(at, canvas.width(), canvas.height());
        Plot plot = Plot.of(canvas, window.left(), window.right(), window.bottom(), window.top());
        return new SlopeView(at, hidden, canvas, window, plot);
    }

    void draw() {
        if (!window.isDrawable()) {
            canvas.put(1, 1, "too far out to draw", Tone.WARN);
            return;
        }
        plot.dotted(window.left(), 0, window.right(), 0, Tone.GRID, DrawOrder.SCALE);
        plot.dotted(0, window.bottom(), 0, window.top(), Tone.GRID, DrawOrder.SCALE);
        curve();
        if (Double.isFinite(at.value()) && !hidden) {
            nudge(at.x(), at.value());
            tangent(at.x(), at.value());
        }
        plot.stamp();
        new SlopeLabels(at, hidden, canvas, window, plot, new Labels(canvas)).draw();
        canvas.handle(new Handle("x", 0, canvas.area(), plot.columns(), null));
    }

    /**
     * Draws the curve with one value per dot column. Values are joined where f is continuous, so that a pole or a jump
     * leaves a gap.
     */
    private void curve() {
        int dots = canvas.width() * 2;
        double step = (window.right() - window.left()) / (dots - 1);
        double steep = (window.top() - window.bottom()) / 4;
        double a = window.left();
        double fa = at.f().value(a);
        for (int i = 1; i < dots; i++) {
            double b = window.left() + i * step;
            double fb = at.f().value(b);
            boolean seen = Math.min(fa, fb) <= window.top() && Math.max(fa, fb) >= window.bottom();
            if (seen && (Math.abs(fb - fa) <= steep || isJoined(fa, at.f().value((a + b) / 2), fb))) {
                plot.line(a, fa, b, fb, Tone.TEXT, DrawOrder.DATA);
            }
            a = b;
            fa = fb;
        }
    }

    /**
     * Returns whether f is continuous over a step. At a pole or a jump, one half of the step changes as much as the
     * whole, or more.
     */
    private static boolean isJoined(double from, double middle, double to) {
        return Math.max(Math.abs(middle - from), Math.abs(to - middle)) < 0.98 * Math.abs(to - from);
    }

    /** Draws ε as a step to the right, the secant over it, and the error of the tangent at its end. */
    private void nudge(double x, double y) {
        double besideX = x + at.eps();
        double besideY = at.f().value(besideX);
        plot.dotted(x, y, besideX, y, Tone.SECOND, DrawOrder.CONSTRUCTION);
        plot.dotted(x, y, besideX, besideY, Tone.SECOND, DrawOrder.CONSTRUCTION);
        double predicted = y + at.eps() * at.slope();
        plot.dotted(
                besideX,
                y,
                besideX,
                Double.isFinite(predicted) ? predicted : besideY,
                Tone.SECOND,
                DrawOrder.CONSTRUCTION);
        plot.thick(besideX, predicted, besideX, besideY, Tone.WARN, DrawOrder.DATA);
    }

    /** Draws the tangent; at a kink it has another slope on each side. */
    private void tangent(double x, double y) {
        double reach = 0.45 * window.halfWidth();
        double from = x - reach;
        double to = Math.max(x + reach, x + at.eps() + reach / 3);
        plot.line(from, y - at.left() * (x - from), x, y, Tone.RESULT, DrawOrder.CONSTRUCTION);
        plot.line(x, y, to, y + at.right() * (to - x), Tone.RESULT, DrawOrder.CONSTRUCTION);
    }
}
