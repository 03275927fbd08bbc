package dev.nabla.figure.induce;

import static dev.nabla.figure.induce.InduceFigure.LOSS;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.PlotAxes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Draws the loss of the repeats over the steps: of this model, and dotted of the one with a single layer.
 *
 * @param canvas the plot, its axis at the left and two rows below
 */
record InduceCurve(InduceModel model, ViewState<InduceModel> cursor, Canvas canvas) {
    private static final int LEFT = 4;
    private static final double HIGH = 2.7;

    /** Steps that are written below the axis, the most important ones last. */
    private static final List<Integer> STEPS = List.of(400, 1000, 0, 2000);

    void draw() {
        int high = canvas.height() - 2;
        Area area = new Area(LEFT, 0, canvas.width() - LEFT - 1, high);
        Canvas inside = canvas.part(area);
        Plot plot = Plot.of(inside, 0, model.lastStep(), 0, HIGH);
        axes(new PlotAxes(canvas, area, plot), high);
        if (cursor.hides(LOSS)) {
            return;
        }
        List<Integer> single = model.progress().single() == 0
                ? List.of()
                : known(model.progress().single());
        for (int i = 1; i < single.size(); i++) {
            int from = single.get(i - 1);
            int to = single.get(i);
            plot.dotted(from, singleLoss(from), to, singleLoss(to), Tone.DIM, DrawOrder.CONSTRUCTION);
        }
        List<Integer> own = known(model.measured());
        for (int i = 1; i < own.size(); i++) {
            int from = own.get(i - 1);
            int to = own.get(i);
            plot.thick(from, loss(from), to, loss(to), Tone.SECOND, DrawOrder.DATA);
        }
        plot.stamp();
        int measured = model.measured();
        plot.mark(measured, loss(measured), '●', Tone.RESULT, Weight.BOLD);
        int end = inside.width();
        String layers = model.layers() == 1 ? "one layer " : "two layers ";
        name(inside, end, 0, layers, measured, this::loss, Tone.SECOND);
        if (model.progress().single() > 0) {
            name(inside, end, 1, "one layer ", model.progress().single(), this::singleLoss, Tone.DIM);
        }
    }

    private static void name(
            Canvas inside, int end, int y, String name, int step, IntToDoubleFunction loss, Tone tone) {
        inside.right(end, y, name + LOSS.style().column(loss.applyAsDouble(step), 5), tone);
    }

    private List<Integer> known(int last) {
        List<Integer> known = new ArrayList<>(InduceModel.marks((int) model.steps()));
        known.removeIf(mark -> mark > last);
        return known;
    }

    private double loss(int step) {
        return model.copies(step).loss();
    }

    private double singleLoss(int step) {
        return model.singleCopies(step).loss();
    }

    private void axes(PlotAxes axes, int high) {
        axes.draw();
        for (int nats = 0; nats <= HIGH; nats++) {
            axes.tickAtLeft(nats, "" + nats);
        }
        for (int step : STEPS) {
            String number = Decimal.grouped(step);
            int column = axes.tickBelow(step);
            int from = Math.max(LEFT, Math.min(column - number.length() / 2, canvas.width() - 1 - number.length()));
            canvas.put(from, high + 1, number, Tone.DIM);
        }
    }
}
