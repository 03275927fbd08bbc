package dev.nabla.figure.law;

import static dev.nabla.figure.law.LawFigure.CAME;
import static dev.nabla.figure.law.LawFigure.FORECAST;

import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.PlotAxes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.ScalingGrid;
import dev.nabla.math.Decimal;
import dev.nabla.math.ScalingLaw;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws the losses of FIG.20 over the names read, on a logarithmic axis. A digit is a small run: 1 for the smallest
 * size. Dots are the law for the larger model. A loss beyond the axis is drawn at its end.
 *
 * @param canvas the plot, its axis at the left and two or three rows below
 */
record LawPlot(Picture<LawModel, LawNumbers> all, Canvas canvas) {
    /** Cells left of the plot, including the axis. */
    private static final int LEFT = 6;

    private static final double LOW = 2.0;
    private static final double HIGH = 2.6;
    private static final List<Double> TICKS = List.of(2.6, 2.4, 2.2, 2.0);

    /** Names at the left end of the axis, and at the right end unless the larger model reads more. */
    private static final double FROM = 440;

    private static final double TO = 21_000;
    /** Room to the right of the larger model, as a factor. */
    private static final double BEYOND = 1.3;

    /** Height, in rows, from which the digits are explained below. */
    private static final int EXPLAINED = 12;

    /** Cells at the left end of the topmost row that the small runs can need. */
    private static final int DIGITS = 8;

    private static final Style RING = Style.number(2);
    /** Cells on each side of a ring that the pointer can grab. */
    private static final int REACH = 3;

    void draw() {
        LawModel model = all.model();
        boolean explained = canvas.height() >= EXPLAINED;
        int high = canvas.height() - (explained ? 3 : 2);
        Area area = new Area(LEFT, 0, canvas.width() - LEFT, high);
        Canvas inside = canvas.part(area);
        double end = Math.max(TO, BEYOND * model.names());
        Plot plot = Plot.of(inside, Math.log(FROM), Math.log(end), LOW, HIGH);
        if (model.hasLaw() && !all.hides(FORECAST)) {
            law(plot);
        }
        plot.stamp();
        axes(new PlotAxes(canvas, area, plot), high);
        String heights = inside.fitting(inside.width() - DIGITS, "held out, nats, over names read", "held out, nats");
        inside.right(inside.width(), 0, heights, Tone.DIM);
        Set<Area> taken = new HashSet<>();
        for (int i = 0; i < Math.min(model.runs(), LawModel.SMALL); i++) {
            digit(inside, plot, i, taken);
        }
        double x = Math.log(model.names());
        if (model.hasLaw() && all.shows(FORECAST)) {
            mark(inside, plot, x, all.results().forecast(), "+", Tone.SECOND);
        }
        if (model.isTrained() && all.shows(CAME)) {
            mark(inside, plot, x, all.results().came(), "●", Tone.RESULT);
        }
        all.cursor().guess().ghost().ifPresent(laid -> ring(laid, inside, plot, x));
        if (explained) {
            canvas.put(2, high + 2, canvas.fitting(canvas.width() - 2, sizes()), Tone.DIM);
        }
    }

    /** Returns what the digits stand for, in full and for a narrow plot. */
    private static String[] sizes() {
        List<String> weights =
                ScalingGrid.weights().stream().map(Decimal::grouped).toList();
        int last = weights.size() - 1;
        String digits = "1 to " + weights.size() + ": ";
        String allButLast = String.join(", ", weights.subList(0, last));
        return new String[] {
            digits + "models of " + allButLast + " and " + weights.get(last) + " weights",
            digits + weights.get(0) + " to " + weights.get(last) + " weights"
        };
    }

    /** Draws the law for the larger model as single dots, two cells apart. */
    private void law(Plot plot) {
        ScalingLaw law = all.results().law();
        double step = 1.5 * (plot.columns().value(1) - plot.columns().value(0));
        for (double x = Math.log(ScalingGrid.NAMES.get(0));
                x <= Math.log(all.model().names());
                x += step) {
            double y = law.loss(all.model().weights(), Math.exp(x));
            plot.line(x, y, x, y, Tone.SECOND, DrawOrder.CONSTRUCTION);
        }
    }

    private void axes(PlotAxes axes, int high) {
        axes.draw();
        TICKS.forEach(tick -> axes.tickAtLeft(tick, Decimal.fixed(tick, 1)));
        int free = LEFT - 1;
        for (int names = ScalingGrid.NAMES.get(0); names <= LawModel.MOST_NAMES; names *= 2) {
            if (axes.plot().column(Math.log(names)) >= axes.inside().width()) {
                return;
            }
            int column = axes.tickBelow(Math.log(names));
            String number = Decimal.grouped(names);
            int from = Math.min(column - number.length() / 2, canvas.width() - number.length());
            if (from > free) {
                canvas.put(from, high + 1, number, Tone.DIM);
                free = from + number.length();
            }
        }
    }

    /** Draws a small run, beside another one of the same place. */
    private void digit(Canvas inside, Plot plot, int i, Set<Area> taken) {
        ScalingLaw.Measured run = all.model().grid().measured(i);
        int x = plot.column(Math.log(run.d()));
        int y = kept(inside, plot.row(run.loss()));
        while (!taken.add(new Area(x, y, 1, 1))) {
            x++;
        }
        inside.put(x, y, "" + (1 + i % ScalingGrid.SIZES.size()), Tone.FIRST);
    }

    private static int kept(Canvas inside, int row) {
        return Math.max(0, Math.min(inside.height() - 1, row));
    }

    private static void mark(Canvas inside, Plot plot, double x, double loss, String glyph, Tone tone) {
        inside.put(plot.column(x), kept(inside, plot.row(loss)), glyph, tone, Weight.BOLD);
    }

    private void ring(Ghost laid, Canvas inside, Plot plot, double x) {
        double loss = laid.at().get(0);
        int column = plot.column(x);
        int row = kept(inside, plot.row(loss));
        String text = RING.sentence(loss);
        boolean focused = all.cursor().spot().equals(Focus.GHOST);
        inside.put(column - 1 - inside.width(text), row, text, Tone.SECOND, focused ? Weight.REVERSE : Weight.PLAIN);
        inside.put(column, row, "○", Tone.SECOND, Weight.BOLD);
        if (!all.cursor().guess().isAnswered()) {
            Area strip = new Area(Math.max(0, column - REACH), 0, 2 * REACH + 1, inside.height());
            Scale rows = plot.rows();
            inside.handle(new Handle(Focus.GHOST.knob(), 0, strip, plot.columns(), rows));
        }
    }
}
