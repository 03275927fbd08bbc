package dev.nabla.figure.attention;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.KnobCell;
import dev.nabla.figure.part.MatrixGrid.Window;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;

/** The inputs of FIG.08, round the weights: the queries on the left, the keys above, the values below, scale and mask in the corner. */
record AttentionEntries(AttentionModel model, ViewState<AttentionModel> cursor, AttentionLayout layout, Canvas body) {
    private static final int FIELD = AttentionLayout.FIELD;

    void draw() {
        knobs();
        body.right(layout.x("weights") - 1, 0, "key", Tone.DIM);
        for (int j = layout.keys().from(); j < layout.keys().to(); j++) {
            boolean lit = j == model.column();
            Tone tone = lit ? Tone.SECOND : Tone.TEXT;
            body.right(layout.end(j), 0, model.token("", j), tone, lit ? Weight.BOLD : Weight.PLAIN);
        }
        queries();
        columns("k", model.k(), 1, Tone.SECOND);
        columns("v", model.v(), layout.y("values"), Tone.TEXT);
    }

    private void knobs() {
        Canvas corner = body.part(new Area(layout.x("names") - 2, 0, 15, 2));
        new Readout(corner)
                .knob("scale", Decimal.drawn(model.scale(), 2, FIELD), cursor.on("scale"))
                .knob("causal", String.valueOf(model.causal()), cursor.on("causal"));
        int other = model.causal() ? 0 : 1;
        corner.handle(new Handle("scale", 0, corner.area().top(1), null, null));
        corner.handle(new Handle("causal", 0, corner.area().afterRows(1), Scale.linear(other, other, 0, 1), null));
    }

    /** The entries of the queries, a row a token behind its name; the row that is looked at is lit. */
    private void queries() {
        Window entries = layout.entries(model.q());
        int x = layout.x("names");
        int heads = layout.y("weights");
        body.put(x, heads, "query", Tone.DIM);
        part(entries, model.q(), heads);
        for (int i = layout.queries().from(); i < layout.queries().to(); i++) {
            int y = layout.y(i);
            boolean lit = i == model.row();
            body.put(x - 2, y, lit && cursor.on("cell") ? "►" : "", Tone.RESULT, Weight.BOLD);
            body.put(x, y, model.token("", i), lit ? Tone.FIRST : Tone.TEXT, lit ? Weight.BOLD : Weight.PLAIN);
            Scale column = Scale.linear(model.column() + 1, model.column() + 1, 0, 1);
            body.handle(new Handle("cell", 0, new Area(x, y, 6, 1), column, Scale.linear(i + 1, i + 1, 0, 1)));
            for (int c = entries.from(); c < entries.to(); c++) {
                int end = layout.x("weights") - 1 - (entries.to() - 1 - c) * (FIELD + 1);
                body.right(end, heads, "q" + Subscript.of(c), Tone.DIM);
                entry("q", model.q(), i, c, end, y, Tone.FIRST, lit);
            }
        }
    }

    /** The entries of keys or values, a column a token. */
    private void columns(String name, Matrix matrix, int top, Tone tone) {
        Window entries = layout.entries(matrix);
        part(entries, matrix, top + entries.size() - 1);
        for (int c = entries.from(); c < entries.to(); c++) {
            int y = top + c - entries.from();
            body.right(layout.x("weights") - 1, y, name + Subscript.of(c), Tone.DIM);
            for (int j = layout.keys().from(); j < Math.min(layout.keys().to(), matrix.rows()); j++) {
                entry(name, matrix, j, c, layout.end(j), y, tone, j == model.column());
            }
        }
    }

    /** How many of the entries are shown, where that is not all of them. */
    private void part(Window entries, Matrix matrix, int y) {
        if (entries.size() < matrix.columns()) {
            body.put(layout.x("names"), y, entries.size() + " of " + matrix.columns(), Tone.DIM);
        }
    }

    private void entry(String knob, Matrix matrix, int i, int c, int end, int y, Tone tone, boolean lit) {
        Focus place = new Focus(knob, i * matrix.columns() + c);
        new KnobCell(place, Decimal.drawn(matrix.get(i, c), 2, FIELD), FIELD)
                .draw(body, cursor, end, y, lit ? tone : Tone.DIM, lit ? Weight.BOLD : Weight.PLAIN);
    }
}
