package dev.nabla.figure.sample;

import static dev.nabla.figure.sample.SampleFigure.BEFORE;
import static dev.nabla.figure.sample.SampleFigure.ENTROPY;
import static dev.nabla.figure.sample.SampleFigure.P;

import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.figure.sample.SampleFigure.SampleResults;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Sample;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;

/**
 * Draws {@link SampleFigure}: one row per token, with a bar of P after the cut and the pile of samples below it. The
 * knobs stand underneath.
 */
final class SamplePicture {
    private final Sample sample;
    private final Canvas body;
    private final SampleResults drawn;
    private final Vector before;
    private final Vector p;
    private final List<Integer> counts;
    private final List<Integer> byK;
    private final ViewState<Sample> cursor;
    private final KnobTable table;
    private final Knobs<Sample> knobs;

    SamplePicture(Sample sample, ViewState<Sample> cursor, Canvas body) {
        this.sample = sample;
        this.body = body;
        this.drawn = SampleResults.of(sample);
        this.before = drawn.before();
        this.p = drawn.p();
        this.counts = drawn.counts();
        this.byK = sample.keptByK();
        this.cursor = cursor;
        this.knobs = new Knobs<>(new SampleFigure().knobs(), sample, cursor);
        this.table = new KnobTable(
                body,
                cursor,
                Track.fixed("name", 7),
                Track.fixed("value", 7),
                Track.fixed("space", 0),
                Track.free("bar", 10),
                Track.fixed("P", 7),
                Track.fixed("after", 7),
                Track.fixed("drawn", 7));
    }

    void draw() {
        Map<String, Area> rows = TrackLayout.rows(
                body.area(),
                Track.fixed("heads", 2),
                Track.free("tokens", 6).sharing(99).atMost(Math.max(6, 2 * p.size())),
                Track.blank(1),
                Track.free("worked", 9).goesAt(2),
                Track.blank(2),
                Track.fixed("knobs", 5));
        Area tokens = rows.get("tokens");
        boolean spread = KnobTable.isSpread(tokens, p.size(), 1);
        heads(spread);
        table.list(tokens, p.size(), 1, cursor.spot().part(), (j, y) -> token(j, y, spread));
        WorkedOut.draw(body, cursor, rows, 3, () -> new SampleFigure().steps(sample));
        int y = rows.get("knobs").y();
        knobs(y);
        results(y);
    }

    /**
     * Draws the headings; that of the bars is their legend.
     *
     * @param spread whether the share that was drawn is a bar of its own below that of P, instead of a mark on it
     */
    private void heads(boolean spread) {
        table.right("value", 0, "logit z", Tone.DIM);
        String mark = spread ? "▀" : "│";
        table.label("bar", 0, "█ P after the cut  " + mark + " share drawn", "█ P  " + mark + " drawn");
        table.scale("bar", 1, "0", "½", "1");
        for (String column : List.of("P", "after", "drawn")) {
            table.right(column, 0, column, Tone.DIM);
        }
    }

    private void token(int j, int y, boolean spread) {
        boolean likeliest = byK.get(0) == j;
        boolean cut = p.get(j) == 0;
        Tone tone = cut ? Tone.DIM : likeliest ? Tone.RESULT : Tone.TEXT;
        table.token(y, knobs.at("logits", j), p.size());
        table.shares(y, P, drawn, j, tone, (double) counts.get(j) / Math.max(1, sample.count()), spread);
        if (cut && before.get(j) > 0) {
            table.label("bar", y, byK.contains(j) ? "cut by top_p" : "cut by top_k");
        }
        table.number("P", y, BEFORE, drawn, j, Tone.DIM, Weight.PLAIN);
        table.number("after", y, P, drawn, j, tone, likeliest ? Weight.REVERSE : Weight.PLAIN);
        table.right("drawn", y, String.valueOf(counts.get(j)), Tone.PATH1);
    }

    private void knobs(int y) {
        double kept = sample.topK() == 0 ? p.size() : sample.topK();
        KnobView topK = knobs.at("top_k").within(new Range(1, p.size(), 1)).showing(kept);
        table.dial(y, knobs.at("tau"), "bar", sample.tau());
        table.dial(y + 1, topK, "bar", kept);
        table.dial(y + 2, knobs.at("top_p"), "bar", sample.topP());
        table.knob(y + 3, knobs.at("count"));
        table.knob(y + 4, knobs.at("seed"));
    }

    private void results(int y) {
        table.label("P", y, " entropy");
        String entropy = cursor.column(ENTROPY, drawn, 4);
        table.right("drawn", y, ENTROPY.style().counted(entropy), Tone.TEXT);
    }
}
