package dev.nabla.figure.bigram;

import static dev.nabla.figure.bigram.BigramFigure.BIGRAM;
import static dev.nabla.figure.bigram.BigramFigure.EACH_P;
import static dev.nabla.figure.bigram.BigramFigure.LOSS;
import static dev.nabla.figure.bigram.BigramFigure.SHARES;
import static dev.nabla.figure.bigram.BigramFigure.UNIFORM;
import static dev.nabla.figure.bigram.BigramFigure.UNIGRAM;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.bigram.BigramFigure.BigramResults;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Bigram;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws FIG.10. The table has one row per letter, with fuller cells for letters that follow more often. Beside it stand
 * what follows the selected letter, and the losses.
 */
final class BigramPicture {
    /** Cells at the left of the table for the names of its rows. */
    private static final int NAMES = 5;

    private static final int TOKENS = NameKnobs.tokens().size();
    private static final int WIDE = 110;
    private static final Quantity<BigramResults, Vector> BRIEF_SHARES = SHARES.places(2);
    private static final double COMMON = Math.sqrt(0.05);

    private final BigramFigure figure;
    private final BigramModel model;
    private final BigramResults answer;
    private final Bigram pairs;
    private final ViewState<BigramModel> cursor;
    private final Canvas body;
    private final int pitch;
    private final Canvas panel;
    private final KnobTable table;
    private final Knobs<BigramModel> knobs;
    private final List<Integer> tokens = NameKnobs.tokens();
    private final int row;
    private final int column;

    BigramPicture(BigramFigure figure, BigramModel model, ViewState<BigramModel> cursor, Canvas body) {
        this.figure = figure;
        this.model = model;
        this.answer = BigramResults.of(model);
        this.pairs = answer.pairs();
        this.cursor = cursor;
        this.body = body;
        this.pitch = body.width() >= WIDE ? 2 : 1;
        this.panel = body.part(body.area().afterColumns(NAMES + TOKENS * pitch + (body.width() < 70 ? 0 : 2)));
        this.table = new KnobTable(
                panel,
                cursor,
                Track.fixed("name", 9),
                Track.free("bar", 3),
                Track.fixed("count", 6).goesAt(1),
                Track.fixed("value", 6));
        this.knobs = new Knobs<>(figure.knobs(), model, cursor);
        this.row = tokens.indexOf(model.letter());
        this.column = tokens.indexOf(model.next());
    }

    void draw() {
        counts();
        Map<String, Area> rows = TrackLayout.rows(
                panel.area(),
                Track.fixed("letter", 1),
                Track.fixed("next", 1),
                Track.free("list", 4).sharing(2).atMost(12),
                Track.fixed("others", 1),
                Track.blank(3),
                Track.fixed("name", 1),
                Track.fixed("path", 2).goesAt(2),
                Track.fixed("alpha", 1),
                Track.blank(4),
                Track.fixed("head", 1).goesAt(1),
                Track.fixed("losses", 4),
                Track.blank(6),
                Track.free("worked", 11).goesAt(6));
        knob("letter", rows);
        knob("next", rows);
        list(rows.get("list"));
        knob("name", rows);
        knob("alpha", rows);
        losses(rows.get("losses").y());
        Optional.ofNullable(rows.get("path")).ifPresent(place -> path(place.y()));
        Optional.ofNullable(rows.get("head")).ifPresent(place -> head(place.y()));
        WorkedOut.draw(panel, cursor, rows, 3, () -> figure.steps(model));
    }

    /**
     * Draws the table. If rows are scarce and the glyphs allow it, each row of cells holds two letters. Else each
     * letter has its own row, as many as fit.
     */
    private void counts() {
        boolean all = body.height() > TOKENS;
        boolean paired = !all && body.glyphs() != Glyphs.ASCII;
        int most = all ? TOKENS : Math.min(TOKENS, body.height() - 1);
        MatrixGrid.VisibleRange shown = MatrixGrid.window(row, paired ? TOKENS : most, TOKENS);
        for (int j = 0; j < TOKENS; j++) {
            name(at(j), 0, j, j == column ? Tone.RESULT : Tone.DIM);
        }
        for (int i = shown.from(); i < shown.to(); i++) {
            int from = i - shown.from();
            int y = 1 + (paired ? from / 2 : from);
            name(NAMES - 3 + (paired ? i % 2 : 0), y, i, i == row ? Tone.FIRST : Tone.DIM);
            for (int j = 0; j < TOKENS && !(paired && i % 2 == 1); j++) {
                if (paired) {
                    pair(i, j, y);
                } else {
                    cell(i, j, y);
                }
            }
        }
        int end = 1 + (paired ? TOKENS / 2 + 1 : shown.size());
        body.put(2, end + 1, "row: a letter, column: the next", Tone.DIM);
        body.put(2, end + 2, paired ? "lit: more often than 1 in 20" : "", Tone.DIM);
        Area inside = new Area(NAMES, 0, TOKENS * pitch, end);
        knobs.at("next").drag(body, inside, Scale.linear(0, TOKENS - 1, NAMES, at(TOKENS - 1)));
    }

    private void name(int x, int y, int i, Tone tone) {
        body.put(x, y, NameKnobs.text(tokens.get(i)), tone, tone == Tone.DIM ? Weight.PLAIN : Weight.BOLD);
    }

    private int at(int j) {
        return NAMES + j * pitch;
    }

    /**
     * Returns the square root of the share of {@code j} among all tokens after {@code i}. The root makes rare pairs
     * visible.
     */
    private double often(int i, int j) {
        int letter = tokens.get(i);
        return Math.sqrt(pairs.count(letter, tokens.get(j)) / (double) pairs.count(letter));
    }

