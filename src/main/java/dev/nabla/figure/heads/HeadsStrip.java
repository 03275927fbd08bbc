package dev.nabla.figure.heads;

import static dev.nabla.figure.heads.HeadsFigure.WEIGHTS;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.HeadSquares;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.part.ShareHeights;
import dev.nabla.figure.part.Trained;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.math.Attention;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Draws the strip of FIG.12: one head at several moments of the training, shares as heights. Below stand, in the same
 * columns, the largest share of the chosen letter and the mean share of the letter before. A large window shows all
 * heads.
 */
final class HeadsStrip {
    /** First cell of the squares; letters and marker stand before it. */
    private static final int LEFT = 6;

    private static final int LETTER = 3;
    /** Width, in cells, from which all moments are shown. */
    private static final int WIDE = 70;
    /** Width, in cells, from which two heads are side by side. */
    private static final int ALL_HEADS = 110;
    /** Rows above and below the squares: the title, both headings, and the rows of the chosen letter. */
    private static final int FRAME = 5;

    /** Rows of the mean and of the legend, each with a blank row. */
    private static final int MEAN = 2;

    private static final int LEGEND = 2;
    private static final int LONGEST_BAR = 8;
    private static final int NUMBER = 5;

    private final HeadsModel model;
    private final ViewState<HeadsModel> cursor;
    private final Knobs<HeadsModel> knobs;
    private final Canvas body;
    private final List<StripColumn> moments;

    /**
     * A column of the strip.
     *
     * @param name the step in words
     * @param heads the heads at that step; empty if the step is to come
     */
    private record StripColumn(String name, List<Attention> heads) {
        /** Returns a head, counted from 1. */
        HeadSquares.HeadMoment moment(int head) {
            if (heads.isEmpty()) {
                return HeadSquares.HeadMoment.toCome(name);
            }
            Attention of = heads.get(head - 1);
            return HeadSquares.HeadMoment.of(name, of.stages().weights(), of.causal());
        }
    }

    HeadsStrip(HeadsModel model, ViewState<HeadsModel> cursor, Knobs<HeadsModel> knobs, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.knobs = knobs;
        this.body = body;
        moments = moments();
    }

    private List<StripColumn> moments() {
        List<StripColumn> all = new ArrayList<>();
        for (int step : model.moments()) {
            boolean past = step <= model.steps()
                    && (cursor.shown().isEmpty() || model.film().approach(step, 0) == step);
            String name = step == 0 ? "step 0" : Decimal.grouped(step);
            all.add(new StripColumn(name, past ? model.heads(step) : List.of()));
        }
        if (body.width() < WIDE && all.size() > 2) {
            all.remove(all.size() - 1);
            all.remove(1);
        }
        all.add(new StripColumn("now", model.heads((int) model.steps())));
        return all;
    }

    void draw() {
        title();
        int n = model.places();
        boolean all = body.width() >= ALL_HEADS && body.height() >= 2 * (n + 3) + FRAME + MEAN + LEGEND;
        int free = body.height() - FRAME;
        boolean spread = free - n >= MEAN + LEGEND + 2;
        int top = spread ? 2 : 1;
        int below;
        if (all) {
            int across = (body.width() - 1) / 2;
            for (int h = 0; h < moments.get(moments.size() - 1).heads().size(); h++) {
                Area place = new Area(h % 2 * across, top + h / 2 * (n + 3), across, n + 2);
                squares(body.part(place), h + 1, "" + (h + 1), new VisibleRange(0, n, n));
            }
            below = top + 2 * (n + 3);
        } else {
            VisibleRange rows = MatrixGrid.window(model.query(), Math.min(n, free), n);
            squares(body.part(new Area(0, top, body.width(), rows.size() + 2)), (int) model.head(), "", rows);
            below = top + 2 + rows.size() + (spread ? 1 : 0);
        }
        numbers(below, spread);
    }

