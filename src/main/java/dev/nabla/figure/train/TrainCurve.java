package dev.nabla.figure.train;

import static dev.nabla.figure.train.TrainFigure.HELD_OUT;
import static dev.nabla.figure.train.TrainFigure.LOSS;
import static dev.nabla.figure.train.TrainFigure.PAIRS;
import static dev.nabla.figure.train.TrainFigure.SMOOTHED;

import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.PlotAxes;
import dev.nabla.figure.train.TrainModel.HeldOutPoint;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Recipe;
import dev.nabla.math.Decimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Draws the losses of FIG.16 over the steps. What lies ahead of the shown step, and what would have come without the
 * last change of eta, is dotted.
 *
 * @param before the run without the last change of eta
 * @param canvas the plot, its axis at the left and two rows below
 */
record TrainCurve(Picture<TrainModel, TrainNumbers> all, RunSoFar run, Optional<RunSoFar> before, Canvas canvas) {
    /** Cells left of the plot, including the axis. */
    private static final int LEFT = 7;
    /** Width, in cells, below which the axis has fewer numbers. */
    private static final int NARROW = 40;

    /** Least distance of two single losses that are drawn, in steps, and most of them along the axis. */
    private static final int EACH = 5;

    private static final int MOST_DOTS = 200;
    /** Dots from one dot of a dotted line to the next. */
    private static final int GAP = 4;

    private static final int KEPT_DOTS = 40;

    private TrainModel model() {
        return all.model();
    }

    void draw() {
        int high = canvas.height() - 2;
        Area area = new Area(LEFT, 0, canvas.width() - LEFT, high);
        Canvas inside = canvas.part(area);
        int end = model().axisEnd(Math.max(run.end(), before.map(RunSoFar::end).orElse(0)));
        LossAxis axis = axis();
        Plot plot = Plot.of(inside, 0, end, 0, 1);
        double blind = Math.log(model().recipe().shape().vocab());
        guide(inside, plot, axis.at(blind));
        if (!all.hides(PAIRS)) {
            guide(inside, plot, axis.at(model().pairs()));
        }
        if (!all.hides(LOSS)) {
            int each = Math.max(EACH, end / MOST_DOTS);
            dots(Arrays.copyOf(run.losses(), model().step()), each, axis, plot, Tone.DIM, DrawOrder.SCALE);
            plot.stamp();
        }
        CurvePen pen = new CurvePen(inside, end);
        kept().ifPresent(kept -> pen.dots(kept, 0, Math.max(1, end / KEPT_DOTS), axis, Tone.FIRST));
        if (!all.hides(SMOOTHED)) {
            smoothed(blind, axis, pen);
        }
        heldOut(axis, pen);
        pen.stamp();
        PlotAxes axes = new PlotAxes(canvas, area, plot);
        axes.draw();
        scale(plot, axis, blind, high);
        steps(axes, end, high);
        marks(plot, axis, high);
        words(inside, plot, pen, axis, blind);
        all.cursor().guess().ghost().ifPresent(laid -> new TrainRings(laid, all.cursor(), plot, axis, inside).draw());
    }

    /** Returns the axis for all that is drawn, so that it depends only on the run so far. */
    private LossAxis axis() {
        DoubleStream.Builder losses = DoubleStream.builder();
        if (!all.hides(SMOOTHED)) {
            Arrays.stream(run.smoothed()).forEach(losses);
            before.ifPresent(old -> Arrays.stream(old.smoothed()).forEach(losses));
            kept().ifPresent(kept -> Arrays.stream(kept).forEach(losses));
        }
        if (!all.hides(HELD_OUT)) {
            held(run).forEach(losses);
            before.ifPresent(old -> held(old).forEach(losses));
        }
        return LossAxis.of(losses.build().toArray());
    }

    /** Returns the smoothed losses of the run that is kept for comparison. */
    private Optional<double[]> kept() {
        return all.cursor().pinned().map(kept -> TrainNumbers.of(kept).smoothed());
    }

    private static DoubleStream held(RunSoFar run) {
        return run.marks().stream().mapToDouble(run.film()::heldOut);
    }

    /** Draws a guide line: dashes, which cannot be taken for dots of losses. */
    private static void guide(Canvas inside, Plot plot, double y) {
        for (int x = 0; x < inside.width(); x += 2) {
            if (plot.shows(plot.columns().value(x), y)) {
                inside.put(x, plot.row(y), "─", Tone.GRID);
            }
        }
    }

    /** Plots every {@code each}th number as a dot. Number i belongs to step i + 1. */
    private static void dots(double[] y, int each, LossAxis axis, Plot plot, Tone tone, DrawOrder layer) {
        for (int i = 0; i < y.length; i += each) {
            plot.line(i + 1, axis.at(y[i]), i + 1, axis.at(y[i]), tone, layer);
        }
    }

    /**
     * Draws the smoothed losses: thick up to the shown step, where they are worse than blind guessing on an axis that
     * left the linear part as a warning, and dotted ahead.
     */
    private void smoothed(double blind, LossAxis axis, CurvePen pen) {
        double[] past = Arrays.copyOf(run.smoothed(), model().step());
        double[] bad = new double[past.length];
        for (int i = 0; i < past.length; i++) {
            bad[i] = axis.opens() && past[i] > blind ? past[i] : Double.NaN;
        }
        pen.thick(x -> axis.at(mean(past, x, pen.half())), Tone.SECOND);
        pen.thick(x -> axis.at(mean(bad, x, pen.half())), Tone.WARN);
        int gap = (int) Math.max(1, GAP * 2 * pen.half());
        pen.dots(run.smoothed(), model().step(), gap, axis, Tone.DIM);
        before.ifPresent(
                old -> pen.dots(old.smoothed(), model().recipe().schedule().lastChange(), gap, axis, Tone.DIM));
    }

