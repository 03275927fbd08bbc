package dev.nabla.figure.derivative;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.expression.Derivative;
import java.util.List;
import java.util.stream.IntStream;

/** What surrounds the point of FIG.04 and where words may stand without lying on it. */
final class SlopeSpace {
    final Derivative at;
    final Canvas canvas;
    final SlopeWindow window;
    final Plot plot;
    final Labels labels;
    /** The point, and the one that is ε to its right. */
    final double x;

    final double y;
    final double besideX;
    final double besideY;

    SlopeSpace(Derivative at, Canvas canvas, SlopeWindow window, Plot plot) {
        this.at = at;
        this.canvas = canvas;
        this.window = window;
        this.plot = plot;
        this.labels = new Labels(canvas);
        this.x = at.x();
        this.y = at.value();
        this.besideX = x + at.eps();
        this.besideY = at.f().at(besideX);
    }

    /** The first of some places that is clear with a blank around it, a cell aside if need be; else the first clear one. */
    boolean tryAt(List<Place> places, String text, Tone tone) {
        return places.stream().anyMatch(place -> IntStream.of(0, 1, -1)
                        .anyMatch(aside -> tryAt(place.column() + aside, place.row(), 1, text, tone)))
                || places.stream().anyMatch(place -> tryAt(place.column(), place.row(), 0, text, tone));
    }

    private boolean tryAt(int column, int row, int margin, String text, Tone tone) {
        return isClear(column - margin, row, canvas.width(text) + 2 * margin)
                && labels.put(column, row, text, tone, Weight.BOLD);
    }

    boolean tryAt(int column, int row, String text, Tone tone) {
        return tryAt(List.of(new Place(column, row)), text, tone);
    }

    /** Where a word may begin. */
    record Place(int column, int row) {}

    /** Whether neither curve nor tangent nor axis runs through these cells. */
    boolean isClear(int column, int row, int width) {
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

    boolean crosses(double from, double to, int row) {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            return false;
        }
        return row >= plot.row(Math.max(from, to)) && row <= plot.row(Math.min(from, to));
    }
}
