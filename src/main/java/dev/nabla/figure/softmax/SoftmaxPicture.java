package dev.nabla.figure.softmax;

import static dev.nabla.figure.softmax.SoftmaxFigure.ENTROPY;
import static dev.nabla.figure.softmax.SoftmaxFigure.P;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.softmax.SoftmaxFigure.SoftmaxModel;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Softmax.Distribution;
import dev.nabla.math.Vector;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Draws FIG.06: one row per token with slider, exponential, bar, P and its change. If the logits are shifted, the plain
 * exponential replaces the change. In little room the exponentials go first, in plain words the change. Below stand
 * sums, temperature and entropy.
 */
final class SoftmaxPicture {
    private static final int HEADS = 2;
    private static final int LEAST_TOKENS = 4;
    /** The heads, the tokens, and the rows of c and τ. */
    static final int LEAST_ROWS = HEADS + LEAST_TOKENS + 2;

    private final SoftmaxModel model;
    private final Softmax softmax;
    private final Distribution shares;
    private final Vector p;
    private final ViewState<SoftmaxModel> cursor;
    private final Canvas body;
    private final KnobTable table;
    private final Knobs<SoftmaxModel> knobs;
    /** Number added to every logit; it is the middle of their sliders. */
    private final double c;

    SoftmaxPicture(SoftmaxModel model, ViewState<SoftmaxModel> cursor, Canvas body) {
        this.model = model;
        this.softmax = model.softmax();
        this.shares = softmax.distribution();
        this.p = shares.p();
        this.cursor = cursor;
        this.body = body;
        this.c = model.shift();
        this.knobs = new Knobs<>(new SoftmaxFigure().knobs(), model, cursor);
        this.table = new KnobTable(
                body,
                cursor,
                Track.fixed("name", 8),
                Track.free("slider", 13).atMost(31),
                Track.fixed("value", c == 0 ? 6 : 8),
                Track.fixed("plain", c == 0 ? 0 : 5).goesAt(2),
                Track.fixed("exp", 7).goesAt(model.isPlain() ? 0 : 1),
                Track.free("bar", 10).sharing(2),
                Track.fixed("P", 6),
                Track.fixed("change", c == 0 ? 7 : 0).goesAt(model.isPlain() ? 1 : 0));
    }

    void draw() {
        Map<String, Area> rows = TrackLayout.rows(
                body.area(),
                Track.fixed("heads", HEADS),
                Track.free("tokens", Math.max(LEAST_TOKENS, Math.min(8, body.height() - 4)))
                        .atMost(Math.max(8, p.size())),
                Track.fixed("shift", 1),
                Track.fixed("shift scale", 1).goesAt(1),
                Track.fixed("tau", 1),
                Track.fixed("gauge", 2).goesAt(2),
                Track.fixed("formula", 2).goesAt(3),
                Track.blank(4),
                Track.free("curves", 9).goesAt(5));
        heads();
        Area tokens = rows.get("tokens");
        boolean spread = KnobTable.isSpread(tokens, p.size(), 1);
        table.list(tokens, p.size(), 1, cursor.spot().part(), (j, y) -> token(j, y, spread));
        sums(rows.get("shift").y());
        tau(rows.get("tau").y());
        Map<String, Consumer<Area>> where = Map.of(
                "shift scale", place -> table.scale("slider", place.y(), "−1000", "0", "+1000"),
                "gauge", place -> gauge(place.y()),
                "formula", place -> formula(place.y()),
                "curves", place -> curves(body.part(place)));
        where.forEach((name, drawn) -> Optional.ofNullable(rows.get(name)).ifPresent(drawn));
    }

    private void curves(Canvas canvas) {
        if (!cursor.hides(P)) {
            new TemperatureCurves(softmax, cursor).draw(canvas);
        }
    }

    private void heads() {
        table.label("slider", 0, "logit z");
        table.scale("slider", 1, c == 0 ? "−4" : "c−4", c == 0 ? "0" : "c", c == 0 ? "+4" : "c+4");
        table.right("plain", 0, "plain", Tone.DIM);
        table.right("plain", 1, "exp z", Tone.DIM);
        table.right("exp", 0, "exp ", Tone.DIM);
        table.right("exp", 1, c != 0 ? "z−m " : model.isPlain() ? "z/τ " : "", Tone.DIM);
        table.label("bar", 0, "P(next token)", "P(next)");
        table.scale("bar", 1, "0", "½", "1");
        table.right("P", 0, "P", Tone.DIM);
        table.right("change", 0, cursor.pinned().isPresent() ? "vs kept" : "change", Tone.DIM);
    }

