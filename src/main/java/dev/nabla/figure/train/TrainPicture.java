package dev.nabla.figure.train;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.Layer;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Map;

/** Draws FIG.16: the losses with the numbers of the step beside them; below, what the dice say at steps long past and now, and what is watched. */
final class TrainPicture {
    private static final double LOW = 2.1;
    private static final double HIGH = 3.4;
    /** Cells left of the axis. */
    private static final int NUMBERS = 3;
    /** Narrower axes have room for fewer numbers. */
    private static final int NARROW = 38;

    /** The longest name, and a blank. */
    private static final int FIRST_NAMES = 17;

    private static final int MOST_NAMES = 11;
    /** Dots of single losses in a whole schedule. */
    private static final int DOTS = 333;

    private static final int KEPT_DOTS = 40;

    private final TrainModel model;
    private final TrainNumbers numbers;
    private final ViewState<TrainModel> cursor;
    private final Canvas body;

    TrainPicture(TrainModel model, ViewState<TrainModel> cursor, Canvas body) {
        this.model = model;
        this.numbers = TrainNumbers.of(model);
        this.cursor = cursor;
        this.body = body;
    }

    void draw() {
        boolean roomy = body.height() > 28;
        Area inside = roomy
                ? new Area(1, 1, body.width() - 1, body.height() - 2)
                : body.area().afterColumns(1);
        Map<String, Area> columns = Split.columns(
                inside, 2, Track.free("curve", 35), Track.free("panel", 22).atMost(40));
        Map<String, Area> rows = Split.rows(
                inside,
                0,
                Track.free("curve", 8),
                Track.fixed("axis", 2),
                Track.fixed("gap", roomy ? 1 : 0),
                Track.free("names", 3).sharing(5).atMost(MOST_NAMES + 1));
        Area curve = rows.get("curve");
        Area panel = columns.get("panel");
        int side = curve.height() + 2;
        curve(body.part(new Area(inside.x(), inside.y(), columns.get("curve").width(), side)));
        Area names = rows.get("names");
        Area place = new Area(panel.x(), inside.y(), panel.width(), roomy ? side + 6 : side);
        TrainPanel numbersBeside = new TrainPanel(model, numbers, cursor, body.part(place));
        numbersBeside.draw();
        boolean beside = !numbersBeside.isNarrow();
        int left = beside ? columns.get("curve").width() - (roomy ? 20 : 0) : body.width();
        if (beside || model.watch() == TrainModel.Watch.HEADS) {
            names(body.part(new Area(inside.x(), names.y(), left, names.height())), roomy ? 4 : 3);
        }
        if (beside || model.watch() != TrainModel.Watch.HEADS) {
            int from = beside ? inside.x() + left : 1;
            int most = roomy ? names.height() - 4 : names.height();
            Area below = new Area(from, names.y() + names.height() - most, body.width() - from, most);
            new TrainWatch(model, numbers, body.part(below)).draw();
        }
    }

    private void curve(Canvas canvas) {
        int high = canvas.height() - 2;
        int x = NUMBERS + 1;
        Canvas inside = canvas.part(new Area(x, 0, canvas.width() - x, high));
        int of = model.recipe().of();
        Plot plot = Plot.of(inside, 0, of, LOW, HIGH);
        double blind = Math.log(model.recipe().shape().vocab());
        plot.dotted(0, blind, of, blind, Tone.DIM, Layer.CONTOUR);
        plot.dotted(0, model.pairs(), of, model.pairs(), Tone.DIM, Layer.CONTOUR);
        int each = Math.max(1, of / DOTS);
        for (int i = 0; i < model.step(); i += each) {
            double loss = numbers.losses()[i];
            plot.line(i + 1, loss, i + 1, loss, Tone.GRID, Layer.SCALE);
        }
        cursor.pinned().ifPresent(kept -> kept(kept, plot));
        smooth(numbers.smoothed(), 2 * inside.width(), plot);
        plot.stamp();
        label(inside, plot, blind, "blind guessing ln 27 = ", true);
        label(inside, plot, model.pairs(), "counting pairs ", false);
        cursor.pinned().ifPresent(kept -> inside.right(inside.width(), high - 1, kept(kept), Tone.FIRST));
        if (model.examined() >= 0) {
            plot.mark(model.examined(), model.heldOut(), '●', Tone.RESULT, Weight.BOLD);
        }
        axis(canvas, plot, x, high);
    }

