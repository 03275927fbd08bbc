package dev.nabla.figure.block;

import static dev.nabla.figure.block.BlockFigure.ACTIVE;
import static dev.nabla.figure.block.BlockFigure.ATTENTION_LOGIT;
import static dev.nabla.figure.block.BlockFigure.HELD_OUT;
import static dev.nabla.figure.block.BlockFigure.LENGTHS;
import static dev.nabla.figure.block.BlockFigure.LOGIT;
import static dev.nabla.figure.block.BlockFigure.MLP_LOGIT;
import static dev.nabla.figure.block.BlockFigure.P;
import static dev.nabla.figure.block.BlockFigure.TOKEN_LOGIT;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.block.BlockModel.LogitParts;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Recipe.ModelPart;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * Draws FIG.13: the residual path with attention and MLP beside it. Below stand what each part adds to the likeliest
 * letters, and the loss of each cut.
 */
record BlockPicture(Picture<BlockModel, LogitParts> all, Canvas body) {
    private static final int TEXT = 3;
    private static final int NAME = TEXT + 6;
    private static final int WIDE = 72;
    private static final int ROOMY = 78;
    private static final int ROW = 2;

    /** Cells per column of the letters if the costs stand beside them, and the first cell of these costs. */
    private static final int LETTERS_BESIDE = 8;

    private static final int BESIDE = 50;

    /** Width from which the letters have bars although the costs stand beside them, and width of these costs. */
    private static final int BARS = 110;

    private static final int COSTS = 50;
    /** Rows above the letters: name, blank, residual path, attention and MLP, norms, blank, headings. */
    private static final int ABOVE = 7;

    /** Probability of a full bar, unless one is larger; then it is 1. */
    private static final double HALF = 0.5;

    /** Tones of the parts: token and position, attention, MLP. */
    private static final List<Tone> TONES = List.of(Tone.FIRST, Tone.SECOND, Tone.TEXT);

    private static final List<Quantity<LogitParts, Double>> SAYINGS = List.of(TOKEN_LOGIT, ATTENTION_LOGIT, MLP_LOGIT);

    /** Cells of the knob seeds with its long label. */
    private static final int SEEDS = 13;

    /** Width of a norm and of a probability, in cells. */
    private static final int NUMBER = 7;

    private BlockModel model() {
        return all.model();
    }

    void draw() {
        boolean roomy = body.height() >= 18;
        int top = ABOVE - (roomy ? 0 : 1);
        name();
        bypass();
        if (isWide() && body.height() >= top + CutCosts.ROWS) {
            letters(top, body.height(), LETTERS_BESIDE, body.width() >= BARS ? body.width() - COSTS : 0);
            int width = body.width() >= BARS ? COSTS - 2 : body.width() - 1 - BESIDE;
            Area beside = new Area(body.width() - 1 - width, top - 1, width, body.height() - top + 1);
            new CutCosts(all, body.part(beside)).draw();
        } else {
            int table = body.height() - (model().seeds() ? 3 : 2);
            cuts(table);
            letters(top, table - (roomy ? 1 : 0), isWide() ? 11 : 9, body.width());
        }
    }

    private boolean isWide() {
        return body.width() >= WIDE;
    }

    /** Draws the letters read, the selected position, the letters after it, and the training steps. */
    private void name() {
        int pitch = isWide() ? 2 : 1;
        KnobView name = all.knob("name");
        KnobView place = all.knob("position");
        name.mark(body, 1, 0);
        place.mark(body, 1, 0);
        body.put(TEXT, 0, "name", place.tone(name.tone(Tone.DIM)));
        String text = NameKnobs.text(model().film().recipe().corpus().end()) + model().name();
        for (int t = 0; t < text.length(); t++) {
            boolean here = t == model().place();
            Tone tone = here ? Tone.FIRST : t < model().place() ? Tone.TEXT : Tone.DIM;
            boolean reversed = name.focused() && t > 0 || place.focused() && here;
            Weight weight = reversed ? Weight.REVERSE : here ? Weight.BOLD : Weight.PLAIN;
            String letter = text.substring(t, t + 1);
            boolean joined = name.focused() && t > 0 && t < text.length() - 1;
            body.put(NAME + t * pitch, 0, joined && pitch > 1 ? letter + " " : letter, tone, weight);
            place.pick(body, new Area(NAME + t * pitch, 0, 1, 1), t + 1);
        }
        name.take(body, new Area(TEXT, 0, 4, 1));
        int steps = new KnobWord(all.knob("steps")).drawLeft(body, body.width() - 1, 0);
        int room = steps - 5 - NAME - text.length() * pitch;
        KnobView seeds = all.knob("seeds");
        new KnobWord(room < SEEDS ? seeds.labelled("seeds") : seeds).drawLeft(body, steps - 3, 0);
    }

