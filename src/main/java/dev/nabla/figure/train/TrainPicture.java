package dev.nabla.figure.train;

import static dev.nabla.figure.train.TrainFigure.HELD_OUT;
import static dev.nabla.figure.train.TrainFigure.LOSS;
import static dev.nabla.figure.train.TrainFigure.PAIRS;
import static dev.nabla.figure.train.TrainFigure.SMOOTHED;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Draws FIG.16: at the top the losses and the numbers of the step. Below stand names sampled at earlier steps and now,
 * and the side panel.
 */
record TrainPicture(
        TrainModel model, TrainNumbers numbers, ViewState<TrainModel> cursor, Knobs<TrainModel> knobs, Canvas body) {
    private static final double LOW = 2.1;
    private static final double HIGH = 3.4;
    /** Cells left of the plot, including the axis. */
    private static final int LEFT = 4;
    /** Width, in cells, below which the axis has fewer numbers. */
    private static final int NARROW = 38;

    /**
     * Height, in rows, above which there are blank rows and one more milestone, and the panel extends down beside the
     * names.
     */
    private static final int ROOMY = 28;

    private static final int LOWER = 6;
    private static final int ASIDE = 20;

    /** Width of the first column of names: the longest name and a blank. */
    private static final int FIRST_NAMES = 17;

    private static final int MOST_PITCH = 11;
    private static final int MOST_NAMES = 11;
    private static final List<Tone> TONES = List.of(Tone.PATH0, Tone.PATH1, Tone.PATH2, Tone.PATH2);
    /** Number of dots for single losses along a whole schedule; the next constant is that of the pinned run. */
    private static final int DOTS = 333;

    private static final int KEPT_DOTS = 40;

    void draw() {
        int edge = body.height() > ROOMY ? 1 : 0;
        Area inside = new Area(1, edge, body.width() - 1, body.height() - 2 * edge);
        Map<String, Area> columns = TrackLayout.columns(
                inside, 2, Track.free("curve", 35), Track.free("panel", 22).atMost(40));
        Map<String, Area> rows = TrackLayout.rows(
                inside,
                Track.free("curve", 8),
                Track.fixed("axis", 2 + edge),
                Track.free("names", 3).sharing(5).atMost(MOST_NAMES + 1));
        Area curve = columns.get("curve");
        Area panel = columns.get("panel");
        Area names = rows.get("names");
        int side = rows.get("curve").height() + 2;
        curve(body.part(curve.top(side)));
        TrainPanel numbersBeside =
                new TrainPanel(model, numbers, cursor, knobs, body.part(panel.top(side + edge * LOWER)));
        numbersBeside.draw();
        boolean beside = !numbersBeside.isNarrow();
        int left = beside ? curve.width() - edge * ASIDE : inside.width();
        if (beside || model.watch() == TrainModel.SidePanel.HEADS) {
            names(
                    body.part(names.left(left)),
                    Math.min(3 + edge, model.milestones().size()));
        }
        if (beside || model.watch() != TrainModel.SidePanel.HEADS) {
            Area right = names.afterColumns(beside ? left : 0);
            new TrainWatch(model, numbers, model.parts(), cursor, body.part(right.afterRows(edge * (LOWER - 2))))
                    .draw();
        }
    }

    private void curve(Canvas canvas) {
        int high = canvas.height() - 2;
        Canvas inside = canvas.part(new Area(LEFT, 0, canvas.width() - LEFT, high));
        int of = model.recipe().of();
        Plot plot = Plot.of(inside, 0, of, LOW, HIGH);
        double blind = Math.log(model.recipe().shape().vocab());
        plot.dotted(0, blind, of, blind, Tone.DIM, DrawOrder.CONTOUR);
        if (!cursor.hides(PAIRS)) {
            plot.dotted(0, model.pairs(), of, model.pairs(), Tone.DIM, DrawOrder.CONTOUR);
        }
        if (!cursor.hides(LOSS)) {
            dots(numbers.losses(), 1, Math.max(1, of / DOTS), plot, Tone.GRID, DrawOrder.SCALE);
        }
        cursor.pinned().ifPresent(kept -> kept(kept, plot));
        double[] smoothed = cursor.hides(SMOOTHED) ? new double[0] : numbers.smoothed();
        double thin = (HIGH - LOW) / (4 * high - 1);
        for (double below : new double[] {0, thin}) {
            plot.curve(x -> mean(smoothed, x, of / (4.0 * inside.width())) - below, Tone.SECOND, DrawOrder.DATA);
        }
        plot.stamp();
        String ln = "ln 27 = " + LOSS.style().sentence(blind);
        String pairs = "pairs " + cursor.sentence(PAIRS, numbers);
        int room = canvas.width() * 2 / 5;
        String blindly = canvas.fitting(room, "blind guessing " + ln, ln);
        label(inside, plot, inside.width() - canvas.width(blindly), plot.row(blind), blindly);
        label(inside, plot, 1, plot.row(model.pairs()) + 1, canvas.fitting(room, "counting " + pairs, pairs));
        cursor.pinned().ifPresent(kept -> inside.right(inside.width(), high - 1, named(kept), Tone.FIRST));
        if (model.examined() >= 0 && !cursor.hides(HELD_OUT)) {
            plot.mark(model.examined(), model.heldOut(), '●', Tone.RESULT, Weight.BOLD);
        }
        cursor.guess().ghost().ifPresent(laid -> new TrainRings(laid, cursor, plot, inside).draw());
        axis(canvas, plot, high);
    }

    /**
     * Plots every {@code each}th number as a dot. Number i belongs to step i + 1; its x is that step times
     * {@code stretch}.
     */
    private static void dots(double[] y, double stretch, int each, Plot plot, Tone tone, DrawOrder layer) {
        for (int i = 0; i < y.length; i += each) {
            plot.line((i + 1) * stretch, y[i], (i + 1) * stretch, y[i], tone, layer);
        }
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

    /** Draws the pinned run, stretched so that both schedules have the same width. */
    private void kept(TrainModel other, Plot plot) {
        int of = other.recipe().of();
        double stretch = (double) model.recipe().of() / of;
        double[] smoothed = TrainNumbers.of(other).smoothed();
        dots(smoothed, stretch, Math.max(1, of / KEPT_DOTS), plot, Tone.FIRST, DrawOrder.CONSTRUCTION);
    }

    private static String named(TrainModel other) {
        String eta = Decimal.shortest(other.recipe().eta());
        return "■ kept at step " + other.step() + ", η " + eta;
    }

    /** Writes the name of a baseline unless it would hide a line. */
    private static void label(Canvas canvas, Plot plot, int x, int y, String text) {
        if (plot.isFree(x, y, canvas.width(text))) {
            canvas.put(x, y, text, Tone.DIM);
        }
    }

    private void axis(Canvas canvas, Plot plot, int y) {
        for (int row = 0; row < y; row++) {
            canvas.put(LEFT - 1, row, "│", Tone.GRID);
        }
        for (double level : new double[] {2.5, 3.0}) {
            canvas.put(0, plot.row(level), Decimal.fixed(level, 1), Tone.DIM);
            canvas.put(LEFT - 1, plot.row(level), "┤", Tone.GRID);
        }
        canvas.put(LEFT - 1, y, "└" + "─".repeat(canvas.width() - LEFT), Tone.GRID);
        for (int quarter = 0; quarter <= 4; quarter++) {
            int at = model.recipe().of() * quarter / 4;
            String number = canvas.width() < NARROW && quarter % 2 == 1 ? "" : String.valueOf(at);
            int column = LEFT + plot.column(at);
            canvas.put(column, y, "┬", Tone.GRID);
            int from = Math.min(column - (number.length() - 1) / 2, canvas.width() - number.length());
            canvas.put(from, y + 1, number, Tone.DIM);
        }
    }

    /**
     * Draws the names sampled at earlier steps and now. All columns use the same random numbers, so a row shows how one
     * name develops. Steps that are still to come have only their heading.
     */
    private void names(Canvas canvas, int milestones) {
        int pitch = Math.min(MOST_PITCH, (canvas.width() - FIRST_NAMES + 2) / milestones);
        for (int i = 0; i <= milestones; i++) {
            boolean now = i == milestones;
            int step = now ? model.step() : model.milestones().get(i);
            int x = i == 0 ? 0 : i == 1 ? FIRST_NAMES : FIRST_NAMES - 2 + (i - 1) * pitch;
            int width = (i == 0 ? FIRST_NAMES : i == 1 ? pitch - 2 : pitch) - 1;
            String head = now ? "now" : i == 0 ? "step 0" : "" + step;
            Weight weight = now ? Weight.BOLD : Weight.PLAIN;
            if (now ? step > 0 : step != model.step() || i == 0) {
                canvas.put(x, 0, head, now ? Tone.TEXT : Tone.DIM, weight);
            }
            boolean ready = cursor.shown().isEmpty() || model.film().approach(step, 0) == step;
            if (ready && (now ? step > 0 : step < model.step() || i == 0)) {
                List<String> names = model.samples(canvas.height() - 1, step);
                for (int row = 0; row < names.size(); row++) {
                    String nothing = canvas.fitting(width, "(nothing)", "nothing");
                    String name = names.get(row).isEmpty() ? nothing : Readout.cut(names.get(row), width);
                    canvas.put(x, row + 1, name, now ? Tone.TEXT : TONES.get(i), weight);
                }
            }
        }
    }
}
