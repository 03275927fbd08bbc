package dev.nabla.figure.softmax;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.part.Rows;
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
import java.util.Optional;

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
                1,
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
        tokens(rows.get("tokens"));
        shift(rows.get("shift").y());
        int y = rows.get("tau").y();
        tau(y);
        entropy(y);
        int room = table.column("bar").x() - 4;
        body.put(3, y + 3, "P = exp((z−m)/τ) / Σ", Tone.DIM);
        body.put(3, y + 4, body.fitting(room, "m = max z: exp never overflows", "m = max z"), Tone.DIM);
        if (model.draws() > 0) {
            table.label("bar", y + 4, "samples");
            table.right("P", y + 4, String.valueOf(model.draws()), Tone.PATH1);
        }
        if (rows.containsKey("curves")) {
            new TemperatureCurves(model, cursor).draw(body.part(rows.get("curves")));
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

    private void tokens(Area place) {
        int focus = cursor.on("logits") ? cursor.spot().part() : 0;
        Rows rows = Rows.of(p.size(), place.height(), focus, true, p.size());
        double rest = 1;
        for (int j = rows.window().from(); j < rows.window().to(); j++) {
            token(j, place.y() + rows.slot(j), rows.pitch() == 2);
            rest -= p.get(j);
        }
        if (rows.rest() > 0) {
            int last = place.y() + place.height() - 1;
            table.name(last, Tone.DIM, false, rows.more());
            table.right("P", last, Decimal.fixed(Math.max(0, rest), 3), Tone.DIM);
        }
    }

    private void token(int j, int y, boolean pile) {
        boolean focused = cursor.on("logits", j);
        boolean likeliest = j == softmax.argmax() - 1;
        double z = softmax.logits().get(j);
        String symbol = "z" + Subscript.of(j);
        table.name(y, Tone.FIRST, focused, NextToken.symbol(p.size(), j), symbol);
        Tone hand = focused ? Tone.FIRST : Tone.TEXT;
        table.slider("slider", y, "logits", j, new Slider(table.linear("slider", -4, 4), z, 0, hand));
        table.value(y, NextToken.score(z, 6), Tone.FIRST, focused);
        table.label("exp", y, " " + Decimal.fixed(softmax.exponentials().get(j), 3));
        Tone tone = likeliest ? Tone.RESULT : Tone.TEXT;
        table.bar("bar", y, p.get(j), tone);
        table.right("P", y, Decimal.fixed(p.get(j), 3), tone, likeliest ? Weight.REVERSE : Weight.PLAIN);
        change(j, y);
        samples(j, y, pile);
    }

    /** P now less P of the pinned model, or of the one before the last change. */
    private void change(int j, int y) {
        Optional<Model> other = cursor.pinned().or(cursor::before);
        if (other.isEmpty() || other.get().softmax().logits().size() != p.size()) {
            return;
        }
        double change = p.get(j) - other.get().softmax().p().get(j);
        double shown = Math.rint(change * 1000);
        Tone tone = shown > 0 ? Tone.RESULT : shown < 0 ? Tone.WARN : Tone.DIM;
        table.right("change", y, Decimal.typeset(Decimal.signed(change, 3)), tone);
    }

    private void samples(int j, int y, boolean pile) {
        if (model.draws() == 0) {
            return;
        }
        double share = (double) counts[j] / model.draws();
        if (pile) {
            table.pile("bar", y + 1, share);
            table.right("P", y + 1, String.valueOf(counts[j]), Tone.PATH1);
        } else {
            table.mark("bar", y, share);
        }
    }

    private void shift(int y) {
        boolean focused = cursor.on("shift");
        double c = model.shift();
        table.name(y, Tone.SECOND, focused, "all + c", "all +c");
        Tone hand = focused ? Tone.SECOND : Tone.TEXT;
        table.slider("slider", y, "shift", 0, new Slider(table.linear("slider", -4, 4), c, 0, hand));
        String number = Math.abs(c) < 1000 ? Decimal.signed(c, 1) : Decimal.drawn(c, 1, 6);
        table.value(y, Decimal.typeset(number), Tone.SECOND, focused);
        table.right("P", y, "Σ " + Decimal.fixed(softmax.sum(), 3), Tone.TEXT, Weight.BOLD);
    }

    private void tau(int y) {
        boolean focused = cursor.on("tau");
        double tau = softmax.tau();
        table.name(y, Tone.SECOND, focused, "τ temp", "τ");
        Tone hand = focused ? Tone.SECOND : Tone.TEXT;
        table.slider("slider", y, "tau", 0, new Slider(table.log("slider", 0.1, 10), tau, 1, hand));
        table.value(y, Decimal.nonzero(tau, 2, 6), Tone.SECOND, focused);
        table.scale("slider", y + 1, "sharp", "1", "flat");
    }

    private void entropy(int y) {
        double most = Math.log(p.size()) / Math.log(2);
        int top = softmax.argmax() - 1;
        table.label("bar", y, "argmax");
        table.right("P", y, NextToken.symbol(p.size(), top), Tone.RESULT, Weight.BOLD);
        table.label("bar", y + 1, "entropy");
        table.right("P", y + 1, Decimal.fixed(softmax.entropyBits(), 2) + " bits", Tone.TEXT);
        String end = Decimal.significant(most, 3) + " = log₂ " + p.size();
        Canvas gauge = body.part(table.across("bar", "P"));
        gauge.ends(y + 2, "0", "", end);
        Scale scale = Scale.linear(0, Math.max(most, 1e-9), 2, gauge.width() - body.width(end) - 2);
        new Slider(scale, softmax.entropyBits(), softmax.entropyBits(), Tone.TEXT).drawOpen(gauge, y + 2);
        gauge.ends(y + 3, "certain", "", "coin toss");
    }
}
