package dev.nabla.figure.backprop;

import static dev.nabla.figure.backprop.NudgeFigure.ERRORS;
import static dev.nabla.figure.backprop.NudgeFigure.FORWARD;
import static dev.nabla.figure.backprop.NudgeFigure.GRADIENT;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.backprop.NudgeFigure.NudgeResults;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws FIG.15b: the error of nudging against the size of the nudge, both in powers of ten, and a table of a few sizes.
 */
record NudgePicture(Picture<NudgeModel, NudgeResults> all, Canvas body) {
    /** Least width at which the table has its fifth column and the wings have their words. */
    private static final int WIDE = 76;

    /** Least width at which thin curves of other weights are drawn beside that of the weight. */
    private static final int LARGE = 116;

    private static final List<Tone> OTHERS = List.of(Tone.CONTOUR1, Tone.CONTOUR2, Tone.CONTOUR3);

    /** Column of the names of the other weights. */
    private static final int NAMES = 30;

    /** Cells between the left edge and the vertical axis. */
    private static final int AXIS = 8;

    /** Cells between the vertical axis and the largest size. */
    private static final int FIRST = 4;

    /** The sizes of the guess, which the table always shows. */
    private static final List<Double> ASKED = List.of(1.0, 0.1, 1e-7, 1e-14);

    /** A size that the table shows besides if one of {@link #ASKED} is selected. */
    private static final double BETWEEN = 1e-4;

    private NudgeModel model() {
        return all.model();
    }

    private NudgeResults answer() {
        return all.results();
    }

    private ViewState<NudgeModel> cursor() {
        return all.cursor();
    }

    private double eps() {
        return model().weight().eps();
    }

    private boolean isWide() {
        return body.width() - 2 >= WIDE;
    }

    private boolean isShown() {
        return model().isDone() && !isHidden();
    }

    private boolean isHidden() {
        return all.hides(ERRORS) || all.hides(FORWARD);
    }

    void draw() {
        List<NudgeResults> others = others();
        TrackPart.rows(
                body.part(new Area(1, 0, body.width() - 2, body.height())),
                new TrackPart(Track.fixed(1), row -> head(row, others)),
                new TrackPart(Track.free(5).atMost(20), part -> plot(part, others)),
                new TrackPart(Track.fixed(2), this::axis),
                TrackPart.blank(2),
                new TrackPart(Track.fixed(4), this::table),
                TrackPart.blank(6),
                new TrackPart(Track.free(9).goesAt(6), this::worked));
    }

    /** Returns other weights whose curves are drawn, on a large screen. */
    private List<NudgeResults> others() {
        return body.width() - 2 >= LARGE && isShown()
                ? model().others(OTHERS.size()).stream()
                        .map(NudgeResults::of)
                        .filter(other -> other.errors().max() > 0)
                        .toList()
                : List.of();
    }

    private void head(Canvas row, List<NudgeResults> others) {
        BackpropModel weight = model().weight();
        row.put(2, 0, "off by, in powers of ten", Tone.DIM);
        row.right(row.width() - 1, 0, weight.weightName() + " of " + weight.name(), Tone.DIM);
        names(row, others);
    }

    private void worked(Canvas rows) {
        if (isShown()) {
            WorkedOut.draw(rows.part(rows.area().afterColumns(2)), cursor(), all.steps());
        }
    }

    /** Names the other weights in the tones of their curves. */
    private void names(Canvas row, List<NudgeResults> others) {
        int x = NAMES;
        for (int i = 0; i < others.size(); i++) {
            String name = others.get(i).model().weight().weightName();
            row.put(x, 0, i == 0 ? "thin:" : "", Tone.DIM);
            x += i == 0 ? 6 : 0;
            row.put(x, 0, name, OTHERS.get(i));
            x += name.length() + 2;
        }
    }

    /** Returns the cells between two sizes. */
    private int pitch() {
        return Math.max(2, (body.width() - 18) / (NudgeModel.SIZES.size() - 1));
    }

    /** Returns the column of a size, right of the vertical axis. */
    private int column(int i) {
        return FIRST - 1 + i * pitch();
    }

    private void plot(Canvas whole, List<NudgeResults> others) {
        Canvas canvas = whole.part(whole.area().afterColumns(AXIS + 1));
        Vector errors = answer().errors();
        DoubleSummaryStatistics powers =
                errors.stream().filter(x -> x > 0).map(Math::log10).summaryStatistics();
        boolean none = powers.getCount() == 0;
        double lo = none ? -9 : Math.floor(powers.getMin() - 0.5);
        double hi = none ? -1 : Math.max(lo + 2, Math.ceil(powers.getMax() - 0.5));
        Plot plot = Plot.of(canvas, 0, canvas.width() * 2 - 1.0, lo - 0.3, hi + 0.3);
        for (int y = 0; y < whole.height(); y++) {
            whole.put(AXIS, y, "│", Tone.GRID);
        }
        int every = hi - lo > canvas.height() ? 3 : 2;
        for (int power = (int) hi; power >= lo; power -= every) {
            whole.right(AXIS - 1, plot.row(power), power == 0 ? "1" : Decimal.typeset("1e" + power), Tone.DIM);
            whole.put(AXIS, plot.row(power), "┤", Tone.GRID);
        }
        for (int i = 0; i < NudgeModel.SIZES.size(); i++) {
            int left = column(i) - pitch() / 2;
            all.knob("eps").pick(canvas, new Area(left, 0, pitch(), canvas.height()), i);
        }
        if (isHidden()) {
            return;
        }
        for (int i = 0; i < others.size(); i++) {
            Vector errorsThere = others.get(i).errors();
            for (int j = 1; j < errorsThere.size(); j++) {
                plot.line(
                        x(j - 1),
                        y(errorsThere, j - 1),
                        x(j),
                        y(errorsThere, j),
                        OTHERS.get(i),
                        DrawOrder.CONSTRUCTION);
            }
        }
        curve(plot, errors);
        if (model().isDone() && isWide()) {
            wings(canvas, plot, errors);
        }
    }