    /** The mean of each dot column's steps, two dots thick. */
    private void smooth(double[] smoothed, int columns, Plot plot) {
        double apart = model.recipe().of() / (columns - 1.0);
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < columns; i++) {
            int from = (int) Math.max(0, Math.ceil((i - 0.5) * apart) - 1);
            int to = (int) Math.min(smoothed.length, Math.ceil((i + 0.5) * apart) - 1);
            double sum = 0;
            for (int t = from; t < to; t++) {
                sum += smoothed[t];
            }
            if (from < to) {
                double y = sum / (to - from);
                plot.thick(
                        Double.isNaN(lastX) ? i * apart : lastX,
                        Double.isNaN(lastY) ? y : lastY,
                        i * apart,
                        y,
                        Tone.SECOND,
                        Layer.DATA);
                lastX = i * apart;
                lastY = y;
            }
        }
    }

    /** The run that was kept, as far as it has come, on the same share of its own schedule. */
    private void kept(TrainModel other, Plot plot) {
        TrainModel there = other.withStep(other.film().approach(other.step(), 0));
        double[] smoothed = TrainNumbers.of(there).smoothed();
        double stretch = (double) model.recipe().of() / other.recipe().of();
        for (int i = 0; i < smoothed.length; i += Math.max(1, other.recipe().of() / KEPT_DOTS)) {
            plot.line((i + 1) * stretch, smoothed[i], (i + 1) * stretch, smoothed[i], Tone.FIRST, Layer.CONSTRUCTION);
        }
    }

    private static String kept(TrainModel other) {
        return "■ kept at step " + other.step() + ", η "
                + Decimal.shortest(other.recipe().eta());
    }

    /** The name of a baseline, on its right end or below its left one, where it hides no line. */
    private void label(Canvas canvas, Plot plot, double level, String words, boolean right) {
        String number = Decimal.fixed(level, 3);
        String last = words.substring(words.indexOf(' ') + 1).replace("guessing ", "");
        String text = canvas.fitting(canvas.width() * 2 / 5, words + number, last + number);
        int x = right ? canvas.width() - canvas.width(text) : 1;
        int y = plot.row(level) + (right ? 0 : 1);
        if (plot.isFree(x, y, canvas.width(text))) {
            canvas.put(x, y, text, Tone.DIM);
        }
    }

    private void axis(Canvas canvas, Plot plot, int x, int y) {
        for (int row = 0; row < y; row++) {
            canvas.put(x - 1, row, "│", Tone.GRID);
        }
        for (double level : new double[] {2.5, 3.0}) {
            canvas.right(x - 1, plot.row(level), Decimal.fixed(level, 1), Tone.DIM);
            canvas.put(x - 1, plot.row(level), "┤", Tone.GRID);
        }
        canvas.put(x - 1, y, "└" + "─".repeat(canvas.width() - x), Tone.GRID);
        boolean narrow = canvas.width() < NARROW;
        for (int quarter = 0; quarter <= 4; quarter++) {
            int at = model.recipe().of() * quarter / 4;
            int column = x + plot.column(at);
            String number = String.valueOf(at);
            canvas.put(column, y, "┬", Tone.GRID);
            int from = Math.min(column - (number.length() - 1) / 2, canvas.width() - number.length());
            canvas.put(from, y + 1, narrow && quarter % 2 == 1 ? "" : number, Tone.DIM);
        }
    }

    /** The same dice at steps long past and now: a row is a name that grows up. */
    private void names(Canvas canvas, int milestones) {
        int rows = canvas.height() - 1;
        int pitch = Math.min(11, (canvas.width() - FIRST_NAMES + 2) / milestones);
        for (int i = 0; i < milestones; i++) {
            int step = model.milestones().get(i);
            int x = at(i, pitch);
            boolean ready = cursor.shown().isEmpty() || model.film().approach(step, 0) == step;
            if (ready && (step < model.step() || step == 0)) {
                column(
                        canvas,
                        x,
                        at(i + 1, pitch) - x,
                        i == 0 ? "step 0" : "" + step,
                        tone(i),
                        model.samples(rows, step));
            } else if (step > model.step()) {
                canvas.put(x, 0, String.valueOf(step), Tone.DIM);
            }
        }
        if (model.step() > 0) {
            int x = at(milestones, pitch);
            List<String> now = model.samples(rows, model.step());
            column(canvas, x, canvas.width() - x, "now", Tone.TEXT, now);
        }
    }

    /** Where a column of names begins. */
    private static int at(int column, int pitch) {
        return column == 0 ? 0 : column == 1 ? FIRST_NAMES : FIRST_NAMES - 2 + (column - 1) * pitch;
    }

    private static Tone tone(int milestone) {
        return List.of(Tone.PATH0, Tone.PATH1, Tone.PATH2, Tone.PATH2).get(milestone);
    }

    private static void column(Canvas canvas, int x, int width, String head, Tone tone, List<String> names) {
        Weight weight = head.equals("now") ? Weight.BOLD : Weight.PLAIN;
        canvas.put(x, 0, head, weight == Weight.BOLD ? tone : Tone.DIM, weight);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).isEmpty() ? canvas.fitting(width - 1, "(nothing)", "nothing") : names.get(i);
            canvas.put(x, i + 1, Readout.cut(name, width - 1), tone, weight);
        }
    }
}
