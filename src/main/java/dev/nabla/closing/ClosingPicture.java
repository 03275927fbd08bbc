package dev.nabla.closing;

import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.ShareHeights;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Section;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * Draws the closing page: at the left the model and what is open, at the right what the learner knows now. A large
 * screen also has the heads of the model and its names at several temperatures.
 */
public record ClosingPicture(Closing closing, ClosingWords words, Canvas body) {
    private static final int LEFT = 3;
    /** Columns of the left part, if the right one has a row for each section. */
    private static final int MODEL = 36;

    /** Width of the right part from which it has a row for each section. */
    private static final int LIST = 38;

    /** Width of the left part below which its lists are indented by one column only. */
    private static final int TIGHT = 30;

    private static final int WIDE = 76;
    private static final int NARROW = 56;
    private static final int LARGE_WIDTH = 110;
    private static final int LARGE_HEIGHT = 29;
    /** Rows of the heads and the ladder, with the blank row above. */
    private static final int BAND = 11;

    private static final int NAME_ROWS = ModelCard.NAMES / 2;
    private static final int LEAST_CURVE = 3;
    private static final int MOST_CURVE = 9;
    private static final int HEADING = 12;
    /** Columns on both sides of the recipe; the right part begins one column after the left one. */
    private static final int GAP = 2;

    private static final int ID = 4;

    public void draw() {
        boolean large = body.width() >= LARGE_WIDTH && body.height() >= LARGE_HEIGHT;
        Canvas top = large ? body.part(body.area().top(body.height() - BAND)) : body;
        if (body.width() < NARROW) {
            model(top.part(top.area().afterColumns(LEFT)));
            return;
        }
        int left = large ? body.width() / 2 : body.width() >= WIDE ? MODEL : body.width() / 2;
        model(top.part(new Area(LEFT, 0, left - LEFT - 1, top.height())));
        known(top.part(top.area().afterColumns(left)));
        if (large) {
            Canvas band = body.part(body.area().afterRows(body.height() - BAND + 1));
            closing.card().ifPresent(card -> {
                heads(card, band.part(new Area(LEFT, 0, left - LEFT - 1, band.height())));
                ladder(card, band.part(band.area().afterColumns(left)));
            });
        }
    }

    private void model(Canvas canvas) {
        List<String> open = words.end().open();
        int fixed = 3 + NAME_ROWS + (open.isEmpty() ? 0 : 1 + open.size());
        int parts = open.isEmpty() ? 3 : 4;
        int gap = canvas.height() >= fixed + parts + LEAST_CURVE ? 1 : 0;
        int free = canvas.height() - fixed - gap * (parts - 1);
        int rows = free < LEAST_CURVE ? 0 : Math.min(MOST_CURVE, free);
        String owner = Readout.cut(closing.model().owner(), canvas.width());
        String recipe = canvas.fitting(
                canvas.width() + 1 - 2 * GAP - canvas.width(owner),
                closing.model().words());
        canvas.put(0, 0, Line.EMPTY.span(owner, Tone.TEXT, Weight.BOLD).dim("  " + recipe));
        curve(canvas.part(new Area(0, 1 + gap, canvas.width(), rows)));
        int y = 1 + gap + rows;
        canvas.put(0, y, losses());
        y += 1 + gap;
        canvas.put(0, y++, "It says", Tone.TEXT, Weight.BOLD);
        int indent = canvas.width() < TIGHT ? 1 : 2;
        names(canvas.part(new Area(indent, y, canvas.width() - indent, NAME_ROWS)));
        y += NAME_ROWS + gap;
        if (!open.isEmpty()) {
            canvas.put(0, y++, "Open", Tone.TEXT, Weight.BOLD);
            for (String part : open) {
                canvas.put(indent, y++, Readout.cut(part, canvas.width() - indent), Tone.TEXT);
            }
        }
    }

