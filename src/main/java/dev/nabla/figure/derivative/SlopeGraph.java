package dev.nabla.figure.derivative;

import dev.nabla.frame.Layer;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.math.expression.Expression;

/**
 * The curve of FIG.04, a value a dot, joined where f is continuous: a pole or a jump stays open.
 *
 * @param f the function
 * @param window the part of the plane that is seen
 * @param plot what it is drawn on
 */
record SlopeGraph(Expression f, SlopeWindow window, Plot plot) {

    void draw(int dots) {
        double step = (window.right() - window.left()) / (dots - 1);
        double a = window.left();
        double fa = f.at(a);
        for (int i = 1; i < dots; i++) {
            double b = window.left() + i * step;
            double fb = f.at(b);
            boolean seen = Math.min(fa, fb) <= window.top() && Math.max(fa, fb) >= window.bottom();
            boolean steep = Math.abs(fb - fa) > (window.top() - window.bottom()) / 4;
            if (seen && (!steep || isJoined(a, fa, b, fb))) {
                plot.line(a, fa, b, fb, Tone.TEXT, Layer.DATA);
            }
            a = b;
            fa = fb;
        }
    }

    /** Whether the step from a to b shrinks as the two come together; at a pole or a jump it does not. */
    private boolean isJoined(double a, double fa, double b, double fb) {
        double whole = Math.abs(fb - fa);
        double lo = a;
        double flo = fa;
        double hi = b;
        double fhi = fb;
        for (int i = 0; i < 40; i++) {
            double middle = lo + (hi - lo) / 2;
            double fm = f.at(middle);
            if (!Double.isFinite(fm)) {
                return false;
            }
            if (Math.abs(fm - flo) > Math.abs(fhi - fm)) {
                hi = middle;
                fhi = fm;
            } else {
                lo = middle;
                flo = fm;
            }
        }
        return Math.abs(fhi - flo) < whole / 2;
    }
}
