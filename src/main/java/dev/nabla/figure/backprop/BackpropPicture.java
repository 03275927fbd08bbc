package dev.nabla.figure.backprop;

import static dev.nabla.figure.backprop.BackpropFigure.GRADIENT;
import static dev.nabla.figure.backprop.BackpropFigure.LOSS;
import static dev.nabla.figure.backprop.BackpropFigure.NORM;
import static dev.nabla.figure.backprop.BackpropFigure.NORMS;
import static dev.nabla.figure.backprop.BackpropFigure.PASSES;
import static dev.nabla.figure.backprop.BackpropFigure.WEIGHT;
import static dev.nabla.figure.backprop.BackpropFigure.ZEROS;

import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.backprop.BackpropFigure.BackpropResults;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Optional;

/**
 * Draws FIG.15: the forward pass as a chain with the arrow of the walk back under it, and all matrices in the same
 * order with the lengths of their slopes. What the walk has not reached is a dot in the place of its number.
 */
record BackpropPicture(Picture<BackpropModel, BackpropResults> all, Canvas body) {
    /** Stations of the forward pass. A narrow screen leaves out those without weights. */
    private static final List<String> STATIONS =
            List.of("wte wpe", "norm", "wq wk wv", "softmax", "wo", "fc1 relu fc2", "lm_head", "L");

    private static final List<String> WEIGHTLESS = List.of("norm", "softmax");
    private static final String ARROW = " ─► ";
    private static final String SHORT_ARROW = " ► ";

    /** Least width at which the panel stands beside the list. */
    private static final int WIDE = 76;

    /** Columns of the list: where the number of weights ends, where that of the slopes ends, where the bar begins. */
    private static final int COUNT = 19;

    private static final int LENGTH = 27;
    private static final int BAR = 28;
    private static final int LONGEST_BAR = 20;
    /** Column of the dot in the place of a length. */
    private static final int DOT = 24;

    /** Where the panel beside the list begins, and its width. */
    private static final int PANEL = 50;

    private static final int PANEL_WIDTH = 28;

    private static final int GAP = 3;

    /** Where the slopes of the chosen row begin, beside the panel. */
    private static final int ROW = PANEL + PANEL_WIDTH + GAP;

    /** Rows of the list: a head and the matrices. */
    private static final int LIST = BackpropModel.WAY.size() + 1;

    /** Height, in rows, from which the list has a caption: below the name, two rows of the way and the list. */
    private static final int CAPTIONED = 1 + 2 + LIST + 1;

    /** Columns below a narrow list: where the first number ends, and where the second label begins. */
    private static final int FIRST_NUMBER = 30;

    private static final int SECOND_LABEL = 33;

    private BackpropModel model() {
        return all.model();
    }

    private BackpropResults answer() {
        return all.results();
    }

    private ViewState<BackpropModel> cursor() {
        return all.cursor();
    }

    private RowSlopes rowSlopes() {
        return new RowSlopes(answer(), cursor());
    }

    private boolean isWide() {
        return body.width() - 2 >= WIDE;
    }

    void draw() {
        TrackPart.rows(
                body.part(new Area(1, 0, body.width() - 2, body.height())),
                new TrackPart(Track.fixed(1), this::name),
                TrackPart.blank(4),
                new TrackPart(Track.fixed(2), this::way),
                TrackPart.blank(3),
                new TrackPart(Track.fixed(isWide() ? LIST : LIST + 2), isWide() ? this::wide : this::narrow),
                TrackPart.blank(5),
                new TrackPart(Track.fixed(1).goesAt(2), this::caption),
                TrackPart.blank(6),
                new TrackPart(Track.free(9).goesAt(6), this::worked));
    }

    private void name(Canvas row) {
        KnobWord name = new KnobWord(all.knob("name"));
        name.draw(row, 2, 0);
        row.put(2 + name.width(row) + 6, 0, "L " + all.column(LOSS.places(3), 6), Tone.TEXT);
        new KnobWord(all.knob("steps")).drawLeft(row, row.width(), 0);
    }

    /** Draws the panel beside the list, and beside it the slopes of the chosen row if there is room. */
    private void wide(Canvas rows) {
        slopes(rows);
        panel(rows.part(new Area(PANEL, 0, Math.min(PANEL_WIDTH, rows.width() - PANEL), rows.height())));
        if (hasRowSlopes(rows)) {
            rowSlopes().draw(rows.part(rows.area().afterColumns(ROW)));
        }
    }

