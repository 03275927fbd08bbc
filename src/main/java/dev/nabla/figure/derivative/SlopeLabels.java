package dev.nabla.figure.derivative;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers and words in the picture of FIG.04: each beside what it names, or left out where it would lie on a line. */
final class SlopeLabels {
    private static final String TANGENT = "tangent";

    private final Derivative at;
    private final Canvas canvas;
    private final SlopeWindow window;
    private final Plot plot;
    private final Labels labels;
    /** The point, and the one that is ε to its right. */
    private final double x;

    private final double y;
    private final double besideX;
    private final double besideY;
    private final int column;
    private final int besideColumn;
    /** The row of the x axis, or of the edge that it lies beyond. */
    private final int axis;

    SlopeLabels(Derivative at, Canvas canvas, SlopeWindow window, Plot plot) {
        this.at = at;
        this.canvas = canvas;
        this.window = window;
        this.plot = plot;
        this.labels = new Labels(canvas);
        this.x = at.x();
        this.y = at.value();
        this.besideX = x + at.eps();
        this.besideY = at.f().at(besideX);
        this.column = plot.column(x);
        this.besideColumn = plot.column(besideX);
        this.axis = Math.max(0, Math.min(canvas.height() - 2, plot.row(0)));
    }

    void draw() {
        boolean second = Double.isFinite(y) && Double.isFinite(besideY) && besideColumn > column;
        marks(second);
        across(second);
        up();
        name();
        if (!Double.isFinite(y)) {
            warned(at.noValue().orElse("no value"));
            return;
        }
        if (at.noSlope().isPresent()) {
            warned("no derivative here");
            slopeWords();
        }
        near(column, plot.row(y), "f(x)", Tone.FIRST, at.slope() >= 0);
        boolean pushed = Double.isFinite(besideY) && besideColumn - column >= 3;
        if (pushed) {
            near(besideColumn, plot.row(besideY), "f(x+ε)", Tone.SECOND, besideY >= y);
        }
        tangentWord();
        if (pushed) {
            push();
        }
    }

    private void marks(boolean second) {
        canvas.glyph(column, axis, '▲', Tone.FIRST, Weight.BOLD);
        labels.put(column, axis + 1, "x", Tone.FIRST, Weight.BOLD);
        if (second) {
            canvas.glyph(besideColumn, axis, '▲', Tone.SECOND, Weight.BOLD);
            int width = canvas.width("x+ε");
            int last = canvas.width() - width;
            if (besideColumn - 1 <= last || isClear(last, axis + 1, width)) {
                labels.put(Math.min(besideColumn - 1, last), axis + 1, "x+ε", Tone.SECOND, Weight.BOLD);
            }
            plot.mark(besideX, besideY, '○', Tone.SECOND, Weight.BOLD);
        }
        plot.mark(x, y, '●', Tone.FIRST, Weight.BOLD);
    }

    private void across(boolean second) {
        double step = SlopeWindow.tick(window.right() - window.left(), 9);
        for (double t = Math.ceil(window.left() / step) * step; t <= window.right(); t += step) {
            boolean taken = Math.abs(t - x) < step * 0.6 || second && Math.abs(t - besideX) < step * 0.6;
            if (Math.abs(t) > step / 2 && !taken) {
                String text = number(t);
                tick(plot.column(t) - canvas.width(text) / 2, axis + 1, text);
            }
        }
    }

    private void up() {
        double step = SlopeWindow.tick(window.top() - window.bottom(), Math.max(4, canvas.height() / 4));
        for (double t = Math.ceil(window.bottom() / step) * step; t <= window.top(); t += step) {
            if (Math.abs(t) > step / 2) {
                String text = number(t);
                tick(plot.column(0) - canvas.width(text) - 1, plot.row(t), text);
            }
        }
    }

    private static String number(double tick) {
        return Decimal.typeset(Decimal.significant(tick, 3));
    }

    private void tick(int left, int row, String text) {
        if (isClear(left, row, canvas.width(text))) {
            labels.put(left, row, text, Tone.DIM, Weight.PLAIN);
        }
    }

    private void name() {
        String name = "f(x) = " + Decimal.typeset(at.f().toString());
        String shown = name.length() <= canvas.width() - 2 ? name : name.substring(0, canvas.width() - 5) + "...";
        labels.put(1, 0, shown, Tone.TEXT, Weight.BOLD);
    }

