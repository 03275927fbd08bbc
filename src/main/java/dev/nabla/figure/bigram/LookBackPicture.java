package dev.nabla.figure.bigram;

import static dev.nabla.figure.bigram.BigramFigure.CELLS;
import static dev.nabla.figure.bigram.BigramFigure.FILLED;
import static dev.nabla.figure.bigram.BigramFigure.GPT;
import static dev.nabla.figure.bigram.BigramFigure.HELD_OUT;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.bigram.BigramFigure.BigramResults;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.ContextCounts;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Map;

/**
 * Draws FIG.10 for other tables than that of pairs: the held-out loss against the letters looked back, and how many
 * cells each table has and fills. Beside it stand what came after the context, and the loss of a GPT.
 */
final class LookBackPicture {
    private static final int PANEL = 29;

    /** Cells of the names in the panel: letter. */
    private static final int NAME = 6;

    private static final int WIDE = 110;
    private static final int NARROW = 70;
    private static final List<String> WORDS = List.of("back", "letter", "next", "name", "alpha");
    private static final int MOST_WORD = 11;
    private static final int MOST_NAME = 13;

    /** Cells left of the plot, including the axis. */
    private static final int LEFT = 7;

    /** Cells of the counts under a point. */
    private static final int COUNT = 6;

    /** Number of cells from which it is written with a power of ten. */
    private static final int MANY = 100_000;

    private static final int BACKS = BigramModel.TABLES;

    /** Ends of the axis while a guess hides the losses, in nats. */
    private static final double LOW = 2;

    private static final double HIGH = 3.3;

    private final Picture<BigramModel, BigramResults> all;
    private final BigramModel model;
    private final BigramResults answer;
    private final Canvas body;
    private final boolean hidden;

    /** Number of points that are drawn. */
    private final int points;

    LookBackPicture(Picture<BigramModel, BigramResults> all, Canvas body) {
        this.all = all;
        this.model = all.model();
        this.answer = all.results();
        this.body = body;
        this.hidden = all.hides(HELD_OUT);
        int reached = all.cursor().running() ? model.back() + 1 : BACKS;
        this.points = hidden ? 0 : Math.min(reached, model.counted());
    }

    void draw() {
        boolean isNarrow = body.width() < NARROW;
        int table = body.width() >= WIDE && body.height() > PairTable.TOKENS ? PairTable.NAMES + PairTable.TOKENS : 0;
        if (table > 0) {
            new PairTable(all, body, 1).draw();
        }
        Canvas rest = body.part(body.area().afterColumns(table == 0 ? 0 : table + 2));
        if (isNarrow) {
            words(rest);
            curve(rest.part(rest.area().afterRows(1)));
        } else {
            int left = rest.width() - PANEL - (table > 0 ? 4 : 0);
            curve(rest.part(rest.area().left(left)));
            panel(rest.part(rest.area().afterColumns(left)));
        }
    }

    /** Draws all knobs in one row. */
    private void words(Canvas canvas) {
        int x = 3;
        for (String name : WORDS) {
            KnobView knob = all.knob(name);
            int most = name.equals("name") ? MOST_NAME : MOST_WORD;
            KnobWord word = new KnobWord(name.equals("back") ? knob.labelled(name) : knob, most);
            word.draw(canvas, x, 0);
            x += word.width(canvas) + 3;
        }
    }

    private void panel(Canvas canvas) {
        BigramPanel panel = BigramPanel.of(all, canvas, NAME);
        Map<String, Area> rows = TrackLayout.rows(
                canvas.area(),
                Track.fixed("back", 1),
                Track.fixed("letter", 1),
                Track.fixed("next", 1),
                Track.fixed("name", 1),
                Track.fixed("alpha", 1),
                Track.blank(5),
                Track.fixed("context", 1),
                Track.free("list", 2).atMost(14),
                Track.fixed("others", 1),
                Track.blank(3),
                Track.fixed("held", 1),
                Track.fixed("filled", 1).goesAt(1),
                Track.fixed("gpt", 1),
                Track.fixed("weights", 1).goesAt(2));
        WORDS.forEach(name -> panel.knob(name, rows.get(name)));
        context(panel, rows.get("context").y());
        panel.list(rows.get("list"), Weight.BOLD);
        panel.others(rows.get("list"), rows.get("others"));
        panel.number(rows.get("held"), HELD_OUT.symbol(), all.column(HELD_OUT, 6), Tone.RESULT, Weight.REVERSE);
        String steps = "GPT, " + Decimal.grouped(BigramModel.stepsOfGpt()) + " steps";
        plain(panel, rows, "gpt", steps, model.trained() ? all.column(GPT, 6) : ViewState.HIDDEN);
        plain(panel, rows, "filled", FILLED.symbol(), all.column(FILLED, 6));
        plain(panel, rows, "weights", "its weights", Decimal.grouped(BigramModel.weightsOfGpt()));
    }

    private static void plain(BigramPanel panel, Map<String, Area> rows, String row, String name, String number) {
        if (rows.containsKey(row)) {
            panel.number(rows.get(row), name, number, Tone.TEXT, Weight.PLAIN);
        }
    }

    private void context(BigramPanel panel, int y) {
        String after = model.back() == 0 ? "any" : model.context();
        String times = Decimal.grouped(answer.total()) + (answer.total() == 1 ? " time" : " times");
        Area name = panel.table().column("name");
        panel.canvas().put(name.x(), y, "after ", Tone.DIM);
        panel.canvas().put(name.x() + 6, y, after, Tone.FIRST, Weight.BOLD);
        panel.table().right("value", y, times, Tone.DIM);
    }