    private void narrow(Canvas rows) {
        slopes(rows.part(rows.area().top(LIST)));
        weightBelow(rows.part(rows.area().afterRows(LIST)));
    }

    private boolean hasRowSlopes(Canvas rows) {
        return body.height() >= CAPTIONED && rows.width() - ROW >= RowSlopes.LEAST_WIDTH;
    }

    private void caption(Canvas row) {
        row.put(2, 0, "down the list is the way forward; ▲ the walk goes up it", Tone.DIM);
        if (hasRowSlopes(row)) {
            row.right(row.width(), 0, rowSlopes().caption(), Tone.DIM);
        }
    }

    private void worked(Canvas rows) {
        Canvas place = rows.part(rows.area().afterColumns(2));
        WeightLedger ledger = new WeightLedger(answer(), cursor());
        boolean beside = ledger.fits(place);
        int left = place.width() - (beside ? WeightLedger.WIDTH + GAP : 0);
        if (beside) {
            ledger.draw(place.part(place.area().afterColumns(left + GAP)));
        }
        if (model().isDone()) {
            WorkedOut.draw(place.part(place.area().left(left)), cursor(), all.steps());
        }
    }

    /** Returns the matrix that the walk has reached last; empty before it begins. */
    private Optional<Tensor> reached() {
        int at = BackpropModel.WAY.size() - (int) model().walked();
        return model().walked() == 0 ? Optional.empty() : Optional.of(BackpropModel.WAY.get(at));
    }

    /** Returns the matrix at which the walk stands now; empty before it begins and after its end. */
    private Optional<Tensor> atWork() {
        return model().isDone() ? Optional.empty() : reached();
    }

    private static String shortName(Tensor matrix) {
        return matrix.word().replace("attn_", "").replace("mlp_", "");
    }

    /** Draws the stations, and below them the arrow from L back to the matrix that the walk has reached. */
    private void way(Canvas row) {
        Canvas canvas = row.part(row.area().afterColumns(2));
        List<String> shown = isWide()
                ? STATIONS
                : STATIONS.stream()
                        .filter(station -> !WEIGHTLESS.contains(station))
                        .toList();
        String arrow = isWide() ? ARROW : SHORT_ARROW;
        String lit = atWork().map(BackpropPicture::shortName).orElse("");
        String goal = reached().map(BackpropPicture::shortName).orElse("");
        int x = 0;
        int head = 0;
        for (String station : shown) {
            boolean first = x == 0;
            canvas.put(x, 0, first ? "" : arrow, Tone.GRID);
            x += first ? 0 : canvas.width(arrow);
            canvas.put(x, 0, station, station.equals("L") ? Tone.TEXT : Tone.DIM);
            for (String word : station.split(" ")) {
                int from = x + (station.equals(word) ? 0 : station.indexOf(word));
                head = word.equals(goal) ? from : head;
                if (word.equals(lit)) {
                    canvas.put(from, 0, word, Tone.SECOND, Weight.BOLD);
                }
            }
            x += station.length();
        }
        int end = x - 1;
        int from = goal.isEmpty() ? end - 3 : head;
        canvas.put(from, 1, "◄" + "─".repeat(end - from - 2), Tone.RESULT);
        canvas.put(end, 1, "1", Tone.RESULT, Weight.BOLD);
    }

    /** Draws a row per matrix: its number of weights, and the length of its slopes once the walk has passed it. */
    private void slopes(Canvas canvas) {
        KnobView matrix = all.knob("matrix");
        canvas.put(2, 0, "matrix", Tone.DIM);
        canvas.right(COUNT, 0, "weights", Tone.DIM);
        canvas.put(COUNT + 3, 0, "length of its slopes", Tone.DIM);
        double longest =
                BackpropModel.WAY.stream().mapToDouble(answer()::length).max().orElseThrow();
        int room = Math.min(LONGEST_BAR, canvas.width() - BAR);
        for (int i = 0; i < BackpropModel.WAY.size(); i++) {
            Tensor tensor = BackpropModel.WAY.get(i);
            int y = 1 + i;
            boolean works = atWork().filter(tensor::equals).isPresent();
            KnobView entry = matrix.entry(tensor == model().tensor());
            Tone tone = works || entry.focused() ? Tone.SECOND : model().hasPassed(tensor) ? Tone.TEXT : Tone.DIM;
            if (works) {
                canvas.put(0, y, "▲", Tone.SECOND, Weight.BOLD);
            } else if (!cursor().running()) {
                entry.mark(canvas, 0, y);
            }
            Weight weight = works ? Weight.BOLD : cursor().running() ? Weight.PLAIN : entry.weight(Weight.PLAIN);
            canvas.put(2, y, tensor.word(), tone, weight);
            canvas.right(COUNT, y, Style.GROUPED.column(BackpropModel.count(tensor), COUNT), Tone.DIM);
            if (model().hasPassed(tensor)) {
                length(canvas, y, answer().length(tensor), longest, room, works);
            } else {
                canvas.put(DOT, y, ViewState.HIDDEN, Tone.GRID);
            }
            entry.pick(canvas, new Area(0, y, Math.min(PANEL, canvas.width()), 1), i);
        }
    }