    private void curve(Canvas canvas) {
        if (closing.card().isEmpty()) {
            String steps = Decimal.grouped(closing.reached()) + " of "
                    + closing.model().steps();
            canvas.put(0, canvas.height() / 2, "trained " + steps, Tone.DIM);
            return;
        }
        Vector losses = closing.card().get().curve();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < losses.size(); i++) {
            low = Math.min(low, losses.get(i));
            high = Math.max(high, losses.get(i));
        }
        if (high > low) {
            int shown = losses.size() * closing.scene() / Closing.LAST;
            Plot plot = Plot.of(canvas, 0, losses.size(), low, high);
            for (int i = 1; i < shown; i++) {
                plot.thick(i, losses.get(i - 1), i + 1, losses.get(i), Tone.SECOND, DrawOrder.DATA);
            }
            plot.stamp();
        }
        canvas.put(HEADING, 0, "surprise", Tone.DIM);
    }

    private Line losses() {
        return closing.card()
                .map(card -> Line.EMPTY
                        .dim(card.change().heldOut() ? "held out  " : "its loss  ")
                        .result(ClosingWords.losses(card)))
                .orElse(Line.EMPTY.dim("held out  ·"));
    }

    private void names(Canvas canvas) {
        List<String> names = closing.card().map(ModelCard::names).orElse(List.of());
        int pitch = canvas.width() / 2;
        for (int i = 0; i < names.size(); i++) {
            String name = Readout.cut(names.get(i), pitch - 1);
            canvas.put(i / NAME_ROWS * pitch, i % NAME_ROWS, name, Tone.TEXT, Weight.BOLD);
        }
        if (names.isEmpty()) {
            canvas.put(0, 0, closing.card().isPresent() ? "(nothing)" : "·", Tone.DIM);
        }
    }

    /** Draws what was learnt: a row for each section, or two columns of numbers and first words. */
    private void known(Canvas canvas) {
        canvas.put(0, 0, "What you know now", Tone.TEXT, Weight.BOLD);
        List<Section> sections = words.end().course().untilClosing();
        int columns = sections.size() < canvas.height() && canvas.width() >= LIST ? 1 : 2;
        int rows = (sections.size() + columns - 1) / columns;
        int from = sections.size() + 2 < canvas.height() && columns == 1 ? 2 : 1;
        int width = canvas.width() / columns;
        for (int i = 0; i < sections.size(); i++) {
            known(sections.get(i), canvas.part(new Area(i / rows * width, from + i % rows, width, 1)));
        }
    }

    private void known(Section section, Canvas row) {
        boolean read = words.end().isRead(section);
        int goals = words.end().openGoals(section);
        boolean wide = row.width() >= LIST;
        int x = wide ? 2 : 0;
        row.put(x, 0, section.id(), Tone.DIM);
        int room = row.width() - x - ID - 1;
        String gist = wide ? section.gist() : firstWords(section.gist(), room, row);
        row.put(x + ID, 0, gist, read ? Tone.TEXT : Tone.DIM);
        int free = room - row.width(gist) - 1;
        if (wide && (!read || goals > 0)) {
            String words = goals == 1 ? "a goal open" : goals + " goals open";
            String open = !read ? "unread" : row.fitting(free, words, goals + " open");
            row.right(row.width() - 1, 0, row.width(open) <= free ? open : "", Tone.DIM);
        }
    }

    private static String firstWords(String gist, int room, Canvas row) {
        String words = gist;
        while (row.width(words) > room && words.lastIndexOf(' ') > 0) {
            words = words.substring(0, words.lastIndexOf(' '));
        }
        return words;
    }

    /** Draws where each head of the first layer looks back in the first name. */
    private static void heads(ModelCard card, Canvas canvas) {
        canvas.put(0, 0, Line.EMPTY.span("Its heads", Tone.TEXT, Weight.BOLD).dim("  read " + card.read()));
        int letters = Math.min(card.heads().get(0).rows(), canvas.height() - 2);
        int pitch = Math.max(1, canvas.width() / card.heads().size());
        int cells = pitch > 2 * letters ? 2 : 1;
        for (int h = 0; h < card.heads().size(); h++) {
            Matrix shares = card.heads().get(h);
            for (int t = 0; t < letters; t++) {
                for (int j = 0; j <= t && (j + 1) * cells < pitch; j++) {
                    ShareHeights.draw(canvas, h * pitch + j * cells, t + 2, cells, shares.get(t, j), Tone.FIRST);
                }
            }
        }
    }

    /** Draws names with the same dice at each temperature. */
    private static void ladder(ModelCard card, Canvas canvas) {
        canvas.put(
                0,
                0,
                Line.EMPTY.span("At other temperatures", Tone.TEXT, Weight.BOLD).dim("  the same dice"));
        for (int i = 0; i < ModelCard.TAUS.size(); i++) {
            canvas.put(2, i + 2, "τ " + Decimal.fixed(ModelCard.TAUS.get(i), 1), Tone.DIM);
            String names = String.join("  ", card.ladder().get(i));
            canvas.put(10, i + 2, Readout.cut(names, canvas.width() - 11), Tone.TEXT);
        }
    }
}