    private void bypass() {
        String begin = body.width() >= ROOMY ? "token + place" : "x0";
        String end = isWide() ? "─ W_lm ─► z ─► p" : "─ W_lm ─► z";
        int from = TEXT + begin.length() + 1;
        int width = (body.width() - 1 - from - end.length()) / 2;
        body.put(TEXT, ROW, begin, Tone.FIRST, Weight.BOLD);
        if (model().cut().without(ModelPart.PLACE)) {
            body.put(TEXT, ROW + 1, "place CUT", Tone.WARN, Weight.BOLD);
        }
        part(from, width, model().cut().without(ModelPart.MASK) ? "heads, no mask" : "heads", ModelPart.HEADS, 1);
        part(from + width, width, "MLP", ModelPart.MLP, 2);
        body.put(from + 2 * width, ROW, end, Tone.FIRST);
        body.put(TEXT, ROW + 2, length("x0", 0), Tone.FIRST);
    }

    /**
     * Draws attention or the MLP, from where it leaves the residual path to where it returns. Below stands the norm of
     * what it adds.
     */
    private void part(int x, int width, String does, ModelPart cut, int part) {
        boolean off = model().cut().without(cut);
        int back = x + width - 4;
        boolean noBypass = model().cut().without(ModelPart.RESIDUAL);
        body.put(x, ROW, "──┬" + (noBypass ? "·" : "─").repeat(width - 7) + "(+)─", Tone.FIRST);
        Tone tone = off ? Tone.GRID : TONES.get(part);
        body.put(x + 2, ROW + 1, "└" + (off ? "·" : "─").repeat(back - x - 2) + "┘", tone);
        if (noBypass) {
            body.middle(x + width / 2, ROW, " CUT ", Tone.WARN, Weight.BOLD);
        }
        String norm = model().cut().without(ModelPart.NORM) ? " CUT " : " norm ";
        body.put(x + 4, ROW + 1, norm, norm.equals(" CUT ") ? Tone.WARN : tone);
        String word = " " + (off ? "CUT" : body.fitting(width - 15, does, "no mask")) + " ";
        body.put(back - 1 - word.length(), ROW + 1, word, off ? Tone.WARN : tone, Weight.BOLD);
        String neurons = ", " + all.column(ACTIVE, 3) + " of " + all.results().neurons() + " on";
        String adds = length(part == 1 ? "a" : "m", part);
        String below = part == 1 ? adds : body.fitting(width - 3, adds + neurons, adds);
        body.right(back + 1, ROW + 2, off ? "" : below, tone);
    }

    private String signed(Quantity<?, ?> quantity, double x) {
        return all.hides(quantity) ? ViewState.HIDDEN : quantity.style().signed(x);
    }

    private String length(String what, int part) {
        return "|" + what + "| " + all.column(LENGTHS, part, NUMBER);
    }