    /** What the push is, the secant over it, and what the tangent misses, where they are large enough to be named. */
    private void push() {
        double foretold = y + at.eps() * at.slope();
        int rows = Math.abs(plot.row(foretold) - plot.row(besideY));
        if (Double.isFinite(foretold) && rows >= 2) {
            labels.put(besideColumn + 2, plot.row((foretold + besideY) / 2), "miss", Tone.WARN, Weight.BOLD);
        }
        int half = plot.column(x + at.eps() / 2);
        int below = plot.row(y) + (besideY >= y ? 1 : -1);
        if (isClear(half, below, 1)) {
            labels.put(half, below, "ε", Tone.SECOND, Weight.BOLD);
        }
        if (rows >= 2) {
            int left = half - canvas.width("secant") - 2;
            tryAt(List.of(new Place(left, plot.row((y + besideY) / 2))), "secant", Tone.SECOND);
        }
    }

    /** Under or over x, else to the right or left of it; the sentence says it too where there is no place. */
    private void warned(String why) {
        int width = canvas.width(why);
        for (int wanted : new int[] {column - width / 2, column + 2, column - width - 1}) {
            int left = Math.max(1, Math.min(canvas.width() - width - 1, wanted));
            for (int below : new int[] {2, 3, -2, 4, -3, 5, -4}) {
                int row = Math.max(0, Math.min(canvas.height() - 1, plot.row(0) + below));
                if (plot.isFree(left, row, width) && labels.put(left, row, why, Tone.WARN, Weight.BOLD)) {
                    return;
                }
            }
        }
    }

    /** Beside a point, on the side away from the curve if it is clear there. */
    private void near(int point, int row, String text, Tone tone, boolean rising) {
        int left = point - canvas.width(text) - 1;
        int right = point + 2;
        List<Place> places = Arrays.asList(
                new Place(left, row - 1),
                new Place(left, row),
                new Place(right, row + 1),
                new Place(right, row),
                new Place(right, row - 1),
                new Place(left, row + 1));
        Collections.rotate(places, rising ? 0 : 2);
        tryAt(places, text, tone);
    }

    private void tangentWord() {
        if (at.noSlope().isPresent()) {
            return;
        }
        List<Place> places = new ArrayList<>();
        for (double share : new double[] {0.36, 0.42, 0.3, 0.22}) {
            places.add(besideTangent(x - share * window.halfWidth()));
            places.add(besideTangent(x + share * window.halfWidth()));
        }
        tryAt(places, TANGENT, Tone.RESULT);
    }

    /** On the side of the line where the curve is not. */
    private Place besideTangent(double there) {
        double height = y + at.slope() * (there - x);
        boolean below = at.f().at(there) > height;
        boolean right = below == at.slope() >= 0;
        int left = plot.column(there) + (right ? 2 : -1 - canvas.width(TANGENT));
        return new Place(left, plot.row(height) + (below ? 1 : -1));
    }

    /** At a kink each half of the line has its own slope. */
    private void slopeWords() {
        double reach = 0.3 * window.halfWidth();
        String before = Decimal.drawn(at.left(), 2, 8);
        int left = plot.column(x - reach) - (at.left() < 0 ? canvas.width(before) + 2 : 0);
        int row = plot.row(y - at.left() * reach) + (at.left() == 0 ? -1 : 1);
        tryAt(List.of(new Place(left, row)), before, Tone.RESULT);
        Place behind = new Place(plot.column(x + reach) + 2, plot.row(y + at.right() * reach) + 1);
        tryAt(List.of(behind), Decimal.drawn(at.right(), 2, 8), Tone.RESULT);
    }

    /** Where a word may begin. */
    private record Place(int column, int row) {}

    /** At the first of some places that is clear with a blank around it, a cell aside if need be; else at the first clear one. */
    private void tryAt(List<Place> places, String text, Tone tone) {
        boolean done = places.stream().anyMatch(place -> IntStream.of(0, 1, -1)
                .anyMatch(aside -> tryAt(place.column + aside, place.row, 1, text, tone)));
        if (!done) {
            places.stream().anyMatch(place -> tryAt(place.column, place.row, 0, text, tone));
        }
    }

    private boolean tryAt(int left, int row, int margin, String text, Tone tone) {
        return isClear(left - margin, row, canvas.width(text) + 2 * margin)
                && labels.put(left, row, text, tone, Weight.BOLD);
    }

    /** Whether neither a line nor an axis runs through these cells. */
    private boolean isClear(int left, int row, int width) {
        boolean axis = left <= plot.column(0) && plot.column(0) < left + width;
        return row != plot.row(0) && !axis && plot.isFree(left, row, width);
    }
}
