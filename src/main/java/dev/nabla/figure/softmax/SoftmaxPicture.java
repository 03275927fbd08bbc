package dev.nabla.figure.softmax;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.softmax.SoftmaxFigure.Model;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.Map;

/** Draws FIG.06: a row a token with slider, exponential, bar, P and its change; below them shift, temperature and entropy. */
final class SoftmaxPicture {
    private final Model model;
    private final Softmax softmax;
    private final Vector p;
    private final int[] counts;
    private final ViewState<Model> cursor;
    private final Canvas body;
    private final KnobTable table;

    SoftmaxPicture(Model model, ViewState<Model> cursor, Canvas body) {
        this.model = model;
        this.softmax = model.softmax();
        this.p = softmax.p();
        this.counts = model.counts();
        this.cursor = cursor;
        this.body = body;
        this.table = new KnobTable(
                body,
                cursor,
                Track.fixed("name", 8),
                Track.free("slider", 13).atMost(31),
                Track.fixed("value", 6),
                Track.fixed("exp", 7).goesAt(1),
                Track.free("bar", 10).sharing(2),
                Track.fixed("P", 6),
                Track.fixed("change", 7));
    }

    void draw() {
        Map<String, Area> rows = Split.rows(
                body.area(),
                0,
                Track.fixed("heads", 2),
                Track.free("tokens", 6).atMost(Math.max(8, p.size())),
                Track.fixed("shift", 1),
                Track.blank(1),
                Track.fixed("tau", 5),
                Track.blank(2),
                Track.free("curves", 9).goesAt(3));
        heads();
        Area tokens = rows.get("tokens");
        boolean spread = KnobTable.isSpread(tokens, p.size(), 1);
        table.list(tokens, p.size(), 1, cursor.spot().part(), (j, y) -> token(j, y, spread));
        shift(rows.get("shift").y());
        int y = rows.get("tau").y();
        tau(y);
        entropy(y);
        if (rows.containsKey("curves")) {
            new TemperatureCurves(softmax, cursor).draw(body.part(rows.get("curves")));
        }
    }

    private void heads() {
        table.label("slider", 0, "logit z");
        table.scale("slider", 1, "−4", "0", "+4");
        table.label("exp", 0, " exp");
        table.label("bar", 0, "P(next token)", "P(next)");
        table.scale("bar", 1, "0", "½", "1");
        table.right("P", 0, "P", Tone.DIM);
        table.right("change", 0, cursor.pinned().isPresent() ? "vs pin" : "change", Tone.DIM);
    }

    private void token(int j, int y, boolean spread) {
        boolean likeliest = j == softmax.argmax() - 1;
        Tone tone = likeliest ? Tone.RESULT : Tone.TEXT;
        double z = softmax.logits().get(j);
        table.token(y, softmax.logits(), j);
        table.slider(y, new Focus("logits", j), Tone.FIRST, table.linear("slider", -4, 4), z, 0);
        table.label("exp", y, " " + Decimal.fixed(softmax.exponentials().get(j), 3));
        table.shares(y, p.get(j), tone, (double) counts[j] / Math.max(1, model.draws()), spread);
        table.right("P", y, Decimal.fixed(p.get(j), 3), tone, likeliest ? Weight.REVERSE : Weight.PLAIN);
        if (spread && model.draws() > 0) {
            table.right("P", y + 1, String.valueOf(counts[j]), Tone.PATH1);
        }
        cursor.pinned()
                .or(cursor::before)
                .map(other -> other.softmax().p())
                .filter(other -> other.size() == p.size())
                .ifPresent(other -> change(y, p.get(j) - other.get(j)));
    }

    /** P now less P of the pinned model, or of the one before the last change. */
    private void change(int y, double change) {
        double shown = Math.rint(change * 1000);
        Tone tone = shown > 0 ? Tone.RESULT : shown < 0 ? Tone.WARN : Tone.DIM;
        table.right("change", y, Decimal.typeset(Decimal.signed(change, 3)), tone);
    }

    private void shift(int y) {
        double c = model.shift();
        table.dial(y, "shift", table.linear("slider", -4, 4), c, 0, Decimal.drawn(c, 2, 5), "all + c", "all +c");
        table.right("P", y, "Σ " + Decimal.fixed(softmax.p().sum(), 3), Tone.TEXT, Weight.BOLD);
    }

    private void tau(int y) {
        double tau = softmax.tau();
        table.dial(y, "tau", table.log("slider", 0.1, 10), tau, 1, Decimal.nonzero(tau, 2, 6), "τ temp", "τ");
        table.scale("slider", y + 1, "sharp", "1", "flat");
        int room = table.column("bar").x() - 4;
        body.put(3, y + 3, "P = exp((z−m)/τ) / Σ", Tone.DIM);
        body.put(3, y + 4, body.fitting(room, "m = max z: exp never overflows", "m = max z"), Tone.DIM);
    }

    private void entropy(int y) {
        double bits = softmax.distribution().entropyBits();
        double most = Math.log(p.size()) / Math.log(2);
        table.label("bar", y, "argmax");
        table.right("P", y, NextToken.symbol(p.size(), softmax.argmax() - 1), Tone.RESULT, Weight.BOLD);
        table.label("bar", y + 1, "entropy");
        table.right("P", y + 1, Decimal.fixed(bits, 2) + " bits", Tone.TEXT);
        String end = Decimal.significant(most, 3) + " = log₂ " + p.size();
        Canvas gauge = body.part(table.across("bar", "P"));
        gauge.ends(y + 2, "0", "", end);
        Scale scale = Scale.linear(0, Math.max(most, 1e-9), 2, gauge.width() - body.width(end) - 2);
        new Slider(scale, bits, bits, Tone.TEXT).drawOpen(gauge, y + 2);
        gauge.ends(y + 3, "certain", "", "coin toss");
        if (model.draws() > 0) {
            table.label("bar", y + 4, "samples");
            table.right("P", y + 4, String.valueOf(model.draws()), Tone.PATH1);
        }
    }
}
