package dev.nabla.figure.sample;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.part.Rows;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import dev.nabla.math.Sample;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the tokens of {@link SampleFigure}: a bar of P after the cut, the pile of draws below it; the knobs underneath. */
final class SamplePicture {
    private static final int KNOBS = 5;

    private final Sample sample;
    private final ViewState<Sample> cursor;
    private final Canvas body;
    private final Vector before;
    private final Vector p;
    private final int[] counts;
    private final List<Integer> byK;
    private final KnobTable table;

    SamplePicture(Sample sample, ViewState<Sample> cursor, Canvas body) {
        this.sample = sample;
        this.cursor = cursor;
        this.body = body;
        this.before = sample.softmax().p();
        this.p = sample.p();
        this.counts = sample.draws().counts();
        this.byK = sample.keptByK();
        this.table = new KnobTable(
                body,
                1,
                Track.fixed("name", 7),
                Track.fixed("value", 7),
                Track.fixed("space", 0),
                Track.free("bar", 10),
                Track.fixed("P", 7),
                Track.fixed("after", 7),
                Track.fixed("drawn", 7));
    }

    void draw() {
        int y = body.height() - KNOBS;
        Map<String, Area> rows = Split.rows(
                body.area().top(y - 1),
                1,
                Track.free("tokens", 8).sharing(99).atMost(Math.max(8, 2 + 2 * p.size())),
                Track.free("work", 9).goesAt(1));
        tokens(rows.get("tokens"));
        if (rows.containsKey("work")) {
            work(body.part(rows.get("work").afterColumns(3)));
        }
        knobs(y);
        results(y);
    }

    private void tokens(Area place) {
        int slots = place.height() - 2;
        Rows rows = Rows.of(p.size(), slots, cursor.on("logits") ? cursor.spot().part() : 0, true, p.size());
        boolean pile = rows.pitch() == 2;
        heads(pile ? "below" : "│");
        for (int j = rows.window().from(); j < rows.window().to(); j++) {
            token(j, 2 + rows.slot(j), pile);
        }
        if (rows.rest() > 0) {
            table.name(1 + slots, Tone.DIM, false, rows.more());
        }
    }

    /** @param draws where the draws are marked */
    private void heads(String draws) {
        table.right("value", 0, "logit z", Tone.DIM);
        table.label("bar", 0, "P after the cut, draws " + draws, "P after, draws " + draws);
        table.scale("bar", 1, "0", "½", "1");
        for (String column : List.of("P", "after", "drawn")) {
            table.right(column, 0, column, Tone.DIM);
        }
    }

    private void token(int j, int y, boolean pile) {
        boolean focused = cursor.on("logits", j);
        boolean likeliest = byK.get(0) == j;
        table.name(y, Tone.FIRST, focused, NextToken.symbol(p.size(), j));
        table.value(y, NextToken.score(sample.logits().get(j), 6), Tone.FIRST, focused);
        Tone tone = p.get(j) == 0 ? Tone.DIM : likeliest ? Tone.RESULT : Tone.TEXT;
        table.bar("bar", y, p.get(j), tone);
        if (p.get(j) == 0 && before.get(j) > 0) {
            table.label("bar", y, byK.contains(j) ? "cut by top_p" : "cut by top_k");
        }
        table.right("P", y, Decimal.fixed(before.get(j), 3), Tone.DIM);
        table.right("after", y, Decimal.fixed(p.get(j), 3), tone, likeliest ? Weight.REVERSE : Weight.PLAIN);
        table.right("drawn", y, String.valueOf(counts[j]), Tone.PATH1);
        double share = sample.count() == 0 ? 0 : (double) counts[j] / sample.count();
        if (pile) {
            table.pile("bar", y + 1, share);
        } else if (share > 0) {
            table.mark("bar", y, share);
        }
    }

    /** What has been drawn, in its order, and how it came about. */
    private void work(Canvas canvas) {
        if (sample.count() > 0) {
            String order = Arrays.stream(sample.draws().tokens())
                    .limit(canvas.width() / 4)
                    .mapToObj(j -> NextToken.shortest(p.size(), j))
                    .collect(Collectors.joining(" "));
            canvas.put(0, 0, "in order", Tone.DIM);
            canvas.put(
                    11,
                    0,
                    Wrap.lines(order, canvas.width() - 12, canvas.glyphs()).get(0),
                    Tone.PATH1);
        }
        WorkedOut.draw(canvas.part(canvas.area().afterRows(2)), "worked out", SampleSteps.of(sample));
    }

    private void knobs(int y) {
        boolean all = sample.topK() == 0;
        int n = before.size();
        slider(y, "tau", "τ temp", table.log("bar", 0.1, 10), sample.tau(), Decimal.drawn(sample.tau(), 2, 6));
        String k = all ? "all" : String.valueOf(sample.topK());
        slider(y + 1, "top_k", "top_k", table.linear("bar", 1, n), all ? n : sample.topK(), k);
        slider(y + 2, "top_p", "top_p", table.linear("bar", 0, 1), sample.topP(), Decimal.drawn(sample.topP(), 2, 6));
        knob(y + 3, "count", "count", String.valueOf(sample.count()));
        knob(y + 4, "seed", "seed", String.valueOf(sample.seed()));
    }

    private void knob(int y, String knob, String label, String number) {
        table.name(y, Tone.SECOND, cursor.on(knob), label);
        table.value(y, number, Tone.SECOND, cursor.on(knob));
    }

    private void slider(int y, String knob, String label, Scale scale, double at, String number) {
        knob(y, knob, label, number);
        table.open("bar", y, knob, new Slider(scale, at, at, cursor.on(knob) ? Tone.SECOND : Tone.TEXT));
    }

    private void results(int y) {
        result(y, "kept", sample.kept().size() + " of " + p.size());
        result(y + 1, "mass", Decimal.fixed(sample.keptMass(), 3));
        Softmax after = new Softmax(p.map(StrictMath::log), 1);
        result(y + 2, "entropy", Decimal.fixed(after.entropyBits(), 2) + " bits");
    }

    private void result(int y, String label, String number) {
        body.put(table.column("P").x() + 1, y, label, Tone.DIM);
        table.right("drawn", y, number, Tone.TEXT);
    }
}
