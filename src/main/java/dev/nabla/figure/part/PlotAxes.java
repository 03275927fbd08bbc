package dev.nabla.figure.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;

/**
 * The axes at the left of a plot and below it.
 *
 * @param canvas has at least one cell left of the plot and one row below
 * @param inside the area of the plot
 */
public record PlotAxes(Canvas canvas, Area inside, Plot plot) {
    /** Draws both axes without ticks. */
    public void draw() {
        for (int y = inside.y(); y < bottom(); y++) {
            canvas.put(left(), y, "│", Tone.GRID);
        }
        canvas.put(left(), bottom(), "└" + "─".repeat(Math.max(0, inside.width())), Tone.GRID);
    }

    /** Draws a tick on the left axis with its number beside it. A value beyond the plot is drawn at its end. */
    public void tickAtLeft(double y, String number) {
        int row = inside.y() + Math.max(0, Math.min(inside.height() - 1, plot.row(y)));
        canvas.right(left(), row, number, Tone.DIM);
        canvas.put(left(), row, "┤", Tone.GRID);
    }

    /** Draws a tick on the lower axis. Returns its column on the canvas, at most the last one of the plot. */
    public int tickBelow(double x) {
        int column = inside.x() + Math.min(inside.width() - 1, plot.column(x));
        canvas.put(column, bottom(), "┬", Tone.GRID);
        return column;
    }

    private int left() {
        return inside.x() - 1;
    }

    private int bottom() {
        return inside.y() + inside.height();
    }
}
