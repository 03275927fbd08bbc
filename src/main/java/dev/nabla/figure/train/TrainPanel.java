package dev.nabla.figure.train;

import static dev.nabla.figure.train.TrainFigure.ETA_NOW;
import static dev.nabla.figure.train.TrainFigure.HELD_OUT;
import static dev.nabla.figure.train.TrainFigure.LOSS;
import static dev.nabla.figure.train.TrainFigure.NORM;
import static dev.nabla.figure.train.TrainFigure.PAIRS;
import static dev.nabla.figure.train.TrainFigure.PARAMETERS;
import static dev.nabla.figure.train.TrainFigure.SMOOTHED;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.train.TrainModel.HeldOutPoint;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Schedule;
import dev.nabla.gpt.Schedule.EtaChange;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Draws the numbers of the step beside the loss curve of FIG.16, and knobs among them. While one of the knobs that have
 * a row of their own is focused, the rows that find no room go, the least important first; else all knobs follow the
 * losses.
 */
record TrainPanel(Picture<TrainModel, TrainNumbers> all, RunSoFar run, Optional<RunSoFar> before, Canvas canvas) {
    /** Width, in cells, from which some of the other knobs are always shown. */
    private static final int WIDE = 38;

    /** Width, in cells, below which only the most important rows are shown. */
    private static final int NARROW = 30;

    /** Rows of a narrow panel above the knobs: the step, smoothed and held out. */
    private static final int LEAST_ROWS = 3;

    private static final int NUMBER = 8;
    private static final int THOUSAND = 1000;
    /** The knobs with a row of their own below that of the steps. */
    private static final List<String> KNOB_ROWS = List.of("eta", "eta_from", "names");

    private static final List<String> OTHERS =
            List.of("batch", "seed", "tau", "n_embd", "n_head", "n_layer", "of", "optimizer", "cut", "name");
    /** Number of other knobs that are shown in a wide panel. */
    private static final int SOME = 6;

    /** Most rows that they take. */
    private static final int SOME_ROWS = 3;

    private TrainModel model() {
        return all.model();
    }

    boolean isNarrow() {
        return canvas.width() < NARROW;
    }

    /** Returns where the focus meets a knob on its way down the panel, from 0. */
    static int place(String knob) {
        int row = KNOB_ROWS.indexOf(knob);
        int other = OTHERS.indexOf(knob);
        return row >= 0 ? row : KNOB_ROWS.size() + (other >= 0 ? other : OTHERS.size());
    }

    void draw() {
        Readout out = new Readout(canvas);
        RankedRows rows = new RankedRows(canvas, out);
        boolean wide = canvas.width() >= WIDE;
        String focused = all.cursor().spot().knob();
        KnobView steps = all.knob("steps");
        int room = canvas.width() - (isNarrow() ? 9 : 12);
        rows.knob(0, steps.labelled("step").reading(steps.value(room, room)));
        if (KNOB_ROWS.contains(focused) || List.of("steps", Focus.GHOST.knob()).contains(focused)) {
            settings(rows);
            names(rows);
            losses(rows, out, wide);
            compared(rows);
            guides(rows);
            name(rows);
            rows.draw(canvas.height());
            boolean more = wide && out.y() + SOME_ROWS + 2 <= canvas.height();
            out.gap(wide ? 1 : 0);
            out.gap(more ? knobs(OTHERS.subList(0, SOME), out.y()) : 0);
        } else {
            losses(rows, out, wide);
            rows.draw(isNarrow() ? LEAST_ROWS : canvas.height() - 1);
            out.gap(isNarrow() ? 0 : 1);
            List<String> knobs = new ArrayList<>(KNOB_ROWS);
            knobs.removeIf(name -> name.equals("eta_from") && !model().canChange());
            knobs.addAll(OTHERS);
            out.gap(knobs(knobs, out.y())).gap(1);
        }
        slopes(out, wide);
    }

    private void settings(RankedRows rows) {
        rows.knob(1, isNarrow() ? all.knob("eta") : all.knob("eta").labelled("η at step 1"));
        int here = model().changeStep();
        Optional<EtaChange> now = Optional.empty();
        List<EtaChange> changes = model().recipe().schedule().changes();
        for (EtaChange change : changes) {
            if (change.step() == here) {
                now = Optional.of(change);
            } else {
                rows.row(1, Decimal.shortest(change.eta()), from(change.step()));
            }
        }
        if (changes.size() == Schedule.MOST_CHANGES && now.isEmpty()) {
            return;
        }
        if (model().canChange()) {
            String eta = now.map(change -> Decimal.shortest(change.eta())).orElse("=");
            KnobView from = all.knob("eta_from").labelled(from(here)).reading(eta);
            rows.knob(from.focused() ? 0 : 3, from);
        } else {
            rows.blank(3);
        }
    }

    private static String from(int step) {
        return "  from " + Decimal.grouped(step) + " on";
    }

    private void names(RankedRows rows) {
        rows.row(4, all.column(ETA_NOW, NUMBER), "η now");
        KnobView names = all.knob("names");
        int room = canvas.width() - 5 - canvas.width("names");
        rows.knob(model().countsByHeart() || names.focused() ? 1 : 5, names.reading(names.value(room, room)));
        if (model().countsByHeart()) {
            String times = Decimal.fixed(model().epochs(), model().epochs() < 10 ? 1 : 0) + " times";
            rows.row(3, times, isNarrow() ? "each read" : "each was read");
        }
    }

