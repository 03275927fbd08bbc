package dev.nabla.figure;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Sample;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;

/** Draws the tokens of {@link SampleFigure}: a bar of P after the cut, the pile of draws below it; the knobs underneath. */
final class SamplePicture {
    private static final int TOP = 2;
    private static final int KNOBS = 5;

    private final Sample sample;
    private final Cursor<Sample> cursor;
    private final Canvas body;
    private final boolean compact;
    private final Vector before;
    private final Vector p;
    private final int[] counts;
    private final List<Integer> byK;
    private final int value;
    private final int bar;
    private final int barWidth;

    SamplePicture(Sample sample, Cursor<Sample> cursor, Canvas body) {
        this.sample = sample;
        this.cursor = cursor;
        this.body = body;
        this.compact = Layout.ofBody(body.width(), body.height()) == Layout.COMPACT;
        this.before = sample.softmax().p();
        this.p = sample.p();
        this.counts = sample.draws().counts();
        this.byK = sample.keptByK();
        this.value = compact ? 17 : 19;
        this.bar = value + 2;
        this.barWidth = body.width() - bar - (compact ? 24 : 30);
    }

    void draw() {
        int slots = body.height() - TOP - KNOBS - 1;
        int pitch = p.size() * 2 <= slots ? 2 : 1;
        heads(pitch == 2 ? "below" : "│");
        tokens(slots, pitch);
        int y = body.height() - KNOBS;
        if (Layout.ofBody(body.width(), body.height()) == Layout.WIDE) {
            int from = Math.min(y, TOP + 1 + Math.min(slots, p.size() * pitch));
            new SampleWork(sample).draw(body.part(new Area(3, from, body.width() - 4, y - 1 - from)));
        }
        Scale tau = Scale.log(0.1, 10, bar, barEnd());
        slider(y, "tau", "τ temp", tau, sample.tau(), Decimal.drawn(sample.tau(), 2, 6));
        Scale k = Scale.linear(1, before.size(), bar, barEnd());
        boolean all = sample.topK() == 0;
        slider(y + 1, "top_k", "top_k", k, all ? before.size() : sample.topK(), all ? "all" : "" + sample.topK());
        Scale mass = Scale.linear(0, 1, bar, barEnd());
        slider(y + 2, "top_p", "top_p", mass, sample.topP(), Decimal.drawn(sample.topP(), 2, 6));
        knob(y + 3, "count", "count", "" + sample.count());
        knob(y + 4, "seed", "seed", "" + sample.seed());
        results(y);
    }

    private int barEnd() {
        return bar + barWidth - 1;
    }

    /** @param draws where the draws are marked */
    private void heads(String draws) {
        body.right(value, 0, "logit z", Tone.DIM);
        body.put(bar, 0, (compact ? "P after, draws " : "P after the cut, draws ") + draws, Tone.DIM);
        body.put(bar, 1, "0", Tone.DIM);
        body.middle(bar + barWidth / 2, 1, "½", Tone.DIM, Weight.PLAIN);
        body.put(barEnd(), 1, "1", Tone.DIM);
        body.right(column(0), 0, "P", Tone.DIM);
        body.right(column(1), 0, "after", Tone.DIM);
        body.right(column(2), 0, "drawn", Tone.DIM);
    }

    /** The end of a column of numbers: P, P after the cut, draws. */
    private int column(int i) {
        int field = compact ? 7 : 9;
        return body.width() - 2 - field * (2 - i);
    }

    /** A row a token, two where there is room; when there are too many, those round the focus and a line that counts the rest. */
    private void tokens(int slots, int pitch) {
        int n = p.size();
        int shown = n <= slots ? n : slots - 1;
        int focus = cursor.on("logits") ? cursor.spot().part() : 0;
        int first = MatrixGrid.window(focus, shown, n).from();
        for (int i = 0; i < shown; i++) {
            token(first + i, TOP + i * pitch, pitch == 2);
        }
        if (shown < n) {
            body.put(3, TOP + shown, (n - shown) + " more", Tone.DIM);
        }
    }

    private void token(int j, int y, boolean pile) {
        boolean focused = cursor.on("logits", j);
        boolean likeliest = byK.get(0) == j;
        String word = p.size() == 4 ? " " + SoftmaxFigure.token(4, j) : "";
        name(y, "z" + Subscript.of(j) + word, Tone.FIRST, focused);
        double z = sample.logits().get(j);
        field(y, Decimal.drawn(z, Math.rint(z * 10) == z * 10 ? 1 : 2, 6), Tone.FIRST, focused);
        body.glyph(bar + barWidth / 2, y, '·', Tone.GRID, Weight.PLAIN);
        body.glyph(barEnd(), y, '·', Tone.GRID, Weight.PLAIN);
        Tone tone = p.get(j) == 0 ? Tone.DIM : likeliest ? Tone.RESULT : Tone.TEXT;
        body.put(bar, y, body.glyphs().bar(p.get(j) * barWidth, barWidth), tone);
        if (p.get(j) == 0 && before.get(j) > 0) {
            body.put(bar, y, byK.contains(j) ? "cut by top_p" : "cut by top_k", Tone.DIM);
        }
        body.right(column(0), y, Decimal.fixed(before.get(j), 3), Tone.DIM);
        body.right(column(1), y, Decimal.fixed(p.get(j), 3), tone, likeliest ? Weight.REVERSE : Weight.PLAIN);
        drawn(j, y, pile);
    }

    /** The draws: a thin bar under the thick one where there is a row for it, else a mark on it. */
    private void drawn(int j, int y, boolean pile) {
        body.right(column(2), y, String.valueOf(counts[j]), Tone.PATH1);
        int length = sample.count() == 0 ? 0 : (int) Math.round((double) counts[j] / sample.count() * barWidth);
        if (pile) {
            body.put(bar, y + 1, "▀".repeat(length), Tone.PATH1);
        } else if (length > 0) {
            body.glyph(bar + length - 1, y, '│', Tone.SECOND, Weight.BOLD);
        }
    }

    private void name(int y, String name, Tone tone, boolean focused) {
        if (focused) {
            body.put(1, y, "►", tone, Weight.BOLD);
        }
        body.put(3, y, name, focused ? tone : Tone.TEXT, focused ? Weight.BOLD : Weight.PLAIN);
    }

    private void field(int y, String number, Tone tone, boolean focused) {
        body.field(value, y, 5, number, focused ? tone : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
    }

    private void knob(int y, String knob, String label, String number) {
        name(y, label, Tone.SECOND, cursor.on(knob));
        field(y, number, Tone.SECOND, cursor.on(knob));
    }

    private void slider(int y, String knob, String label, Scale scale, double at, String number) {
        knob(y, knob, label, number);
        new Slider(scale, at, at, cursor.on(knob) ? Tone.SECOND : Tone.TEXT).drawOpen(body, y);
        body.handle(new Handle(knob, 0, new Area(bar, y, barWidth, 1), scale, null));
    }

    private void results(int y) {
        int kept = sample.kept().size();
        result(y, "kept", kept + " of " + p.size());
        result(y + 1, "mass", Decimal.fixed(sample.keptMass(), 3));
        Softmax after = new Softmax(p.map(StrictMath::log), 1);
        result(y + 2, "entropy", Decimal.fixed(after.entropyBits(), 2) + " bits");
    }

    private void result(int y, String label, String number) {
        body.put(barEnd() + 3, y, label, Tone.DIM);
        body.right(column(2), y, number, Tone.TEXT);
    }
}