    /**
     * Draws the likeliest letters and the one that comes, with what each part adds to their logits.
     *
     * @param column cells per column
     * @param width cells in which the bars end; 0 for no bars
     */
    private void letters(int top, int bottom, int column, int width) {
        LogitParts said = all.results();
        Vector p = said.p(3);
        Vector z = said.logits(3);
        int rows = Math.min(p.size(), bottom - top);
        List<Integer> shown = NameKnobs.largest(p, rows, said.truth());
        int[] ends = {TEXT + 13, TEXT + 13 + column, TEXT + 13 + 2 * column, TEXT + 13 + 3 * column};
        String[] heads = {"W·x0", "+ W·a", "+ W·m", "= z"};
        body.put(TEXT, top - 1, "next", Tone.DIM);
        for (int i = 0; i < heads.length; i++) {
            body.right(ends[i], top - 1, heads[i], i < TONES.size() ? TONES.get(i) : Tone.RESULT);
        }
        body.right(ends[3] + 8, top - 1, "p", Tone.RESULT);
        for (int row = 0; row < rows; row++) {
            int j = shown.get(row);
            boolean comes = j == said.truth();
            int y = top + row;
            Weight bold = comes ? Weight.BOLD : Weight.PLAIN;
            body.put(TEXT, y, NameKnobs.text(j), comes ? Tone.RESULT : Tone.DIM, bold);
            body.put(TEXT + 2, y, comes && isWide() ? "comes" : "", Tone.DIM);
            for (int i = 0; i < TONES.size(); i++) {
                String number = signed(SAYINGS.get(i), said.saidBy().get(i).get(j));
                body.right(ends[i], y, number, comes ? TONES.get(i) : Tone.DIM);
            }
            body.right(ends[3], y, signed(LOGIT, z.get(j)), comes ? Tone.RESULT : Tone.TEXT);
            body.right(ends[3] + 8, y, all.number(P, p.get(j), NUMBER), comes ? Tone.RESULT : Tone.TEXT, bold);
            int room = Math.max(0, width - ends[3] - 11);
            double full = p.max() > HALF ? 1 : HALF;
            String bar = body.glyphs().bar(p.get(j) / full * room, room);
            body.put(ends[3] + 10, y, all.hides(P) ? "" : bar, comes ? Tone.RESULT : Tone.GRID);
        }
    }

    /** Draws the held-out loss of each cut in two rows, or what it costs at least and most over six seeds. */
    private void cuts(int y) {
        KnobView knob = all.knob("cut");
        knob.mark(body, 1, y);
        int label = isWide() ? 17 : 8;
        int pitch = (body.width() - TEXT - label - 1) / BlockModel.CUTS;
        body.put(TEXT, y, isWide() ? "cut, trained anew" : "cut", knob.tone(Tone.DIM));
        body.put(TEXT, y + 1, model().seeds() ? "least" : "held out", Tone.DIM);
        body.put(TEXT, y + 2, model().seeds() ? "most" : "", Tone.DIM);
        for (Ablation cut : Ablation.values()) {
            int end = TEXT + label + (cut.ordinal() + 1) * pitch;
            boolean here = cut == model().cut();
            String word = cut.word();
            String abridged = cut == Ablation.HEADS_PLACE ? "hd+pl" : word.substring(0, Math.min(5, word.length()));
            String shown = body.fitting(pitch - 1, word, abridged);
            KnobView entry = knob.entry(here);
            Tone tone = here ? Tone.RESULT : Tone.TEXT;
            Weight weight = here ? Weight.BOLD : Weight.PLAIN;
            body.right(end, y, shown, entry.tone(tone), entry.weight(weight));
            entry.pick(body, new Area(end - shown.length(), y, shown.length(), 1), cut.ordinal());
            if (model().withholds(cut)) {
                body.right(end, y + 1, ViewState.HIDDEN, Tone.DIM);
            } else if (model().seeds()) {
                SeedCosts costs = SeedCosts.of(cut);
                body.right(end, y + 1, seeds(costs.least(), pitch), tone, weight);
                body.right(end, y + 2, seeds(costs.most(), pitch), tone, weight);
            } else {
                boolean known = cut.ordinal() < model().compared();
                String held = known ? all.number(HELD_OUT, BlockModel.heldOut(cut), NUMBER) : ViewState.HIDDEN;
                body.right(end, y + 1, held, tone, weight);
            }
        }
    }

    /** Writes a cost over six seeds with as many decimals as fit. */
    private String seeds(double cost, int cells) {
        Quantity<?, ?> brief = cells > NUMBER - 1 ? HELD_OUT : HELD_OUT.places(2);
        return signed(brief, cost);
    }
}
