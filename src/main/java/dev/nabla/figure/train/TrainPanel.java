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
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.MatrixGrid;
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
record TrainPanel(
        TrainModel model,
        TrainNumbers numbers,
        RunSoFar run,
        Optional<RunSoFar> before,
        ViewState<TrainModel> cursor,
        Knobs<TrainModel> knobs,
        Canvas canvas) {
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

    /**
     * A row of the panel.
     *
     * @param rank rows of higher ranks go first
     */
    private record PanelRow(int rank, Runnable draw) {}

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
        boolean wide = canvas.width() >= WIDE;
        List<PanelRow> rows = new ArrayList<>();
        String focused = cursor.spot().knob();
        boolean inRow = KNOB_ROWS.contains(focused) || focused.equals("steps");
        if (inRow || cursor.isFocused(Focus.GHOST.knob())) {
            settings(rows, out);
            names(rows, out);
            losses(rows, out, wide);
            compared(rows, out);
            guides(rows, out);
            name(rows, out);
            fitting(rows, canvas.height());
            rows.forEach(row -> row.draw().run());
            boolean room = out.y() + SOME_ROWS + 2 <= canvas.height();
            out.gap(wide ? 1 : 0);
            out.gap(wide && room ? knobs(OTHERS.subList(0, SOME), out.y()) : 0);
        } else {
            rows.add(new PanelRow(0, () -> step(out)));
            losses(rows, out, wide);
            fitting(rows, isNarrow() ? LEAST_ROWS : canvas.height() - 1);
            rows.forEach(row -> row.draw().run());
            out.gap(isNarrow() ? 0 : 1);
            List<String> all = new ArrayList<>(KNOB_ROWS);
            all.removeIf(name -> name.equals("eta_from") && !model.canChange());
            all.addAll(OTHERS);
            out.gap(knobs(all, out.y())).gap(1);
        }
        slopes(out, wide);
    }

    /** Drops the rows of the highest ranks until {@code most} are left; of equal ranks the last ones go. */
    private static void fitting(List<PanelRow> rows, int most) {
        while (rows.size() > most) {
            PanelRow least = rows.get(0);
            for (PanelRow row : rows) {
                least = row.rank() >= least.rank() ? row : least;
            }
            rows.remove(least);
        }
    }

    private void step(Readout out) {
        KnobView steps = knobs.at("steps");
        int room = canvas.width() - (isNarrow() ? 9 : 12);
        out.knob(steps.labelled("step").reading(steps.value(room, room)));
    }

    private void settings(List<PanelRow> rows, Readout out) {
        rows.add(new PanelRow(0, () -> step(out)));
        rows.add(new PanelRow(
                1, () -> out.knob(isNarrow() ? knobs.at("eta") : knobs.at("eta").labelled("η at step 1"))));
        List<EtaChange> changes = model.recipe().schedule().changes();
        int here = model.changeStep();
        for (EtaChange change : changes) {
            if (change.step() != here) {
                String from = "  from " + Decimal.grouped(change.step()) + " on";
                rows.add(new PanelRow(1, () -> out.row(from, Decimal.shortest(change.eta()), Tone.TEXT)));
            }
        }
        boolean full =
                changes.size() == Schedule.MOST_CHANGES && changes.stream().noneMatch(change -> change.step() == here);
        if (full) {
            return;
        }
        if (!model.canChange()) {
            rows.add(new PanelRow(3, () -> out.gap(1)));
        } else {
            String rate = changes.stream()
                    .filter(change -> change.step() == here)
                    .findFirst()
                    .map(change -> Decimal.shortest(change.eta()))
                    .orElse("=");
            KnobView from = knobs.at("eta_from")
                    .labelled("  from " + Decimal.grouped(here) + " on")
                    .reading(rate);
            rows.add(new PanelRow(from.focused() ? 0 : 3, () -> out.knob(from)));
        }
    }

    private void names(List<PanelRow> rows, Readout out) {
        rows.add(new PanelRow(4, () -> out.row("η now", cursor.column(ETA_NOW, numbers, NUMBER), Tone.TEXT)));
        boolean counts = model.countsByHeart() || cursor.isFocused("names");
        KnobView names = knobs.at("names");
        int room = canvas.width() - 5 - canvas.width("names");
        rows.add(new PanelRow(counts ? 1 : 5, () -> out.knob(names.reading(names.value(room, room)))));
        if (model.countsByHeart()) {
            int places = model.epochs() < 10 ? 1 : 0;
            String times = Decimal.fixed(model.epochs(), places) + " times";
            rows.add(new PanelRow(3, () -> out.row(isNarrow() ? "each read" : "each was read", times, Tone.TEXT)));
        }
    }

    private void losses(List<PanelRow> rows, Readout out, boolean wide) {
        rows.add(new PanelRow(4, () -> out.row(numbers.learnt(), nats(LOSS), Tone.TEXT)));
        String smoothed = model.step() == 0 ? ViewState.HIDDEN : nats(SMOOTHED);
        rows.add(new PanelRow(
                0, () -> marked(out.row("smoothed", smoothed, Tone.SECOND, Weight.BOLD), "━", Tone.SECOND)));
        boolean read = model.examined() >= 0;
        String names = wide ? ", " + model.recipe().corpus().heldOut() + " names" : "";
        String held = read ? nats(HELD_OUT) : ViewState.HIDDEN;
        String words = read && model.examined() < model.step()
                ? out.fitting(held, "held out at " + Decimal.grouped(model.examined()), "held out")
                : "held out" + names;
        rows.add(new PanelRow(0, () -> marked(out.row(words, held, Tone.RESULT, Weight.BOLD), "●", Tone.RESULT)));
    }

    /** Draws what the run is compared with: its own best, its highest loss, its future and the run before a change. */
    private void compared(List<PanelRow> rows, Readout out) {
        boolean known = model.examined() >= 0 && model.step() > 0 && !cursor.hides(HELD_OUT);
        if (model.countsByHeart() && known && !cursor.hides(SMOOTHED)) {
            String gap = LOSS.style().column(model.heldOut() - numbers.lastSmoothed(), NUMBER);
            rows.add(new PanelRow(1, () -> out.row("gap", gap, Tone.RESULT, Weight.REVERSE)));
            best().ifPresent(best -> rows.add(new PanelRow(2, () -> {
                String at = LOSS.style().column(best.loss(), NUMBER) + " at " + Decimal.grouped(best.step());
                out.row("best held out", at, Tone.TEXT);
            })));
        }
        if (run.left() > 0 && !cursor.hides(SMOOTHED)) {
            rows.add(new PanelRow(2, () -> {
                String at = "at step " + Decimal.grouped(run.left());
                String words = out.fitting(at, "left the axis", "left");
                marked(out.row(words, at, Tone.TEXT), "▲", Tone.WARN);
            }));
            String highest = TrainNumbers.written(run.smoothed()[run.highest() - 1], NUMBER) + " at "
                    + Decimal.grouped(run.highest());
            String peak = out.fitting(highest, "highest", "peak");
            rows.add(new PanelRow(2, () -> out.row(peak, highest, Tone.TEXT)));
        }
        before.filter(old -> !cursor.hides(HELD_OUT)).ifPresent(old -> before(old, rows, out));
        cursor.pinned()
                .filter(kept -> !cursor.hides(HELD_OUT))
                .filter(kept -> run.waits() || kept.film().examine(kept.step(), 0))
                .ifPresent(kept -> rows.add(new PanelRow(1, () -> kept(kept, out))));
    }

    private void kept(TrainModel kept, Readout out) {
        String held = LOSS.style().column(kept.film().heldOut(kept.step()), NUMBER);
        marked(out.row(out.fitting(held, "held out, kept run", "kept run"), held, Tone.TEXT), "■", Tone.FIRST);
    }

    private void before(RunSoFar old, List<PanelRow> rows, Readout out) {
        int last = old.lastKnown(old.end());
        String at = last < model.recipe().of() ? ", " + Decimal.grouped(last) : "";
        old.heldOut(last).ifPresent(loss -> {
            String held = LOSS.style().column(loss, NUMBER);
            String words = out.fitting(held, "had it gone on" + at, "had it gone on", "unchanged");
            rows.add(new PanelRow(1, () -> marked(out.row(words, held, Tone.TEXT), "○", Tone.DIM)));
        });
        int both = model.comparedAt(Math.max(old.end(), run.end()));
        if (both <= model.step() && both < old.end() && !isNarrow()) {
            run.heldOut(both).ifPresent(now -> old.heldOut(both)
                    .ifPresent(then -> rows.add(new PanelRow(2, () -> {
                        String losses = LOSS.style().column(now, NUMBER) + ", was "
                                + LOSS.style().column(then, NUMBER);
                        out.row("  at " + Decimal.grouped(both), losses, Tone.TEXT);
                    }))));
        }
    }

    private Optional<HeldOutPoint> best() {
        return model.heldOutLine().stream().min(Comparator.comparingDouble(HeldOutPoint::loss));
    }

    /** Adds the name that the side panel is about, right above it. */
    private void name(List<PanelRow> rows, Readout out) {
        String panel =
                switch (model.watch()) {
                    case HEADS -> model.countsByHeart() ? "" : "heads of";
                    case EMBEDDING -> "nearest to the letters of";
                    case NEURONS -> "neurons on for";
                    default -> "";
                };
        if (!panel.isEmpty() && !isNarrow()) {
            rows.add(new PanelRow(4, () -> out.knob(knobs.at("name").labelled(panel))));
        }
    }

    private void guides(List<PanelRow> rows, Readout out) {
        if (!isNarrow()) {
            String blind = LOSS.style().column(Math.log(model.recipe().shape().vocab()), NUMBER);
            String both = blind + "   " + cursor.column(PAIRS, numbers, NUMBER);
            rows.add(new PanelRow(4, () -> marked(out.row("blind, pairs", both, Tone.TEXT), "─", Tone.GRID)));
        }
        if (model.step() < run.end()) {
            rows.add(new PanelRow(1, () -> out.row("ran to", Decimal.grouped(run.end()), Tone.TEXT)));
        }
    }

    private void marked(Readout out, String mark, Tone tone) {
        canvas.put(0, out.y() - 1, mark, tone, Weight.BOLD);
    }

    private String nats(Quantity<TrainNumbers, Double> loss) {
        return cursor.shows(loss, numbers) && loss.of().apply(numbers) >= THOUSAND
                ? TrainNumbers.written(loss.of().apply(numbers), NUMBER)
                : cursor.column(loss, numbers, NUMBER);
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
            KnobView knob = name.equals("of") ? knobs.at(name).labelled(name) : knobs.at(name);
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
            String all = "|∇L|" + (wide ? ", " + cursor.column(PARAMETERS, numbers, NUMBER) + " slopes" : "");
            out.row(all, cursor.column(NORM, numbers, NUMBER), Tone.TEXT);
        }
    }
}