    private void length(Canvas canvas, int y, double norm, double longest, int room, boolean works) {
        canvas.right(LENGTH, y, cursor().number(NORMS, norm, 7), works ? Tone.RESULT : Tone.TEXT);
        String bar = canvas.glyphs().bar(norm / longest * room, room);
        canvas.put(BAR, y, all.hides(NORMS) ? "" : bar, works ? Tone.RESULT : Tone.FIRST);
    }

    private String slopesSoFar() {
        return Decimal.grouped(model().reached()) + " of " + Decimal.grouped(answer().parameters());
    }

    /** Returns a text of the selected weight's matrix once the walk has passed it, else a dot. */
    private String once(boolean passed, String text) {
        return passed ? text : ViewState.HIDDEN;
    }

    private String gradient() {
        return once(model().hasPassed(model().tensor()), cursor().text(GRADIENT, answer(), BackpropFigure::six));
    }

    private void panel(Canvas canvas) {
        new Readout(canvas).row("slopes", slopesSoFar(), Tone.TEXT);
        weight(canvas, 2);
        canvas.right(canvas.width() - 1, 2, all.sentence(WEIGHT), Tone.TEXT);
        boolean done = model().isDone();
        new Readout(canvas)
                .gap(3)
                .row("∂L/∂w", gradient(), Tone.RESULT, Weight.BOLD)
                .gap(1)
                .row("|∇L|, all of them", once(done, all.column(NORM, 9)), Tone.TEXT)
                .row("of these are 0", once(done, all.sentence(ZEROS)), Tone.TEXT)
                .gap(1)
                .row(
                        "by nudging",
                        once(done, cursor().text(PASSES, answer(), runs -> Decimal.grouped(runs) + " runs")),
                        Tone.DIM)
                .row("by this walk", once(done, "one"), Tone.DIM);
    }

    /** Draws the selected weight like {@code lm_head[a,4]  w}; its row and its column are knobs. */
    private void weight(Canvas canvas, int y) {
        KnobView row = all.knob("row");
        KnobView column = all.knob("column");
        row.mark(canvas, 0, y);
        column.mark(canvas, 0, y);
        int x = 2;
        x = put(canvas, x, y, model().tensor().word() + "[");
        x = knob(canvas, x, y, row, model().rowName());
        x = put(canvas, x, y, ",");
        x = knob(canvas, x, y, column, "" + model().column());
        put(canvas, x, y, "]  w");
    }

    private static int put(Canvas canvas, int x, int y, String text) {
        canvas.put(x, y, text, Tone.DIM);
        return x + canvas.width(text);
    }

    private static int knob(Canvas canvas, int x, int y, KnobView knob, String text) {
        canvas.put(x, y, text, knob.tone(Tone.TEXT), knob.weight(Weight.PLAIN));
        knob.take(canvas, new Area(x, y, text.length(), 1));
        return x + canvas.width(text);
    }

    /** Draws what the panel leaves on a narrow screen: the selected weight, its slope, and the count of slopes. */
    private void weightBelow(Canvas canvas) {
        weight(canvas, 0);
        String value = all.sentence(WEIGHT);
        canvas.right(FIRST_NUMBER, 0, value, Tone.TEXT);
        canvas.put(SECOND_LABEL, 0, "∂L/∂w", Tone.DIM);
        canvas.right(canvas.width() - 1, 0, gradient(), Tone.RESULT, Weight.BOLD);
        canvas.put(2, 1, "slopes", Tone.DIM);
        canvas.right(FIRST_NUMBER, 1, slopesSoFar(), Tone.TEXT);
        canvas.put(SECOND_LABEL, 1, "|∇L|", Tone.DIM);
        canvas.right(canvas.width() - 1, 1, once(model().isDone(), all.column(NORM, 9)), Tone.TEXT);
    }
}