    private void cell(int i, int j, int y) {
        double often = often(i, j);
        boolean ascii = body.glyphs() == Glyphs.ASCII;
        int level = (int) Math.ceil(often * 4);
        String glyph =
                ascii ? " .:+#".substring(level, level + 1) : body.glyphs().column(often, 1);
        boolean guide = often == 0 && (i == row || j == column) && !ascii;
        body.put(at(j), y, guide ? "·" : glyph.repeat(pitch), tone(i, j, often), weight(i, j));
    }

    /**
     * Draws two letters in one cell, the first in its upper half. A half is lit if that pair is more frequent than one
     * in twenty.
     */
    private void pair(int i, int j, int y) {
        double upper = often(i, j);
        double lower = i + 1 < TOKENS ? often(i + 1, j) : 0;
        int here = i + 1 == row ? i + 1 : i;
        boolean crossed = here == row || j == column;
        double often = Math.max(upper, lower);
        int lit = (upper > COMMON ? 1 : 0) + (lower > COMMON ? 2 : 0);
        if (often > 0 || crossed) {
            Tone tone = lit == 0 && !crossed ? Tone.GRID : tone(here, j, often);
            body.glyph(at(j), y, "·▀▄█".charAt(lit), tone, weight(here, j));
        }
    }

    private Tone tone(int i, int j, double often) {
        if (i == row) {
            return j == column ? Tone.RESULT : Tone.FIRST;
        }
        return often == 0
                ? Tone.GRID
                : j == column
                        ? Tone.TEXT
                        : often > 0.5 ? Tone.CONTOUR3 : often > COMMON ? Tone.CONTOUR2 : Tone.CONTOUR1;
    }

    private Weight weight(int i, int j) {
        return i == row && j == column ? Weight.BOLD : Weight.PLAIN;
    }

    private void knob(String name, Map<String, Area> rows) {
        table.knob(rows.get(name).y(), knobs.at(name));
    }

    /** Draws the tokens that follow most often, and the selected one in any case. */
    private void list(Area place) {
        Vector p = answer.after();
        List<Integer> shown = NameKnobs.largest(pairs.counts().row(model.letter()), place.height(), model.next());
        for (int i = 0; i < shown.size(); i++) {
            int token = shown.get(i);
            int y = place.y() + i;
            boolean here = token == model.next();
            Tone tone = here ? Tone.RESULT : Tone.TEXT;
            panel.put(table.column("name").x(), y, NameKnobs.text(token), tone, here ? Weight.BOLD : Weight.PLAIN);
            table.right("count", y, Style.GROUPED.column(pairs.count(model.letter(), token), 6) + " ", Tone.DIM);
            if (!cursor.hides(EACH_P)) {
                Area bar = table.across("name", "bar");
                double share = p.get(token) / p.max();
                panel.put(bar.x() + 2, y, panel.glyphs().bar(share * (bar.width() - 3), bar.width() - 3), tone);
            }
            String number = cursor.sentence(EACH_P, answer, token);
            table.right("value", y, here ? " " + number : number, tone, here ? Weight.REVERSE : Weight.PLAIN);
        }
        table.label("name", place.y() + place.height(), TOKENS - shown.size() + " more");
    }

    /** Draws the probability of each letter of the name under the letter. */
    private void path(int y) {
        Vector shares = answer.shares();
        int[] name = model.tokens();
        int x = table.column("name").x() + 2;
        int cells = Math.max(4, Math.min(6, (panel.width() - x) / shares.size()));
        panel.put(x - 2, y + 1, "p", Tone.DIM);
        for (int t = 0; t < shares.size() && x + (t + 1) * cells < panel.width(); t++) {
            int end = x + (t + 1) * cells;
            String share = cursor.number(cells == 6 ? SHARES : BRIEF_SHARES, shares.get(t), cells);
            panel.right(end, y, NameKnobs.text(name[t + 1]), Tone.FIRST);
            panel.right(end, y + 1, cells == 4 && share.startsWith("0.") ? share.substring(1) : share, Tone.TEXT);
        }
    }

    private void head(int y) {
        String names = model.heldOut().size() + " names";
        int room = panel.width() - 4;
        String head = panel.fitting(
                room, "mean −log p of " + names + " held out, and of one", "mean −log p of " + names, "mean −log p");
        panel.put(table.column("name").x(), y, head, Tone.DIM);
    }

    private void losses(int y) {
        loss(y, UNIFORM.symbol(), UNIFORM, Tone.DIM);
        loss(y + 1, UNIGRAM.symbol(), UNIGRAM, Tone.DIM);
        loss(y + 2, "by pair", BIGRAM, Tone.TEXT);
        loss(y + 3, model.name(), LOSS, Tone.FIRST);
    }

    private void loss(int y, String name, Quantity<BigramResults, Double> mean, Tone tone) {
        Area names = table.column("name");
        panel.put(names.x(), y, Readout.cut(name, names.width()), tone);
        double nats = mean.of(answer);
        table.right("value", y, cursor.number(mean, nats, 6), tone == Tone.DIM ? Tone.DIM : Tone.TEXT);
        if (!cursor.hides(mean)) {
            Area bar = table.across("bar", table.column("count").width() > 0 ? "count" : "bar");
            int most = bar.width() - 1;
            int length = (int) Math.round(Math.min(1, nats / 4) * most);
            panel.put(bar.x(), y, "━".repeat(Math.max(0, length)), tone == Tone.TEXT ? Tone.RESULT : tone);
        }
    }
}
