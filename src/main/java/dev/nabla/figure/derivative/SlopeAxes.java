package dev.nabla.figure.derivative;

import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;

/** The axes of FIG.04: round numbers where there is room for them, the point and the one beside it. */
record SlopeAxes(SlopeSpace space) {

    void draw() {
        marks();
        across();
        up();
    }

    /** Whether there is a second point, and apart from the first. */
    private boolean isPushed() {
        return Double.isFinite(space.y)
                && Double.isFinite(space.besideY)
                && space.plot.column(space.besideX) > space.plot.column(space.x);
    }

    private void across() {
        boolean pushed = isPushed();
        double step = space.window.tick(space.window.right() - space.window.left(), 9);
        int axis = Math.max(0, Math.min(space.canvas.height() - 2, space.plot.row(0)));
        for (double t = Math.ceil(space.window.left() / step) * step; t <= space.window.right(); t += step) {
            String text = Decimal.typeset(Decimal.significant(t, 3));
            boolean taken = Math.abs(t - space.x) < step * 0.6 || pushed && Math.abs(t - space.besideX) < step * 0.6;
            int left = space.plot.column(t) - space.canvas.width(text) / 2;
            if (Math.abs(t) > step / 2 && !taken && space.isClear(left, axis + 1, space.canvas.width(text))) {
                space.labels.put(left, axis + 1, text, Tone.DIM, Weight.PLAIN);
            }
        }
    }

    private void up() {
        double up =
                space.window.tick(space.window.top() - space.window.bottom(), Math.max(4, space.canvas.height() / 4));
        int column = space.plot.column(0);
        for (double t = Math.ceil(space.window.bottom() / up) * up; t <= space.window.top(); t += up) {
            String text = Decimal.typeset(Decimal.significant(t, 3));
            int left = column - space.canvas.width(text) - 1;
            if (Math.abs(t) > up / 2 && space.isClear(left, space.plot.row(t), space.canvas.width(text))) {
                space.labels.put(left, space.plot.row(t), text, Tone.DIM, Weight.PLAIN);
            }
        }
    }

    private void marks() {
        int axis = Math.max(0, Math.min(space.canvas.height() - 2, space.plot.row(0)));
        space.canvas.glyph(space.plot.column(space.x), axis, '▲', Tone.FIRST, Weight.BOLD);
        space.labels.put(space.plot.column(space.x), axis + 1, "x", Tone.FIRST, Weight.BOLD);
        if (isPushed()) {
            space.canvas.glyph(space.plot.column(space.besideX), axis, '▲', Tone.SECOND, Weight.BOLD);
            int last = space.canvas.width() - space.canvas.width("x+ε");
            int left = space.plot.column(space.besideX) - 1;
            if (left <= last || space.isClear(last, axis + 1, space.canvas.width("x+ε"))) {
                space.labels.put(Math.min(left, last), axis + 1, "x+ε", Tone.SECOND, Weight.BOLD);
            }
            space.plot.mark(space.besideX, space.besideY, '○', Tone.SECOND, Weight.BOLD);
        }
        space.plot.mark(space.x, space.y, '●', Tone.FIRST, Weight.BOLD);
    }
}