    private void curve(Plot plot, Vector errors) {
        List<Integer> tried = answer().tried();
        for (int i = 1; i < errors.size(); i++) {
            if (tried.contains(i - 1) && tried.contains(i)) {
                plot.line(x(i - 1), y(errors, i - 1), x(i), y(errors, i), Tone.GRID, DrawOrder.DATA);
            }
        }
        plot.stamp();
        for (int i : tried) {
            boolean nearest = i == answer().nearest();
            boolean selected = NudgeModel.SIZES.get(i) == eps();
            Tone tone = nearest ? Tone.RESULT : selected ? Tone.SECOND : Tone.TEXT;
            plot.mark(x(i), y(errors, i), nearest ? '●' : '○', tone, nearest || selected ? Weight.BOLD : Weight.PLAIN);
        }
    }

    /** Returns the middle of a column, in dots. */
    private double x(int i) {
        return 2 * column(i) + 0.5;
    }

    private static double y(Vector errors, int i) {
        return Math.log10(errors.get(i));
    }

    /** Writes beside both wings why nudging is off there, where that hides no line. */
    private void wings(Canvas canvas, Plot plot, Vector errors) {
        String left = "the step is long, and L bends";
        int x = column(2) + 3;
        int y = plot.row(y(errors, 2)) - 1;
        if (errors.get(2) > 0 && plot.isFree(x - 1, y, left.length() + 2)) {
            canvas.put(x, y, left, Tone.DIM);
        }
        String right = "the digits run out";
        int from = column(12) - 4 - right.length();
        int row = plot.row(y(errors, 12));
        row -= plot.isFree(from - 1, row, right.length() + 2) ? 0 : 1;
        if (errors.get(12) > 0 && plot.isFree(from - 1, row, right.length() + 2)) {
            canvas.put(from, row, right, Tone.DIM);
        }
    }

    private void axis(Canvas canvas) {
        int last = AXIS + 1 + column(NudgeModel.SIZES.size() - 1);
        canvas.put(AXIS, 0, "└" + "─".repeat(last - AXIS), Tone.GRID);
        int every = pitch() < 4 ? 4 : 2;
        for (int i = 0; i < NudgeModel.SIZES.size(); i++) {
            int x = AXIS + 1 + column(i);
            boolean selected = NudgeModel.SIZES.get(i) == eps();
            canvas.put(x, 0, "┬", selected ? Tone.SECOND : Tone.GRID);
            if (i == 0 || i % every == every - 1) {
                canvas.middle(x, 1, NudgeFigure.power(NudgeModel.SIZES.get(i)), Tone.DIM, Weight.PLAIN);
            }
        }
        canvas.put(last + 2, 0, "ε", Tone.DIM);
    }

    /** Returns the sizes in the table, the largest first: those of the guess and the selected one. */
    private List<Double> shown() {
        Stream<Double> asked = ASKED.stream().filter(size -> isWide() || size != 0.1 || size == eps());
        Stream<Double> more = !ASKED.contains(eps()) ? Stream.of(eps()) : isWide() ? Stream.of(BETWEEN) : Stream.of();
        return Stream.concat(asked, more).sorted(Comparator.reverseOrder()).toList();
    }

    private void table(Canvas canvas) {
        KnobView eps = all.knob("eps");
        eps.mark(canvas, 0, 0);
        eps.label(canvas, 2, 0, "ε", Tone.DIM);
        String walk = canvas.width() >= WIDE ? "by the walk back" : "walk back";
        canvas.put(2, 1, "by nudging", Tone.DIM);
        canvas.put(2, 2, walk, Tone.DIM);
        canvas.put(2, 3, "off by", Tone.DIM);
        List<Double> sizes = shown();
        int pitch = Math.min(12, (canvas.width() - 14) / sizes.size());
        for (int i = 0; i < sizes.size(); i++) {
            column(canvas, canvas.width() - 1 - pitch * (sizes.size() - 1 - i), sizes.get(i), eps);
        }
    }

    private void column(Canvas canvas, int end, double size, KnobView eps) {
        boolean selected = size == eps();
        String text = NudgeFigure.power(size);
        if (selected) {
            canvas.right(end + 1, 0, " " + text + " ", eps.tone(Tone.TEXT), eps.weight(Weight.PLAIN));
            eps.take(canvas, new Area(end - text.length(), 0, text.length(), 1));
        } else {
            canvas.right(end, 0, text, Tone.DIM);
        }
        int at = NudgeModel.SIZES.indexOf(size);
        boolean known =
                !isHidden() && (at < 0 ? model().isDone() : answer().tried().contains(at));
        double slope = at < 0 ? answer().forward() : answer().nudged().get(at);
        double error = Math.abs(slope - answer().gradient());
        String walk = cursor().text(GRADIENT, answer(), BackpropFigure::six);
        canvas.right(end, 1, known ? BackpropFigure.six(slope) : ViewState.HIDDEN, selected ? Tone.SECOND : Tone.TEXT);
        canvas.right(end, 2, walk, Tone.DIM);
        Weight weight = selected ? Weight.BOLD : Weight.PLAIN;
        canvas.right(
                end, 3, known ? NudgeFigure.off(error) : ViewState.HIDDEN, selected ? Tone.RESULT : Tone.TEXT, weight);
    }
}