    /**
     * Returns the mean of the losses within {@code half} steps of x, or the next loss if there is none. Returns NaN
     * after the last step.
     */
    private static double mean(double[] smoothed, double x, double half) {
        int from = (int) Math.max(0, Math.ceil(x - half) - 1);
        int to = (int) Math.min(smoothed.length, Math.max(from + 1, Math.ceil(x + half) - 1));
        return from < to ? Arrays.stream(smoothed, from, to).average().orElseThrow() : Double.NaN;
    }

    private void heldOut(LossAxis axis, CurvePen pen) {
        List<HeldOutPoint> line = all.hides(HELD_OUT) ? List.of() : model().heldOutLine();
        for (int i = 1; i < line.size(); i++) {
            HeldOutPoint from = line.get(i - 1);
            HeldOutPoint to = line.get(i);
            pen.thin(from.step(), axis.at(from.loss()), to.step(), axis.at(to.loss()), Tone.RESULT);
        }
    }

    /** Writes on the upright axis the names of the guide lines, then the numbers that find a row. */
    private void scale(Plot plot, LossAxis axis, double blind, int high) {
        String[] names = new String[high];
        name(names, plot, axis.at(blind), "blind");
        if (!all.hides(PAIRS)) {
            name(names, plot, axis.at(model().pairs()), "pairs");
        }
        for (double tick : axis.ticks()) {
            String number = tick > LossAxis.KNEE ? power(tick) : Decimal.fixed(tick, 1);
            name(names, plot, axis.at(tick), number);
        }
        for (int row = 0; row < high; row++) {
            if (names[row] != null) {
                canvas.right(LEFT - 1, row, names[row], Tone.DIM);
                canvas.put(LEFT - 1, row, "┤", Tone.GRID);
            }
        }
    }

    private static String power(double tick) {
        String grouped = Decimal.grouped((long) Math.min(tick, Long.MAX_VALUE));
        return grouped.length() < LEFT ? grouped : "1e" + Math.round(Math.log10(tick));
    }

    private static void name(String[] names, Plot plot, double y, String name) {
        int row = Math.min(plot.row(y), names.length - 1);
        if (row >= 0 && y >= 0 && y <= 1 && names[row] == null) {
            names[row] = name;
        }
    }

    /** Writes numbers of steps on the lower axis. */
    private void steps(PlotAxes axes, int end, int y) {
        int free = canvas.width();
        for (int quarter = TrainModel.QUARTERS; quarter >= 0; quarter--) {
            int at = end * quarter / TrainModel.QUARTERS;
            String number = canvas.width() < NARROW && quarter % 2 == 1 ? "" : Decimal.grouped(at);
            int column = axes.tickBelow(at);
            int from = Math.min(column - (number.length() - 1) / 2, canvas.width() - number.length());
            if (from + number.length() <= free) {
                canvas.put(from, y + 1, number, Tone.DIM);
                free = from - 1;
            }
        }
    }

    /** Marks the last held-out loss, the place in the run, and where the smoothed loss left the linear part. */
    private void marks(Plot plot, LossAxis axis, int high) {
        boolean scrubbed = model().step() < run.end();
        int column = LEFT + plot.column(model().step());
        for (int row = 0; scrubbed && row < high; row++) {
            canvas.put(column, row, "│", Tone.DIM);
        }
        if (!all.hides(HELD_OUT)) {
            before.ifPresent(old -> {
                int last = old.lastKnown(old.end());
                old.heldOut(last).ifPresent(loss -> plot.mark(last, axis.at(loss), '○', Tone.DIM, Weight.PLAIN));
            });
            if (model().examined() >= 0) {
                plot.mark(model().examined(), axis.at(model().heldOut()), '●', Tone.RESULT, Weight.BOLD);
            }
        }
        if (axis.opens() && run.left() > 0 && !all.hides(SMOOTHED)) {
            canvas.put(LEFT + plot.column(run.left()), high, "▲", Tone.WARN, Weight.BOLD);
        }
        if (model().recipe().schedule().lastChange() > 0) {
            int change = model().recipe().schedule().lastChange();
            canvas.put(LEFT + plot.column(change), high, "▲", Tone.DIM);
        }
        if (scrubbed) {
            canvas.put(column, high, "▲", Tone.SECOND, Weight.BOLD);
        }
    }

    /** Writes into free places that the axis is in powers of ten, and which run is kept. */
    private void words(Canvas inside, Plot plot, CurvePen pen, LossAxis axis, double blind) {
        if (axis.opens()) {
            String words = inside.fitting(inside.width() - 4, "above 3.5 in powers of ten", "powers of ten");
            for (int row = plot.row(axis.at(blind)) + 1; row < inside.height(); row++) {
                if (pen.isFree(3, row, inside.width(words) + 2)) {
                    inside.put(4, row, words, Tone.DIM);
                    break;
                }
            }
        }
        all.cursor()
                .pinned()
                .ifPresent(kept -> inside.right(inside.width(), inside.height() - 1, named(kept, inside), Tone.FIRST));
    }

    private String named(TrainModel kept, Canvas inside) {
        Recipe other = kept.recipe();
        boolean same = other.of() == model().recipe().of();
        String at = Decimal.grouped(kept.step()) + (same ? "" : " of " + Decimal.grouped(other.of()));
        String eta = ", η " + Decimal.shortest(other.eta());
        return inside.fitting(inside.width(), "■ kept at step " + at + eta, "■ kept at " + at + eta, "■ kept at " + at);
    }
}
