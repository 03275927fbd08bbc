package dev.nabla.figure.law;

import static dev.nabla.figure.law.LawFigure.SAME_WORK;

import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.PlotAxes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * Draws the losses of models that spend the same work over their weights, on a logarithmic axis: a valley. A digit is a
 * model, 1 for the smallest, as in {@link LawPlot}; the lowest point is marked. Nothing is drawn before all losses are
 * known, because they set the axis.
 *
 * @param canvas the plot, its axis at the left and two or three rows below
 */
record Valley(Picture<LawModel, LawNumbers> all, Canvas canvas) {
    /** Cells left of the plot, including the axis. */
    private static final int LEFT = 7;

    /** Height, in rows, from which the work is written below. */
    private static final int EXPLAINED = 12;

    /** Cells of the topmost row that the curve can need at both ends. */
    private static final int ENDS = 8;

    /** Distances between two ticks at the left, in nats. */
    private static final List<Double> TICKS = List.of(0.02, 0.05, 0.1, 0.2, 0.5);

    private static final int MOST_TICKS = 5;

    /** Room beside the smallest and the largest model, as a factor. */
    private static final double BESIDE = 1.2;

    void draw() {
        boolean explained = canvas.height() >= EXPLAINED;
        int high = canvas.height() - (explained ? 3 : 2);
        Area area = new Area(LEFT, 0, canvas.width() - LEFT, high);
        Canvas inside = canvas.part(area);
        boolean known = all.model().isCompared() && !all.hides(SAME_WORK);
        Vector losses = known ? all.results().sameWork() : Vector.of(0, 1);
        double tick = tick(losses);
        long low = Math.round(Math.floor(losses.min() / tick));
        long top = Math.max(low + 1, Math.round(Math.ceil(losses.max() / tick)));
        double from = Math.log(weights(0) / BESIDE);
        double to = Math.log(weights(LawModel.COMPARED.size() - 1) * BESIDE);
        Plot plot = Plot.of(inside, from, to, low * tick, top * tick);
        if (known) {
            curve(plot, losses);
        }
        PlotAxes axes = new PlotAxes(canvas, area, plot);
        axes.draw();
        for (long i = low; known && i <= top; i++) {
            axes.tickAtLeft(i * tick, Decimal.fixed(i * tick, 2));
        }
        sizes(axes, high);
        String heights = inside.fitting(inside.width() - ENDS, "held out, nats, over weights", "held out, nats");
        inside.put((inside.width() - heights.length()) / 2, 0, heights, Tone.DIM);
        if (known) {
            models(inside, plot, losses);
        }
        if (explained) {
            canvas.put(
                    2,
                    high + 2,
                    "each model spends " + LawKnobs.flops(all.model().work()),
                    Tone.DIM);
        }
    }

    /** Returns the smallest distance of ticks that needs few enough of them. */
    private static double tick(Vector losses) {
        for (double tick : TICKS) {
            if (Math.ceil(losses.max() / tick) - Math.floor(losses.min() / tick) < MOST_TICKS) {
                return tick;
            }
        }
        return TICKS.get(TICKS.size() - 1);
    }

    private int weights(int i) {
        return all.model().ofSameWork(i).shape().parameters();
    }

    private void curve(Plot plot, Vector losses) {
        for (int i = 1; i < losses.size(); i++) {
            double before = Math.log(weights(i - 1));
            double x = Math.log(weights(i));
            plot.thick(before, losses.get(i - 1), x, losses.get(i), Tone.SECOND, DrawOrder.DATA);
        }
        plot.stamp();
    }

    private void models(Canvas inside, Plot plot, Vector losses) {
        int best = all.results().best();
        for (int i = 0; i < losses.size(); i++) {
            int x = plot.column(Math.log(weights(i)));
            int y = Math.max(0, Math.min(inside.height() - 1, plot.row(losses.get(i))));
            if (i == best) {
                inside.put(x, y, "●", Tone.RESULT, Weight.BOLD);
            } else {
                inside.put(x, y, "" + (1 + i), Tone.FIRST);
            }
        }
    }

    /** Writes the weights of the models below the axis, as far as there is room. */
    private void sizes(PlotAxes axes, int high) {
        int free = LEFT - 1;
        for (int i = 0; i < LawModel.COMPARED.size(); i++) {
            int column = axes.tickBelow(Math.log(weights(i)));
            String number = Decimal.grouped(weights(i));
            int from = Math.min(column - number.length() / 2, canvas.width() - number.length());
            if (from > free) {
                canvas.put(from, high + 1, number, Tone.DIM);
                free = from + number.length();
            }
        }
    }
}