    private void token(int j, int y, boolean spread) {
        boolean likeliest = j == softmax.argmax() - 1;
        Tone tone = likeliest ? Tone.RESULT : Tone.TEXT;
        KnobView logit = knobs.at("logits", j).in(Tone.FIRST);
        table.token(y, logit, p.size());
        table.slider(y, logit, "slider", c);
        plain(y, softmax.plain().get(j));
        exponential(y, model.exponentials().get(j));
        if (j == 0 && spread) {
            knobs.ghost().ifPresent(ghost -> ghost(ghost, y + 1));
        }
        table.shares(y, P, shares, j, tone, 0, spread);
        table.number("P", y, P, shares, j, tone, likeliest ? Weight.REVERSE : Weight.PLAIN);
        if (cursor.hides(P)) {
            return;
        }
        cursor.pinned()
                .or(cursor::before)
                .map(other -> other.softmax().p())
                .filter(other -> other.size() == p.size())
                .ifPresent(other -> change(y, p.get(j) - other.get(j)));
    }

    /**
     * Draws the learner's guess for the end of the first bar. Once the answer is shown, it marks the distance between
     * the two.
     */
    private void ghost(KnobView ghost, int y) {
        boolean answered = cursor.guess().isAnswered();
        Area bar = table.column("bar");
        Scale scale = ghost.scale(bar.x(), bar.end() - 1);
        int at = scale.cell(ghost.number());
        int from = answered ? Math.min(at, scale.cell(p.get(0))) : scale.from();
        int to = answered ? Math.max(at, scale.cell(p.get(0))) : at;
        ghost.mark(body, 1, y);
        Area name = table.across("name", "value");
        ghost.label(body, name.x(), y, ghost.label(body, name.width()), Tone.SECOND);
        body.put(from, y, (answered ? "━" : "─").repeat(to - from + 1), answered ? Tone.WARN : Tone.SECOND);
        body.glyph(at, y, '○', Tone.SECOND, Weight.BOLD);
        int cells = table.column("P").width();
        table.right("P", y, ghost.value(cells, cells), Tone.SECOND, ghost.weight(Weight.PLAIN));
        ghost.drag(body, new Area(bar.x(), y, bar.width(), 1), scale);
    }

    /** Writes the difference of P from the pinned model, or without one from the model before the last change. */
    private void change(int y, double change) {
        double shown = Math.rint(change * 1000);
        Tone tone = shown > 0 ? Tone.RESULT : shown < 0 ? Tone.WARN : Tone.DIM;
        table.right("change", y, Decimal.typeset(Decimal.signed(change, 3)), tone);
    }

    /** Writes exp z without subtracting the maximum, or the sum of these. */
    private void plain(int y, double e) {
        Tone tone = e == 0 || Double.isInfinite(e) ? Tone.WARN : Tone.DIM;
        table.right("plain", y, e == 0 ? "0" : Decimal.drawn(e, 2, 5), tone);
    }

    private void exponential(int y, double e) {
        String shown = model.showsPlainExponentials() ? Decimal.drawn(e, 3, 6) : Decimal.fixed(e, 3);
        table.right("exp", y, shown + " ", Tone.TEXT);
    }

    private void sums(int y) {
        table.dial(y, knobs.at("shift"), "slider", 0);
        plain(y, softmax.plain().sum());
        exponential(y, model.exponentials().sum());
        String name = "Σ of exp";
        String sum = "Σ " + Decimal.fixed(softmax.p().sum(), 3);
        boolean fits = body.width(name + " " + sum) <= table.across("bar", "P").width();
        table.label("bar", y, fits && table.column("exp").width() > 0 ? name : "");
        table.right("P", y, sum, Tone.TEXT, Weight.BOLD);
    }

    private void tau(int y) {
        table.dial(y, knobs.at("tau"), "slider", 1);
        if (model.isPlain()) {
            return;
        }
        String bits = cursor.column(ENTROPY, shares, 4);
        table.label("bar", y, "entropy");
        boolean wide = table.across("bar", "P").width() > 23;
        String of = wide ? " of " + Decimal.significant(most(), 3) : "";
        table.right("P", y, bits + of + " bits", Tone.TEXT);
    }

    /** Returns the entropy of equal probabilities, in bits. */
    private double most() {
        return Math.log(p.size()) / Math.log(2);
    }

    private void gauge(int y) {
        table.scale("slider", y, "sharp", "1", "flat");
        if (model.isPlain()) {
            return;
        }
        double bits = cursor.hides(ENTROPY) ? 0 : ENTROPY.of(shares);
        String end = Decimal.significant(most(), 3) + " = log₂ " + p.size();
        Canvas gauge = body.part(table.across("bar", "P"));
        gauge.ends(y, "0", "", end);
        Scale scale = Scale.linear(0, Math.max(most(), 1e-9), 2, gauge.width() - body.width(end) - 2);
        new Slider(scale, bits, bits, Tone.TEXT).drawOpen(gauge, y);
        gauge.ends(y + 1, "certain", "", "coin toss");
    }

    private void formula(int y) {
        int room = table.column("bar").x() - 4;
        if (model.showsPlainExponentials()) {
            body.put(3, y, "P = exp(z/τ) / Σ", Tone.DIM);
        } else {
            body.put(3, y, "P = exp((z−m)/τ) / Σ", Tone.DIM);
            body.put(3, y + 1, body.fitting(room, "m = max z: exp never overflows", "m = max z"), Tone.DIM);
        }
    }
}