    private void losses(RankedRows rows, Readout out, boolean wide) {
        rows.row(4, nats(LOSS), all.results().learnt());
        String smoothed = model().step() == 0 ? ViewState.HIDDEN : nats(SMOOTHED);
        rows.bold(0, "━", Tone.SECOND, smoothed, "smoothed");
        boolean read = model().examined() >= 0;
        String held = read ? nats(HELD_OUT) : ViewState.HIDDEN;
        String words = read && model().examined() < model().step()
                ? out.fitting(held, "held out at " + Decimal.grouped(model().examined()), "held out")
                : "held out" + (wide ? ", " + model().recipe().corpus().heldOut() + " names" : "");
        rows.bold(0, "●", Tone.RESULT, held, words);
    }

    /** Adds what the run is compared with: its own best, its highest loss, its future and the run before a change. */
    private void compared(RankedRows rows) {
        boolean known = model().examined() >= 0 && model().step() > 0 && !all.hides(HELD_OUT);
        if (model().countsByHeart() && known && !all.hides(SMOOTHED)) {
            String gap = loss(model().heldOut() - all.results().lastSmoothed());
            rows.row(1, gap, Tone.RESULT, Weight.REVERSE, "gap");
            best().ifPresent(best -> rows.row(2, at(loss(best.loss()), best.step()), "best held out"));
        }
        if (run.left() > 0 && !all.hides(SMOOTHED)) {
            String left = "at step " + Decimal.grouped(run.left());
            rows.marked(2, "▲", Tone.WARN, left, "left the axis", "left");
            double highest = run.smoothed()[run.highest() - 1];
            rows.row(2, at(TrainNumbers.written(highest, NUMBER), run.highest()), "highest", "peak");
        }
        before.filter(old -> !all.hides(HELD_OUT)).ifPresent(old -> before(old, rows));
        all.cursor()
                .pinned()
                .filter(kept -> !all.hides(HELD_OUT))
                .filter(kept -> run.waits() || kept.film().examine(kept.step(), 0))
                .map(kept -> loss(kept.film().heldOut(kept.step())))
                .ifPresent(held -> rows.marked(1, "■", Tone.FIRST, held, "held out, kept run", "kept run"));
    }

    private void before(RunSoFar old, RankedRows rows) {
        int last = old.lastKnown(old.end());
        String at = last < model().recipe().of() ? ", " + Decimal.grouped(last) : "";
        old.heldOut(last)
                .ifPresent(loss -> rows.marked(
                        1, "○", Tone.DIM, loss(loss), "had it gone on" + at, "had it gone on", "unchanged"));
        int both = model().comparedAt(Math.max(old.end(), run.end()));
        if (both <= model().step() && both < old.end() && !isNarrow()) {
            run.heldOut(both).ifPresent(now -> old.heldOut(both)
                    .ifPresent(
                            then -> rows.row(2, loss(now) + ", was " + loss(then), "  at " + Decimal.grouped(both))));
        }
    }

    private static String loss(double nats) {
        return LOSS.style().column(nats, NUMBER);
    }

    private static String at(String loss, int step) {
        return loss + " at " + Decimal.grouped(step);
    }

    private Optional<HeldOutPoint> best() {
        return model().heldOutLine().stream().min(Comparator.comparingDouble(HeldOutPoint::loss));
    }

    /** Adds the name that the side panel is about, right above it. */
    private void name(RankedRows rows) {
        String panel =
                switch (model().watch()) {
                    case HEADS -> model().countsByHeart() ? "" : "heads of";
                    case EMBEDDING -> "nearest to the letters of";
                    case NEURONS -> "neurons on for";
                    default -> "";
                };
        if (!panel.isEmpty() && !isNarrow()) {
            rows.knob(4, all.knob("name").labelled(panel));
        }
    }

    private void guides(RankedRows rows) {
        if (!isNarrow()) {
            String blind = loss(Math.log(model().recipe().shape().vocab()));
            rows.marked(4, "─", Tone.GRID, blind + "   " + all.column(PAIRS, NUMBER), "blind, pairs");
        }
        if (model().step() < run.end()) {
            rows.row(1, Decimal.grouped(run.end()), "ran to");
        }
    }

    private String nats(Quantity<TrainNumbers, Double> loss) {
        return all.shows(loss) && loss.of(all.results()) >= THOUSAND
                ? TrainNumbers.written(loss.of(all.results()), NUMBER)
                : all.column(loss, NUMBER);
    }

    /**
     * Draws knobs side by side, each name followed by its value, and starts a new row when one does not fit. If there
     * are more rows than fit, those around the focused knob are drawn. Returns the number of rows used.
     */
    private int knobs(List<String> names, int y) {
        List<List<KnobWord>> rows = new ArrayList<>();
        int x = canvas.width();
        int focused = 0;
        for (String name : names) {
            KnobView knob = name.equals("of") ? all.knob(name).labelled(name) : all.knob(name);
            KnobWord word = new KnobWord(knob, canvas.width() - 2);
            if (x + word.width(canvas) > canvas.width()) {
                rows.add(new ArrayList<>());
                x = 2;
            }
            x += word.width(canvas) + 3;
            rows.get(rows.size() - 1).add(word);
            focused = word.knob().focused() ? rows.size() - 1 : focused;
        }
        MatrixGrid.VisibleRange shown = MatrixGrid.window(focused, Math.max(1, canvas.height() - y), rows.size());
        for (int row = shown.from(); row < shown.to(); row++) {
            int at = 2;
            for (KnobWord word : rows.get(row)) {
                word.draw(canvas, at, y + row - shown.from());
                at += word.width(canvas) + 3;
            }
        }
        return shown.size();
    }

    private void slopes(Readout out, boolean wide) {
        if (out.y() < canvas.height()) {
            String slopes = wide ? ", " + all.column(PARAMETERS, NUMBER) + " slopes" : "";
            out.row("|∇L|" + slopes, all.column(NORM, NUMBER), Tone.TEXT);
        }
    }
}
