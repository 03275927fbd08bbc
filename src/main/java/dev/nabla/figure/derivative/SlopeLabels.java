package dev.nabla.figure.derivative;

import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Writes the numbers and words in the picture of FIG.04. A label stands beside what it names, or is left out where it
 * would cover a line.
 *
 * @param hidden whether an open guess hides the slope
 * @param labels labels placed so far, which new ones must not overlap
 */
record SlopeLabels(Derivative at, boolean hidden, Canvas canvas, SlopeWindow window, Plot plot, Labels labels) {
    /** Cells between x and x + ε from which on ε has a label of its own. */
    private static final int LEAST_NUDGE = 4;

    void draw() {
        String name = "f(x) = " + Decimal.typeset(at.f().toString());
        labels.put(1, 0, Readout.cut(name, canvas.width() - 2), Tone.TEXT, Weight.BOLD);
        at.noSlope().ifPresent(why -> {
            String trouble = at.noValue().orElse("no derivative here");
            labels.put(1, 1, trouble, Tone.WARN, Weight.BOLD);
        });
        int column = plot.column(at.x());
        double besideX = at.x() + at.eps();
        double besideY = at.f().value(besideX);
        int besideColumn = plot.column(besideX);
        axes(column, besideColumn);
        boolean valued = Double.isFinite(at.value());
        boolean pushed = valued && Double.isFinite(besideY) && besideColumn - column >= 3;
        plot.mark(besideX, valued ? besideY : Double.NaN, '○', Tone.SECOND, Weight.BOLD);
        plot.mark(at.x(), at.value(), '●', Tone.FIRST, Weight.BOLD);
        if (valued) {
            near(column, plot.row(at.value()), "f(x)", Tone.FIRST, at.slope() >= 0);
        }
        if (pushed) {
            near(besideColumn, plot.row(besideY), "f(x+ε)", Tone.SECOND, besideY >= at.value());
        }
        if (at.noSlope().isEmpty() && !hidden) {
            DoubleStream.of(-0.36, 0.36, -0.42, 0.42, -0.3, 0.3, -0.22, 0.22).anyMatch(this::besideTangent);
        }
        if (pushed && !hidden) {
            push(besideColumn, besideY);
        }
    }

    /** Labels the axes: a mark each for x and x + ε, and the ticks. */
    private void axes(int column, int besideColumn) {
        int axis = Math.max(0, Math.min(canvas.height() - 2, plot.row(0)));
        mark(column, axis, "x", Tone.FIRST);
        if (besideColumn > column) {
            mark(besideColumn, axis, "x+ε", Tone.SECOND);
        }
        for (double tick : SlopeWindow.ticks(window.left(), window.right(), 9)) {
            String text = Decimal.typeset(Decimal.significant(tick, 3));
            number(plot.column(tick) - canvas.width(text) / 2, axis + 1, text);
        }
        for (double tick : SlopeWindow.ticks(window.bottom(), window.top(), Math.max(4, canvas.height() / 4))) {
            String text = Decimal.typeset(Decimal.significant(tick, 3));
            number(plot.column(0) - canvas.width(text) - 1, plot.row(tick), text);
        }
    }

    private void mark(int column, int axis, String name, Tone tone) {
        canvas.glyph(column, axis, '▲', tone, Weight.BOLD);
        int width = canvas.width(name);
        labels.put(Math.min(column - width / 3, canvas.width() - width), axis + 1, name, tone, Weight.BOLD);
    }

    private void number(int left, int row, String text) {
        if (isClear(left, row, canvas.width(text))) {
            plot.number(labels, left, row, text);
        }
    }

    /** Labels ε, the secant and the error of the tangent, if they are large enough. */
    private void push(int besideColumn, double besideY) {
        int half = plot.column(at.x() + at.eps() / 2);
        double predicted = at.value() + at.eps() * at.slope();
        if (besideColumn - plot.column(at.x()) > LEAST_NUDGE) {
            int row = plot.row(at.value()) + (besideY >= at.value() ? 1 : -1);
            put("ε", Tone.SECOND, List.of(new CellPosition(half, row)));
        }
        if (Double.isFinite(predicted) && Math.abs(plot.row(predicted) - plot.row(besideY)) >= 2) {
            labels.put(besideColumn + 2, plot.row((predicted + besideY) / 2), "miss", Tone.WARN, Weight.BOLD);
            put("secant", Tone.SECOND, List.of(new CellPosition(half - 8, plot.row((at.value() + besideY) / 2))));
        }
    }

    /**
     * Labels the tangent at a distance from the point, in half widths of the window. Returns whether there was room.
     */
    private boolean besideTangent(double share) {
        double aside = share * window.halfWidth();
        int row = plot.row(at.value() + at.slope() * aside);
        return near(plot.column(at.x() + aside), row, "tangent", Tone.RESULT, at.slope() >= 0);
    }

    /**
     * Writes a word beside a point of a line, on the side away from the line if that is clear. Returns whether there
     * was room.
     */
    private boolean near(int point, int row, String text, Tone tone, boolean rising) {
        int left = point - canvas.width(text) - 1;
        int right = point + 2;
        int above = rising ? left : right;
        int below = rising ? right : left;
        return put(
                text,
                tone,
                List.of(
                        new CellPosition(above, row - 1),
                        new CellPosition(above, row),
                        new CellPosition(below, row + 1),
                        new CellPosition(below, row)));
    }

    /** First cell of a word. */
    private record CellPosition(int column, int row) {}

    /**
     * Writes a word at the first position that is clear with a blank around it, shifted by at most one cell. Otherwise
     * it takes the first that is clear without blanks. Returns whether there was room.
     */
    private boolean put(String text, Tone tone, List<CellPosition> places) {
        boolean done = places.stream()
                .flatMap(place ->
                        IntStream.of(0, 1, -1).mapToObj(aside -> new CellPosition(place.column + aside, place.row)))
                .anyMatch(place -> put(text, tone, place, 1));
        return done || places.stream().anyMatch(place -> put(text, tone, place, 0));
    }

    private boolean put(String text, Tone tone, CellPosition place, int margin) {
        return isClear(place.column - margin, place.row, canvas.width(text) + 2 * margin)
                && labels.put(place.column, place.row, text, tone, Weight.BOLD);
    }

    /** Returns whether these cells contain neither a line nor an axis. */
    private boolean isClear(int left, int row, int width) {
        boolean axis = left <= plot.column(0) && plot.column(0) < left + width;
        return row != plot.row(0) && !axis && plot.isFree(left, row, width);
    }
}
