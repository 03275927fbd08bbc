package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Layer;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Derivative;

/** The curve of FIG.04 with the point, the tangent, the secant over ε and what the tangent misses. */
final class SlopeView {
    private final Derivative at;
    private final Canvas canvas;
    private final Window window;
    private final Plot plot;
    private final Labels labels;
    private final double x;
    private final double y;
    private final double besideX;
    private final double besideY;

    SlopeView(Derivative at, Canvas canvas) {
        this.at = at;
        this.canvas = canvas;
        this.window = Window.of(at, canvas.width(), canvas.height());
        this.plot = Plot.of(canvas, window.left(), window.right(), window.bottom(), window.top());
        this.labels = new Labels(canvas);
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
        curve();
        if (Double.isFinite(y)) {
            nudge();
            tangent();
        }
        plot.stamp();
        ticks();
        marks();
        words();
        canvas.handle(new Handle("x", 0, canvas.area(), plot.columns(), null));
    }

    /** A value a dot, joined where f is continuous: a pole or a jump stays open. */
    private void curve() {
        int dots = canvas.width() * 2;
        double step = (window.right() - window.left()) / (dots - 1);
        double a = window.left();
        double fa = at.f().at(a);
        for (int i = 1; i < dots; i++) {
            double b = window.left() + i * step;
            double fb = at.f().at(b);
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
            double fm = at.f().at(middle);
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

    private void ticks() {
        double step = window.tick(window.right() - window.left(), 9);
        int axis = Math.max(0, Math.min(canvas.height() - 2, plot.row(0)));
        for (double t = Math.ceil(window.left() / step) * step; t <= window.right(); t += step) {
            String text = Decimal.typeset(Decimal.significant(t, 3));
            boolean taken = Math.abs(t - x) < step * 0.6 || Math.abs(t - besideX) < step * 0.6;
            int left = plot.column(t) - canvas.width(text) / 2;
            if (Math.abs(t) > step / 2 && !taken && isClear(left, axis + 1, canvas.width(text))) {
                labels.put(left, axis + 1, text, Tone.DIM, Weight.PLAIN);
            }
        }
        double up = window.tick(window.top() - window.bottom(), Math.max(4, canvas.height() / 4));
        int column = plot.column(0);
        for (double t = Math.ceil(window.bottom() / up) * up; t <= window.top(); t += up) {
            String text = Decimal.typeset(Decimal.significant(t, 3));
            int left = column - canvas.width(text) - 1;
            if (Math.abs(t) > up / 2 && isClear(left, plot.row(t), canvas.width(text))) {
                labels.put(left, plot.row(t), text, Tone.DIM, Weight.PLAIN);
            }
        }
    }

    private void marks() {
        int axis = Math.max(0, Math.min(canvas.height() - 2, plot.row(0)));
        canvas.glyph(plot.column(x), axis, '▲', Tone.FIRST, Weight.BOLD);
        labels.put(plot.column(x), axis + 1, "x", Tone.FIRST, Weight.BOLD);
        if (Double.isFinite(y) && Double.isFinite(besideY) && plot.column(besideX) > plot.column(x)) {
            canvas.glyph(plot.column(besideX), axis, '▲', Tone.SECOND, Weight.BOLD);
            labels.put(plot.column(besideX) - 1, axis + 1, "x+ε", Tone.SECOND, Weight.BOLD);
            plot.mark(besideX, besideY, '○', Tone.SECOND, Weight.BOLD);
        }
        plot.mark(x, y, '●', Tone.FIRST, Weight.BOLD);
    }

    private void words() {
        String name = "f(x) = " + Decimal.typeset(at.f().toString());
        String shown = name.length() <= canvas.width() - 2 ? name : name.substring(0, canvas.width() - 5) + "...";
        beside(1, 0, shown, Tone.TEXT);
        if (!Double.isFinite(y)) {
            String why = at.noValue().orElse("no value");
            warned(why);
            return;
        }
        if (at.noSlope().isPresent()) {
            warned("no derivative here");
            slopeWords();
        }
        near(x, y, "f(x)", Tone.FIRST, at.slope() >= 0);
        if (!Double.isFinite(besideY) || plot.column(besideX) - plot.column(x) < 3) {
            tangentWord();
            return;
        }
        near(besideX, besideY, "f(x+ε)", Tone.SECOND, besideY >= y);
        tangentWord();
        double foretold = y + at.eps() * at.slope();
        int rows = Math.abs(plot.row(foretold) - plot.row(besideY));
        if (Double.isFinite(foretold) && rows >= 2) {
            labels.put(plot.column(besideX) + 2, plot.row((foretold + besideY) / 2), "miss", Tone.WARN, Weight.BOLD);
        }
        double half = x + at.eps() / 2;
        int below = plot.row(y) + (besideY >= y ? 1 : -1);
        if (isClear(plot.column(half), below, 1)) {
            labels.put(plot.column(half), below, "ε", Tone.SECOND, Weight.BOLD);
        }
        if (rows >= 2) {
            String word = "secant";
            int row = plot.row((y + besideY) / 2);
            tryAt(plot.column(half) - canvas.width(word) - 2, row, word, Tone.SECOND);
        }
    }

    /** Under or over x, else to the right or left of it; the sentence says it too where there is no place. */
    private void warned(String why) {
        int width = canvas.width(why);
        int at = plot.column(x);
        for (int wanted : new int[] {at - width / 2, at + 2, at - width - 1}) {
            int column = Math.max(1, Math.min(canvas.width() - width - 1, wanted));
            for (int below : new int[] {2, 3, -2, 4, -3, 5, -4}) {
                int row = Math.max(0, Math.min(canvas.height() - 1, plot.row(0) + below));
                if (plot.isFree(column, row, width) && labels.put(column, row, why, Tone.WARN, Weight.BOLD)) {
                    return;
                }
            }
        }
    }

    /** Beside a point, on the side away from the curve if it is clear there. */
    private void near(double px, double py, String text, Tone tone, boolean rising) {
        int column = plot.column(px);
        int row = plot.row(py);
        int left = column - canvas.width(text) - 1;
        int[][] places = {
            {left, row - 1},
            {left, row},
            {column + 2, row + 1},
            {column + 2, row},
            {column + 2, row - 1},
            {left, row + 1}
        };
        int first = rising ? 0 : 4;
        for (int i = 0; i < places.length; i++) {
            int[] place = places[(first + i) % places.length];
            if (tryAt(place[0], place[1], text, tone)) {
                return;
            }
        }
    }

    private void tangentWord() {
        if (at.noSlope().isPresent()) {
            return;
        }
        // On the side of the line where the curve is not.
        for (double share : new double[] {0.36, 0.42, 0.3, 0.22}) {
            for (int side : new int[] {-1, 1}) {
                double tx = x + side * share * window.halfWidth();
                double ty = y + at.slope() * (tx - x);
                boolean below = at.f().at(tx) > ty;
                boolean right = below == at.slope() >= 0;
                int column = right ? plot.column(tx) + 2 : plot.column(tx) - canvas.width("tangent") - 1;
                if (tryAt(column, plot.row(ty) + (below ? 1 : -1), "tangent", Tone.RESULT)) {
                    return;
                }
            }
        }
    }

    /** At a kink each half of the line has its own slope. */
    private void slopeWords() {
        double reach = 0.3 * window.halfWidth();
        String left = Decimal.drawn(at.left(), 2, 8);
        String right = Decimal.drawn(at.right(), 2, 8);
        int column = plot.column(x - reach) - (at.left() < 0 ? canvas.width(left) + 2 : 0);
        tryAt(column, plot.row(y - at.left() * reach) + 1 - (at.left() == 0 ? 2 : 0), left, Tone.RESULT);
        tryAt(plot.column(x + reach) + 2, plot.row(y + at.right() * reach) + 1, right, Tone.RESULT);
    }

    private boolean tryAt(int column, int row, String text, Tone tone) {
        return isClear(column, row, canvas.width(text)) && beside(column, row, text, tone);
    }

    private boolean beside(int column, int row, String text, Tone tone) {
        return labels.put(column, row, text, tone, Weight.BOLD);
    }

    /** Whether neither curve nor tangent nor axis runs through these cells. */
    private boolean isClear(int column, int row, int width) {
        double cell = (window.right() - window.left()) / canvas.width();
        for (int c = column; c < column + width; c++) {
            double a = window.left() + c * cell;
            boolean crossed = crosses(at.f().at(a), at.f().at(a + cell), row)
                    || crosses(y + at.slope() * (a - x), y + at.slope() * (a + cell - x), row)
                    || c == plot.column(0)
                    || c == plot.column(besideX) && crosses(y, besideY, row)
                    || c >= plot.column(x) && c <= plot.column(besideX) && row == plot.row(y);
            if (crossed) {
                return false;
            }
        }
        return row != plot.row(0);
    }

    private boolean crosses(double from, double to, int row) {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            return false;
        }
        return row >= plot.row(Math.max(from, to)) && row <= plot.row(Math.min(from, to));
    }
}
