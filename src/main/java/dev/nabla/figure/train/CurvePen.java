package dev.nabla.figure.train;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws curves over steps, with heights from 0 to 1. In ASCII a cell cannot show how thick a curve is, so each kind has
 * a glyph of its own: {@code #} thick, {@code o} thin, {@code .} dotted.
 */
final class CurvePen {
    private final Canvas inside;
    private final boolean ascii;
    private final double end;
    /** The curves; in ASCII on a canvas that is not shown, to know which cells are free. */
    private final Plot plot;

    CurvePen(Canvas inside, int end) {
        this.inside = inside;
        this.end = end;
        ascii = inside.font().glyphs() == Glyphs.ASCII;
        Canvas ink = ascii ? new Canvas(new Size(inside.width(), inside.height()), inside.font()) : inside;
        plot = Plot.of(ink, 0, end, 0, 1);
    }

    /** Returns half the steps between two dots. */
    double half() {
        return end / (4.0 * inside.width());
    }

    /** Draws a curve two dots thick; it has a gap where its height is NaN. */
    void thick(DoubleUnaryOperator height, Tone tone) {
        double thin = 1.0 / (4 * inside.height() - 1);
        plot.curve(height, tone, DrawOrder.DATA);
        plot.curve(x -> height.applyAsDouble(x) - thin, tone, DrawOrder.DATA);
        int above = -1;
        for (int column = 0; ascii && column < inside.width(); column++) {
            double y = height.applyAsDouble(plot.columns().value(column));
            above = Double.isNaN(y) ? -1 : cells(column, above, plot.row(y), '#', tone);
        }
    }

    /** Draws a straight thin line. */
    void thin(double x0, double y0, double x1, double y1, Tone tone) {
        plot.line(x0, y0, x1, y1, tone, DrawOrder.DATA);
        boolean drawn = Double.isFinite(y0) && Double.isFinite(y1);
        int above = -1;
        for (int column = plot.column(x0); ascii && drawn && column <= plot.column(x1); column++) {
            double part = Math.max(0, Math.min(1, (plot.columns().value(column) - x0) / Math.max(1, x1 - x0)));
            above = cells(column, above, plot.row(y0 + part * (y1 - y0)), 'o', tone);
        }
    }

    /** Fills a column from the row that the curve had in the column before, or only one cell. Returns the row. */
    private int cells(int column, int before, int row, char glyph, Tone tone) {
        int from = before < 0 || before == row ? row : before < row ? before + 1 : before - 1;
        for (int y = Math.min(from, row); y <= Math.max(from, row); y++) {
            inside.glyph(column, y, glyph, tone, Weight.PLAIN);
        }
        return row;
    }

    /** Draws the numbers of steps after {@code from} as dots; number i, counted from 0, belongs to step i + 1. */
    void dots(double[] losses, int from, int gap, LossAxis axis, Tone tone) {
        for (int step = from + gap; step <= losses.length; step += gap) {
            double y = axis.at(losses[step - 1]);
            plot.line(step, y, step, y, tone, DrawOrder.CONSTRUCTION);
            if (ascii && plot.shows(step, y)) {
                inside.glyph(plot.column(step), plot.row(y), '.', tone, Weight.PLAIN);
            }
        }
    }

    void stamp() {
        plot.stamp();
    }

    /** Returns whether a text in these cells would hide no curve. */
    boolean isFree(int column, int row, int width) {
        return plot.isFree(column, row, width);
    }
}