    private void curve(Canvas canvas) {
        Map<String, Area> rows = TrackLayout.rows(
                canvas.area(),
                Track.fixed("head", 1).goesAt(4),
                Track.free("plot", 3),
                Track.fixed("axis", 2),
                Track.fixed("cells", 1).goesAt(3),
                Track.fixed("filled", 1).goesAt(2),
                Track.fixed("percent", 1).goesAt(1));
        if (rows.containsKey("head")) {
            canvas.put(3, rows.get("head").y(), "held out, nats per letter", Tone.DIM);
        }
        Area inside = rows.get("plot").afterColumns(LEFT);
        Plot plot = plot(canvas, inside);
        int axis = rows.get("axis").y();
        canvas.put(LEFT - 1, axis, "└" + "─".repeat(inside.width()), Tone.GRID);
        KnobView knob = all.knob("back");
        for (int back = 0; back < BACKS; back++) {
            int x = LEFT + plot.column(back);
            KnobView entry = knob.entry(back == model.back());
            boolean here = back == model.back();
            canvas.put(x, axis, "┬", Tone.GRID);
            canvas.put(x, axis + 1, "" + back, here ? Tone.RESULT : Tone.DIM, here ? Weight.BOLD : Weight.PLAIN);
            entry.pick(canvas, new Area(x - 2, axis, 5, 2), back);
            under(canvas, rows, x, back);
        }
    }

    /** Draws the numbers of a table under its point. */
    private void under(Canvas canvas, Map<String, Area> rows, int x, int back) {
        ContextCounts table = back < points || back == model.back() ? BigramModel.table(back) : null;
        boolean here = back == model.back();
        double cells = StrictMath.pow(PairTable.TOKENS, back + 1);
        row(canvas, rows, "cells", x, CELLS.style().column(cells, cells < MANY ? COUNT : COUNT - 1), here);
        boolean known = table != null && !all.hides(FILLED);
        row(canvas, rows, "filled", x, known ? FILLED.style().column(table.filled(), COUNT) : "", here);
        row(canvas, rows, "percent", x, known ? LookBackSentence.percent(table.filled(), table.size()) : "", here);
    }

    private static void row(Canvas canvas, Map<String, Area> rows, String name, int x, String text, boolean here) {
        if (rows.containsKey(name)) {
            int y = rows.get(name).y();
            canvas.put(1, y, name.equals("percent") ? "" : name, Tone.DIM);
            canvas.right(x + COUNT / 2, y, text, here ? Tone.TEXT : Tone.DIM);
        }
    }

    private Plot plot(Canvas whole, Area inside) {
        Canvas canvas = whole.part(inside);
        double low = LOW;
        double high = HIGH;
        if (!hidden) {
            double margin = 0.12 * (answer.heldOuts().max() - answer.heldOuts().min()) + 0.01;
            low = answer.heldOuts().min() - margin;
            high = answer.heldOuts().max() + margin;
        }
        Plot plot = Plot.of(canvas, -0.6, BACKS - 0.4, low, high);
        axis(whole, inside, plot, low, high);
        gpt(whole, inside, plot);
        for (int back = 0; back + 1 < points; back++) {
            plot.line(back, answer.lossOf(back), back + 1, answer.lossOf(back + 1), Tone.SECOND, DrawOrder.DATA);
        }
        plot.stamp();
        Labels labels = new Labels(canvas);
        for (int back = 0; back < points; back++) {
            point(canvas, plot, labels, back);
        }
        return plot;
    }

    private static void axis(Canvas whole, Area inside, Plot plot, double low, double high) {
        double each = high - low > 6 ? 5 : high - low > 2 ? 1 : high - low > 1.4 ? 0.5 : 0.2;
        for (int y = inside.y(); y < inside.y() + inside.height(); y++) {
            whole.put(LEFT - 1, y, "│", Tone.GRID);
        }
        for (int i = (int) Math.ceil(low / each); i * each <= high; i++) {
            tick(whole, inside.y() + plot.row(i * each), Decimal.fixed(i * each, 1));
        }
    }

    private static void tick(Canvas whole, int y, String name) {
        whole.right(LEFT - 1, y, " ".repeat(LEFT - 1 - name.length()) + name, Tone.DIM);
        whole.put(LEFT - 1, y, "┤", Tone.GRID);
    }

    /** Draws the loss of the GPT as a dashed line with its name on the axis. */
    private void gpt(Canvas whole, Area inside, Plot plot) {
        if (!model.trained() || all.hides(GPT) || !plot.shows(0, BigramModel.lossOfGpt())) {
            return;
        }
        int y = inside.y() + plot.row(BigramModel.lossOfGpt());
        tick(whole, y, "GPT");
        for (int x = 1; x + 1 < inside.width(); x += 2) {
            whole.put(LEFT + x, y, "─", Tone.GRID);
        }
    }

    /** Draws a point, and its loss where it hides no line: right of the point, above or below it. */
    private void point(Canvas canvas, Plot plot, Labels labels, int back) {
        boolean here = back == model.back();
        double loss = answer.lossOf(back);
        Tone tone = here ? Tone.RESULT : Tone.TEXT;
        Weight weight = here ? Weight.BOLD : Weight.PLAIN;
        int x = plot.column(back);
        int y = plot.row(loss);
        plot.mark(back, loss, here ? '●' : '○', tone, weight);
        String number = HELD_OUT.style().column(loss, COUNT);
        int middle = x - number.length() / 2;
        int[][] places = {{x + 2, y}, {middle, y - 1}, {middle, y + 1}, {x - 1 - number.length(), y}};
        for (int[] place : places) {
            if (plot.isFree(place[0], place[1], number.length())
                    && labels.put(place[0], place[1], number, tone, weight)) {
                return;
            }
        }
    }
}
