package dev.nabla.figure.attention;

import static dev.nabla.figure.attention.AttentionFigure.OUT;
import static dev.nabla.figure.attention.AttentionFigure.WEIGHTS;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobCell;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Attention;
import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import java.util.Optional;

/**
 * Draws FIG.08: the table of shares, the values below it, the outputs at the right, and one row worked out underneath.
 */
record AttentionPicture(Picture<AttentionModel, Optional<Attention>> all, AttentionLayout layout, Canvas body) {
    private static final int FIELD = AttentionLayout.FIELD;

    private AttentionModel model() {
        return all.model();
    }

    void draw() {
        inputs();
        VisibleRange keys = layout.keys();
        int m = model().k().rows();
        String rest = keys.size() < m
                ? ", " + keys.size() + " of " + m + " keys"
                : model().causal() ? " under the causal mask" : ": every row sums to 1";
        String head = body.fitting(layout.x("out") - layout.x("weights"), "attention shares" + rest, "shares" + rest);
        body.put(layout.x("weights"), layout.y("weights"), head, Tone.DIM);
        int x = layout.x("out") + 2;
        Shapes.named(body, x, 0, "q", Tone.FIRST, model().q());
        Shapes.named(body, x, 1, "k", Tone.SECOND, model().k());
        Shapes.named(body, x, 2, "v", Tone.TEXT, model().v());
        all.results().ifPresentOrElse(this::answer, this::refuse);
    }

    /** Draws the inputs: queries at the left, keys above, values below, scale and mask in the corner. */
    private void inputs() {
        corner();
        body.right(layout.x("weights") - 1, 0, "key", Tone.DIM);
        for (int j = layout.keys().from(); j < layout.keys().to(); j++) {
            boolean lit = j == model().column();
            Tone tone = lit ? Tone.SECOND : Tone.TEXT;
            body.right(layout.end(j), 0, model().token("", j), tone, lit ? Weight.BOLD : Weight.PLAIN);
        }
        queries();
        columns("k", model().k(), 1, Tone.SECOND);
        columns("v", model().v(), layout.y("values"), Tone.TEXT);
    }

    private void corner() {
        Canvas corner = body.part(new Area(layout.x("names") - 2, 0, 15, 2));
        String scale = corner.fitting(5, model().scaleName(), "scale");
        Readout readout = new Readout(corner).knob(all.knob("scale").labelled(scale));
        if (model().isPlain()) {
            return;
        }
        KnobView causal = all.knob("causal");
        readout.knob(causal);
        causal.pick(corner, corner.area().afterRows(1), model().causal() ? 0 : 1);
    }

    /** Draws the queries, one row per token after its name; the selected row is highlighted. */
    private void queries() {
        VisibleRange entries = layout.entries(model().q());
        int x = layout.x("names");
        int heads = layout.y("weights");
        body.put(x, heads, "query", Tone.DIM);
        part(entries, model().q(), heads);
        for (int i = layout.queries().from(); i < layout.queries().to(); i++) {
            int y = layout.y(i);
            boolean lit = i == model().row();
            all.knob("cell").in(Tone.RESULT).entry(lit).mark(body, x - 2, y);
            body.put(x, y, model().token("", i), lit ? Tone.FIRST : Tone.TEXT, lit ? Weight.BOLD : Weight.PLAIN);
            Scale column = Scale.linear(model().column() + 1, model().column() + 1, 0, 1);
            body.handle(new Handle("cell", 0, new Area(x, y, 6, 1), column, Scale.linear(i + 1, i + 1, 0, 1)));
            for (int c = entries.from(); c < entries.to(); c++) {
                int end = layout.x("weights") - 1 - (entries.to() - 1 - c) * (FIELD + 1);
                body.right(end, heads, "q" + Subscript.of(c), Tone.DIM);
                entry("q", model().q(), i, c, end, y, Tone.FIRST, lit);
            }
        }
    }

