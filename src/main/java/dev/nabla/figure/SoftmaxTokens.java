package dev.nabla.figure;

import dev.nabla.figure.SoftmaxFigure.Model;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.Optional;

/** The tokens of FIG.06: logit, exponential, share, what it has gained, and the samples below the share. */
final class SoftmaxTokens {
    private final Model model;
    private final Softmax softmax;
    private final Vector p;
    private final int[] counts;
    private final Cursor<Model> cursor;
    private final Canvas body;
    private final SoftmaxGrid grid;
    private final SoftmaxRow row;
    private final boolean compact;

    SoftmaxTokens(Model model, Cursor<Model> cursor, SoftmaxRow row) {
        this.model = model;
        this.softmax = model.softmax();
        this.p = softmax.p();
        this.counts = model.counts();
        this.cursor = cursor;
        this.body = row.body();
        this.grid = row.grid();
        this.row = row;
        this.compact = row.compact();
    }

    /** A row a token; when there are too many, those round the focus and a line that counts the rest. */
    void draw(int slots) {
        int n = p.size();
        int pitch = !compact && n * 2 <= slots ? 2 : 1;
        int shown = n <= slots ? n : slots - 1;
        int focus = cursor.on("logits") ? cursor.spot().part() : 0;
        int first = MatrixGrid.window(focus, shown, n).from();
        double rest = 1;
        for (int i = 0; i < shown; i++) {
            token(first + i, SoftmaxPicture.TOP + i * pitch, pitch == 2);
            rest -= p.get(first + i);
        }
        if (shown < n) {
            body.put(3, SoftmaxPicture.TOP + shown, (n - shown) + " more", Tone.DIM);
            body.right(grid.pEnd(), SoftmaxPicture.TOP + shown, Decimal.fixed(Math.max(0, rest), 3), Tone.DIM);
        }
    }

    private void token(int j, int y, boolean pile) {
        boolean focused = cursor.on("logits", j);
        boolean likeliest = j == softmax.argmax() - 1;
        double z = softmax.logits().get(j);
        String word = SoftmaxFigure.isNamed(model) ? SoftmaxFigure.token(model, j) : "";
        row.name(y, "z" + Subscript.of(j), word, Tone.FIRST, focused);
        row.slider(y, "logits", j, grid.slider(-4, 4), z, 0, focused ? Tone.FIRST : Tone.TEXT);
        row.value(y, Decimal.drawn(z, Math.rint(z * 10) == z * 10 ? 1 : 2, 6), Tone.FIRST, focused);
        if (grid.exp() >= 0) {
            body.put(grid.exp(), y, Decimal.fixed(softmax.exponentials().get(j), 3), Tone.DIM);
        }
        Tone tone = likeliest ? Tone.RESULT : Tone.TEXT;
        body.glyph((grid.bar() + grid.barEnd()) / 2, y, '·', Tone.GRID, Weight.PLAIN);
        body.glyph(grid.barEnd(), y, '·', Tone.GRID, Weight.PLAIN);
        body.put(grid.bar(), y, body.glyphs().bar(p.get(j) * grid.barWidth(), grid.barWidth()), tone);
        body.right(grid.pEnd(), y, Decimal.fixed(p.get(j), 3), tone, likeliest ? Weight.REVERSE : Weight.PLAIN);
        change(j, y);
        drawn(j, y, pile);
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
        body.right(grid.changeEnd(), y, text, tone);
    }

    /** The samples: a thin bar under the thick one where there is a row for it, else a mark on it. */
    private void drawn(int j, int y, boolean pile) {
        if (model.draws() == 0) {
            return;
        }
        int length = (int) Math.round((double) counts[j] / model.draws() * grid.barWidth());
        if (pile) {
            body.put(grid.bar(), y + 1, "▀".repeat(length), Tone.PATH1);
            body.right(grid.pEnd(), y + 1, String.valueOf(counts[j]), Tone.PATH1);
        } else {
            body.glyph(grid.bar() + Math.max(0, length - 1), y, '│', Tone.SECOND, Weight.BOLD);
        }
    }
}
