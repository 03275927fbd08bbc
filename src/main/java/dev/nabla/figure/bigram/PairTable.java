package dev.nabla.figure.bigram;

import dev.nabla.figure.bigram.BigramFigure.BigramResults;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Bigram;
import java.util.List;

/**
 * Draws the table of pairs: one row per letter, with fuller cells for letters that follow more often. If rows are
 * scarce, it shows those around the selected letter.
 */
final class PairTable {
    /** Cells at the left for the names of the rows. */
    static final int NAMES = 5;

    static final int TOKENS = NameKnobs.tokens().size();

    private static final double COMMON = Math.sqrt(0.05);

    /** Rows below the table that say what it shows. */
    private static final int LEGEND = 3;

    private final Bigram pairs;
    private final Picture<BigramModel, BigramResults> all;
    private final Canvas body;
    private final int pitch;
    private final List<Integer> tokens = NameKnobs.tokens();
    private final int row;
    private final int column;

    /**
     * Creates the drawing of a table.
     *
     * @param pitch cells per column
     */
    PairTable(Picture<BigramModel, BigramResults> all, Canvas body, int pitch) {
        BigramModel model = all.model();
        this.pairs = model.pairs();
        this.all = all;
        this.body = body;
        this.pitch = pitch;
        this.row = tokens.indexOf(model.letter());
        this.column = tokens.indexOf(model.next());
    }

    void draw() {
        boolean isWhole = body.height() > TOKENS;
        int rows = isWhole ? TOKENS : Math.min(TOKENS, body.height() - 1 - LEGEND);
        MatrixGrid.VisibleRange shown = MatrixGrid.window(row, rows, TOKENS);
        for (int j = 0; j < TOKENS; j++) {
            name(at(j), 0, j, j == column ? Tone.RESULT : Tone.DIM);
        }
        for (int i = shown.from(); i < shown.to(); i++) {
            int y = 1 + i - shown.from();
            name(NAMES - 3, y, i, i == row ? Tone.FIRST : Tone.DIM);
            for (int j = 0; j < TOKENS; j++) {
                cell(i, j, y);
            }
        }
        int end = 1 + shown.size();
        body.put(2, end + 1, "row: a letter, column: the next", Tone.DIM);
        String span = NameKnobs.text(tokens.get(shown.from())) + " to " + NameKnobs.text(tokens.get(shown.to() - 1));
        body.put(2, end + 2, isWhole ? "" : "rows " + span + " of " + TOKENS, Tone.DIM);
        Area inside = new Area(NAMES, 0, TOKENS * pitch, end);
        all.knob("next").drag(body, inside, Scale.linear(0, TOKENS - 1, NAMES, at(TOKENS - 1)));
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
        Weight weight = i == row && j == column ? Weight.BOLD : Weight.PLAIN;
        body.put(at(j), y, guide ? "·" : glyph.repeat(pitch), tone(i, j, often), weight);
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
}
