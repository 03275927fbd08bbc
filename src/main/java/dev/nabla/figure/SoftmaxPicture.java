package dev.nabla.figure;

import dev.nabla.figure.SoftmaxFigure.Model;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.Optional;

/** Draws FIG.06: slider, exp, bar, P and change of a token on one row; shift, temperature and entropy below. */
final class SoftmaxPicture {
    private static final int TOP = 2;

    /**
     * Columns of the table; an end is the column after the last cell.
     *
     * @param slider first and {@code sliderEnd} last cell of the sliders
     * @param exp first cell of the exponentials, negative for none
     * @param bar first and {@code barEnd} last cell of the bars
     * @param changeEnd end of the changes
     */
    private record Grid(
            int slider, int sliderEnd, int valueEnd, int exp, int bar, int barEnd, int pEnd, int changeEnd) {
        static Grid of(Layout layout, int width) {
            return switch (layout) {
                case WIDE -> new Grid(12, 42, 51, 53, 63, width - 18, width - 10, width - 1);
                case NORMAL -> new Grid(12, 28, 36, 38, 45, width - 16, width - 9, width - 1);
                default -> new Grid(11, 23, 30, -1, 32, width - 16, width - 9, width - 1);
            };
        }

        Scale slider(double lo, double hi) {
            return Scale.linear(lo, hi, slider, sliderEnd);
        }

        int barWidth() {
            return barEnd - bar + 1;
        }
    }

    private final Model model;
    private final Softmax softmax;
    private final Vector p;
    private final int[] counts;
    private final Cursor<Model> cursor;
    private final Canvas body;
    private final Layout layout;
    private final Grid grid;

    SoftmaxPicture(Model model, Cursor<Model> cursor, Canvas body) {
        this.model = model;
        this.softmax = model.softmax();
        this.p = softmax.p();
        this.counts = model.counts();
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.grid = Grid.of(layout, body.width());
    }

    void draw() {
        heads();
        int slots = layout == Layout.COMPACT ? 6 : 8;
        tokens(slots);
        int y = TOP + slots;
        shift(y);
        int gap = layout == Layout.COMPACT ? 1 : 2;
        tau(y + gap);
        entropy(y + gap);
        samples(y + gap + 4);
        body.put(3, y + gap + 3, "P = exp((z−m)/τ) / Σ", Tone.DIM);
        body.put(3, y + gap + 4, layout == Layout.COMPACT ? "m = max z" : "m = max z: exp never overflows", Tone.DIM);
        if (layout == Layout.WIDE) {
            new TemperatureCurves(model, cursor).draw(body.part(body.area().afterRows(y + gap + 6)));
        }
    }

    private void heads() {
        body.put(grid.slider, 0, "logit z", Tone.DIM);
        body.put(grid.slider, 1, "−4", Tone.DIM);
        body.put((grid.slider + grid.sliderEnd) / 2, 1, "0", Tone.DIM);
        body.right(grid.sliderEnd + 1, 1, "+4", Tone.DIM);
        if (grid.exp >= 0) {
            body.put(grid.exp, 0, "exp", Tone.DIM);
        }
        body.put(grid.bar, 0, layout == Layout.COMPACT ? "P(next)" : "P(next token)", Tone.DIM);
        body.put(grid.bar, 1, "0", Tone.DIM);
        body.middle((grid.bar + grid.barEnd) / 2, 1, "½", Tone.DIM, Weight.PLAIN);
        body.put(grid.barEnd, 1, "1", Tone.DIM);
        body.right(grid.pEnd, 0, "P", Tone.DIM);
        body.right(grid.changeEnd, 0, cursor.pinned().isPresent() ? "vs pin" : "change", Tone.DIM);
    }

    /** A row a token; when there are too many, those round the focus and a line that counts the rest. */
    private void tokens(int slots) {
        int n = p.size();
        int pitch = layout != Layout.COMPACT && n * 2 <= slots ? 2 : 1;
        int shown = n <= slots ? n : slots - 1;
        int focus = cursor.on("logits") ? cursor.spot().part() : 0;
        int first = Math.max(0, Math.min(focus - shown / 2, n - shown));
        double rest = 1;
        for (int i = 0; i < shown; i++) {
            token(first + i, TOP + i * pitch, pitch == 2);
            rest -= p.get(first + i);
        }
        if (shown < n) {
            body.put(3, TOP + shown, (n - shown) + " more", Tone.DIM);
            body.right(grid.pEnd, TOP + shown, Decimal.fixed(Math.max(0, rest), 3), Tone.DIM);
        }
    }

    private void token(int j, int y, boolean pile) {
        boolean focused = cursor.on("logits", j);
        boolean likeliest = j == softmax.argmax() - 1;
        double z = softmax.logits().get(j);
        String word = SoftmaxFigure.isNamed(model) ? SoftmaxFigure.token(model, j) : "";
        name(y, "z" + SoftmaxFigure.index(j), word, Tone.FIRST, focused);
        slider(y, "logits", j, grid.slider(-4, 4), z, 0, focused ? Tone.FIRST : Tone.TEXT);
        value(y, Decimal.drawn(z, Math.rint(z * 10) == z * 10 ? 1 : 2, 6), Tone.FIRST, focused);
        if (grid.exp >= 0) {
            body.put(grid.exp, y, Decimal.fixed(softmax.exponentials().get(j), 3), Tone.DIM);
        }
        Tone tone = likeliest ? Tone.RESULT : Tone.TEXT;
        body.glyph((grid.bar + grid.barEnd) / 2, y, '·', Tone.GRID, Weight.PLAIN);
        body.glyph(grid.barEnd, y, '·', Tone.GRID, Weight.PLAIN);
        body.put(grid.bar, y, body.glyphs().bar(p.get(j) * grid.barWidth(), grid.barWidth()), tone);
        body.right(grid.pEnd, y, Decimal.fixed(p.get(j), 3), tone, likeliest ? Weight.REVERSE : Weight.PLAIN);
        change(j, y);
        drawn(j, y, pile);
    }