    private void title() {
        KnobView head = knobs.at("head");
        KnobView steps = knobs.at("steps");
        String without = model.cut() == Ablation.NONE ? "" : ", trained without " + Trained.missing(model.cut());
        String over = body.width() < WIDE ? ", " : " over time, ";
        String words = "head " + model.head() + over + model.name() + without;
        head.mark(body, 1, 0);
        body.put(LETTER, 0, words, head.tone(Tone.TEXT), head.focused() ? head.weight(Weight.PLAIN) : Weight.BOLD);
        head.take(body, new Area(LETTER, 0, body.width(words), 1));
        int room = body.width() - LETTER - body.width(words) - 4;
        String progress = steps.value(room, room);
        int end = body.width() - 1;
        body.right(end, 0, progress, steps.tone(Tone.TEXT), steps.weight(Weight.PLAIN));
        steps.mark(body, end - body.width(progress) - 2, 0);
        steps.take(body, new Area(end - body.width(progress), 0, body.width(progress), 1));
    }

    /** Draws one head at all moments, with the row of the chosen letter emphasized. */
    private void squares(Canvas canvas, int head, String name, VisibleRange rows) {
        int shown = Math.min(model.places(), pitch(canvas) - 1);
        VisibleRange columns = MatrixGrid.window(rows.from() + rows.size() / 2, shown, model.places());
        List<HeadSquares.HeadMoment> then =
                moments.stream().map(column -> column.moment(head)).toList();
        HeadSquares squares = new HeadSquares(canvas, LEFT, then, columns);
        squares.headings(0);
        squares.letters(1, model::letter);
        boolean chosen = head == model.head();
        canvas.put(LETTER, 0, name, chosen ? Tone.TEXT : Tone.DIM, chosen ? Weight.BOLD : Weight.PLAIN);
        for (int t = rows.from(); t < rows.to(); t++) {
            int y = 2 + t - rows.from();
            boolean lit = t == model.query();
            KnobView entry = knobs.at("position").entry(lit && chosen);
            entry.mark(canvas, 1, y);
            Weight weight = lit ? Weight.BOLD : Weight.PLAIN;
            canvas.put(LETTER, y, model.letter(t), lit ? Tone.FIRST : Tone.DIM, weight);
            entry.pick(canvas, new Area(LETTER, y, canvas.width() - LETTER, 1), t + 1);
            if (!cursor.hides(WEIGHTS)) {
                squares.row(y, t, moment -> lit && chosen ? Tone.FIRST : Tone.CONTOUR2);
            }
        }
    }

    private int pitch(Canvas canvas) {
        return HeadSquares.pitch(canvas.width(), LEFT, moments.size());
    }

    /**
     * Draws, at each moment, the share of the chosen letter that is its largest one now, and the mean share of the
     * neighbour.
     */
    private void numbers(int top, boolean spread) {
        Attention now = moments.get(moments.size() - 1).heads().get((int) model.head() - 1);
        int t = model.query();
        int j = now.weights(t).argmax();
        int y = top;
        String most = j == t ? "itself" : j == 0 ? "the dot" : model.letter(j);
        body.put(LETTER, y, model.letter(t) + " looks at " + most, Tone.DIM);
        y++;
        bars(y++, then -> OptionalDouble.of(then.weights(t).get(j)), Tone.FIRST);
        if (y + 1 < body.height()) {
            String neighbour = model.causal() ? "the letter before" : "the letter after";
            body.put(LETTER, y++, neighbour + ", mean from the second letter on", Tone.DIM);
            bars(y++, model::beside, Tone.SECOND);
        }
        y += spread ? 1 : 0;
        if (y < body.height() && body.width() >= WIDE) {
            ShareHeights.legend(body, LETTER, y);
        }
    }

    /** Draws a share at each moment, as a number and a bar. */
    private void bars(int y, Function<Attention, OptionalDouble> share, Tone tone) {
        int pitch = pitch(body);
        int most = Math.min(LONGEST_BAR, pitch - NUMBER - 1);
        for (int m = 0; m < moments.size(); m++) {
            int x = LEFT + m * pitch;
            if (!moments.get(m).heads().isEmpty()) {
                OptionalDouble part = share.apply(moments.get(m).heads().get((int) model.head() - 1));
                part.ifPresent(of -> {
                    body.put(x, y, cursor.number(WEIGHTS, of, NUMBER - 1), Tone.TEXT);
                    String bar = cursor.hides(WEIGHTS) ? "" : body.glyphs().bar(of * most, most);
                    body.put(x + NUMBER, y, bar, tone);
                });
            } else {
                body.put(x, y, "·", Tone.GRID);
            }
        }
    }
}