    /** Draws the entries of keys or values, one column per token. */
    private void columns(String name, Matrix matrix, int top, Tone tone) {
        VisibleRange entries = layout.entries(matrix);
        part(entries, matrix, top + entries.size() - 1);
        for (int c = entries.from(); c < entries.to(); c++) {
            int y = top + c - entries.from();
            body.right(layout.x("weights") - 1, y, name + Subscript.of(c), Tone.DIM);
            for (int j = layout.keys().from(); j < Math.min(layout.keys().to(), matrix.rows()); j++) {
                entry(name, matrix, j, c, layout.end(j), y, tone, j == model().column());
            }
        }
    }

    /** Writes how many of the entries are shown, unless all are. */
    private void part(VisibleRange entries, Matrix matrix, int y) {
        if (entries.size() < matrix.columns()) {
            body.put(layout.x("names"), y, entries.size() + " of " + matrix.columns(), Tone.DIM);
        }
    }

    private void entry(String knob, Matrix matrix, int i, int c, int end, int y, Tone tone, boolean lit) {
        KnobView view = all.knob(knob, i * matrix.columns() + c).in(tone);
        new KnobCell(view, FIELD).draw(body, end, y, lit ? tone : Tone.DIM, lit ? Weight.BOLD : Weight.PLAIN);
    }

    private void refuse() {
        BadInput problem = model().problem().orElseThrow();
        int x = layout.x("weights");
        Line why = Line.EMPTY.warn(Shapes.withTimesSigns(problem.getMessage()));
        body.put(x, layout.y(layout.queries().from()), Wrap.lines(why, body.width() - x - 2, body.glyphs()));
    }

    private void answer(Attention attention) {
        Attention.Stages stages = attention.stages();
        for (int i = layout.queries().from(); i < layout.queries().to(); i++) {
            for (int j = layout.keys().from(); j < layout.keys().to(); j++) {
                weight(i, j, stages.weights().get(i, j), j >= attention.seen(i));
            }
        }
        handle();
        outputs(stages.out());
        new AttentionTrace(all, attention, layout, body).draw();
    }

    /** Draws a share as a number and a bar; a masked share is a plain 0. */
    private void weight(int i, int j, double share, boolean masked) {
        boolean lit = i == model().row();
        Tone tone = lit && !masked ? Tone.RESULT : Tone.DIM;
        Weight weight = lit && j == model().column() ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN;
        boolean narrow = layout.isNarrow();
        String number = masked ? "0" : all.number(layout.shares(), share, FIELD);
        boolean known = model().isWeighed(i) && !all.hides(WEIGHTS);
        body.field(layout.end(j), layout.y(i), FIELD, known ? number : ViewState.HIDDEN, tone, weight);
        int most = layout.cell() - FIELD - 2;
        String bar = narrow ? body.glyphs().column(share, 1) : body.glyphs().bar(share * most, most);
        body.put(layout.end(j) + 1, layout.y(i), known ? bar : "", tone);
    }

    /** Lets the pointer select a share, as the arrow keys do. */
    private void handle() {
        VisibleRange queries = layout.queries();
        VisibleRange keys = layout.keys();
        int half = layout.cell() / 2;
        int left = layout.x("weights");
        int top = layout.y(queries.from());
        int bottom = layout.y(queries.to() - 1);
        Scale across = Scale.linear(keys.from() + 1, keys.to(), left + half, layout.x(keys.to() - 1) + half);
        Scale down = Scale.linear(queries.from() + 1, queries.to(), top, bottom);
        Area area = new Area(left, top, keys.size() * layout.cell(), bottom - top + 1);
        body.handle(new Handle("cell", 0, area, across, down));
    }

    /** Draws the output of each query. */
    private void outputs(Matrix out) {
        VisibleRange entries = layout.entries(model().v());
        for (int c = entries.from(); c < entries.to(); c++) {
            int end = layout.outEnd(c - entries.from());
            body.right(end, layout.y("weights"), "out" + Subscript.of(c), Tone.DIM);
            for (int i = layout.queries().from(); i < layout.queries().to(); i++) {
                boolean lit = i == model().row();
                String number = model().isMixed(i) ? all.number(OUT, out.get(i, c), FIELD) : ViewState.HIDDEN;
                Tone tone = lit ? Tone.RESULT : Tone.DIM;
                body.right(end, layout.y(i), number, tone, lit ? Weight.BOLD : Weight.PLAIN);
            }
        }
    }
}