    private void name(int y, String symbol, String word, Tone tone, boolean focused) {
        if (focused) {
            body.put(1, y, "►", tone, Weight.BOLD);
        }
        String name = layout == Layout.COMPACT && body.width(symbol + " " + word) > grid.slider - 4
                ? symbol
                : symbol + " " + word;
        body.put(3, y, name, focused ? tone : Tone.TEXT, focused ? Weight.BOLD : Weight.PLAIN);
    }

    private void slider(int y, String knob, int part, Scale scale, double value, double origin, Tone tone) {
        new Slider(scale, value, origin, tone).draw(body, y);
        body.handle(new Handle(knob, part, new Area(grid.slider, y, grid.sliderEnd - grid.slider + 1, 1), scale, null));
    }

    private void value(int y, String number, Tone tone, boolean focused) {
        String field = " ".repeat(Math.max(0, 5 - number.length())) + number;
        body.right(grid.valueEnd, y, field, focused ? tone : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
    }

    /** P now less P of the pinned model, or of the one before the last change. */
    private void change(int j, int y) {
        Optional<Model> other = cursor.pinned().or(cursor::before);
        if (other.isEmpty() || other.get().softmax().logits().size() != p.size()) {
            return;
        }
        double change = p.get(j) - other.get().softmax().p().get(j);
        String text = Decimal.typeset(Decimal.signed(change, 3));
        Tone tone = text.startsWith("+") ? Tone.RESULT : text.startsWith("−") ? Tone.WARN : Tone.DIM;
        body.right(grid.changeEnd, y, text, tone);
    }

    /** The samples: a thin bar under the thick one where there is a row for it, else a mark on it. */
    private void drawn(int j, int y, boolean pile) {
        if (model.draws() == 0) {
            return;
        }
        int length = (int) Math.round((double) counts[j] / model.draws() * grid.barWidth());
        if (pile) {
            body.put(grid.bar, y + 1, "▀".repeat(length), Tone.PATH1);
            body.right(grid.pEnd, y + 1, String.valueOf(counts[j]), Tone.PATH1);
        } else {
            body.glyph(grid.bar + Math.max(0, length - 1), y, '│', Tone.SECOND, Weight.BOLD);
        }
    }

    private void shift(int y) {
        boolean focused = cursor.on("shift");
        name(y, "all", "+ c", Tone.SECOND, focused);
        slider(y, "shift", 0, grid.slider(-4, 4), model.shift(), 0, focused ? Tone.SECOND : Tone.TEXT);
        boolean small = Math.abs(model.shift()) < 1000;
        String number = small ? Decimal.signed(model.shift(), 1) : Decimal.drawn(model.shift(), 1, 6);
        value(y, Decimal.typeset(number), Tone.SECOND, focused);
        body.right(grid.pEnd, y, "Σ " + Decimal.fixed(softmax.sum(), 3), Tone.TEXT, Weight.BOLD);
    }

    private void tau(int y) {
        boolean focused = cursor.on("tau");
        name(y, "τ", layout == Layout.COMPACT ? "" : "temp", Tone.SECOND, focused);
        Scale scale = Scale.log(0.1, 10, grid.slider, grid.sliderEnd);
        slider(y, "tau", 0, scale, softmax.tau(), 1, focused ? Tone.SECOND : Tone.TEXT);
        value(y, Decimal.drawn(softmax.tau(), 2, 6), Tone.SECOND, focused);
        body.put(grid.slider, y + 1, "sharp", Tone.DIM);
        body.put((grid.slider + grid.sliderEnd) / 2, y + 1, "1", Tone.DIM);
        body.right(grid.sliderEnd + 1, y + 1, "flat", Tone.DIM);
    }

    private void entropy(int y) {
        double most = Math.log(p.size()) / Math.log(2);
        int top = softmax.argmax() - 1;
        body.put(grid.bar, y, "argmax", Tone.DIM);
        String winner = "z" + SoftmaxFigure.index(top)
                + (SoftmaxFigure.isNamed(model) ? " " + SoftmaxFigure.token(model, top) : "");
        body.right(grid.pEnd, y, winner, Tone.RESULT, Weight.BOLD);
        body.put(grid.bar, y + 1, "entropy", Tone.DIM);
        body.right(grid.pEnd, y + 1, Decimal.fixed(softmax.entropyBits(), 2) + " bits", Tone.TEXT);
        String end = Decimal.significant(most, 3) + " = log₂ " + p.size();
        int last = grid.pEnd - body.width(end) - 2;
        body.put(grid.bar, y + 2, "0", Tone.DIM);
        Scale gauge = Scale.linear(0, Math.max(most, 1e-9), grid.bar + 2, last);
        new Slider(gauge, softmax.entropyBits(), softmax.entropyBits(), Tone.TEXT).drawOpen(body, y + 2);
        body.right(grid.pEnd, y + 2, end, Tone.DIM);
        body.put(grid.bar, y + 3, "certain", Tone.DIM);
        body.right(grid.pEnd, y + 3, "coin toss", Tone.DIM);
    }

    private void samples(int y) {
        if (model.draws() > 0) {
            body.put(grid.bar, y, "samples", Tone.DIM);
            body.right(grid.pEnd, y, String.valueOf(model.draws()), Tone.PATH1);
        }
    }
}
