package dev.nabla.figure.attention;

import dev.nabla.figure.Focus;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobCell;
import dev.nabla.figure.part.MatrixGrid.Window;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;

/** What goes into FIG.08, round the weights: the queries on the left, the keys above, the values below, scale and mask in the corner. */
record AttentionEntries(AttentionModel model, ViewState<AttentionModel> cursor, AttentionLayout layout, Canvas body) {
    private static final int FIELD = AttentionLayout.FIELD;

    void draw() {
        knob(0, "scale", Decimal.drawn(model.scale(), 2, FIELD), null);
        int other = model.causal() ? 0 : 1;
        knob(1, "causal", String.valueOf(model.causal()), Scale.linear(other, other, 0, 1));
        body.right(layout.x("weights") - 1, 0, "key", Tone.DIM);
        for (int j = layout.keys().from(); j < layout.keys().to(); j++) {
            boolean lit = j == model.column();
            Tone tone = lit ? Tone.SECOND : Tone.TEXT;
            body.right(layout.end(j), 0, model.token(j), tone, lit ? Weight.BOLD : Weight.PLAIN);
        }
        queries();
        columns("k", model.k(), 1, Tone.SECOND);
        columns("v", model.v(), layout.y("values"), Tone.TEXT);
    }

    private void knob(int y, String name, String value, Scale across) {
        int x = layout.x("names");
        boolean focused = cursor.on(name);
        Tone tone = focused ? Tone.SECOND : Tone.TEXT;
        if (focused) {
            body.put(x - 2, y, "►", tone, Weight.BOLD);
        }
        body.put(x, y, name, focused ? tone : Tone.DIM, focused ? Weight.BOLD : Weight.PLAIN);
        body.field(x + 7 + FIELD, y, FIELD, value, tone, focused ? Weight.REVERSE : Weight.PLAIN);
        body.handle(new Handle(name, 0, new Area(1, y, layout.x("weights") - 5, 1), across, null));
    }

    private void queries() {
        Window entries = layout.entries(model.q());
        int heads = layout.y("weights");
        boolean all = entries.size() == model.q().columns()
                || model.q().columns() == model.k().columns();
        body.put(layout.x("names"), heads, all ? "query" : part(entries, model.q()), Tone.DIM);
        for (int c = entries.from(); c < entries.to(); c++) {
            int end = layout.queryEnd(c - entries.from(), entries.size());
            body.right(end, heads, "q" + Subscript.of(c), Tone.DIM);
            for (int i = layout.queries().from(); i < layout.queries().to(); i++) {
                entry("q", model.q(), i, c, end, layout.y(i), Tone.FIRST, i == model.row());
            }
        }
        for (int i = layout.queries().from(); i < layout.queries().to(); i++) {
            query(i, layout.x("names"), layout.y(i));
        }
    }

    /** A token's name; that of the row that is looked at is lit. */
    private void query(int i, int x, int y) {
        boolean lit = i == model.row();
        if (lit && cursor.on("cell")) {
            body.put(x - 2, y, "►", Tone.RESULT, Weight.BOLD);
        }
        body.put(x, y, model.token(i), lit ? Tone.FIRST : Tone.TEXT, lit ? Weight.BOLD : Weight.PLAIN);
        Scale column = Scale.linear(model.column() + 1, model.column() + 1, 0, 1);
        body.handle(new Handle("cell", 0, new Area(x, y, 6, 1), column, Scale.linear(i + 1, i + 1, 0, 1)));
    }

    /** The entries of keys or values, a column a token. */
    private void columns(String name, Matrix matrix, int top, Tone tone) {
        Window entries = layout.entries(matrix);
        int left = layout.x("weights");
        for (int c = entries.from(); c < entries.to(); c++) {
            int y = top + c - entries.from();
            body.right(left - 1, y, name + Subscript.of(c), Tone.DIM);
            for (int j = layout.keys().from(); j < Math.min(layout.keys().to(), matrix.rows()); j++) {
                entry(name, matrix, j, c, layout.end(j), y, tone, j == model.column());
            }
        }
        if (entries.size() < matrix.columns()) {
            int x = layout.x("names");
            String part = part(entries, matrix);
            int room = left - 2 - body.width(name + Subscript.of(entries.to() - 1)) - x;
            String words = body.width(part + " entries") <= room ? part + " entries" : part;
            body.put(x, top + entries.size() - 1, words, Tone.DIM);
        }
    }

    /** How many of the entries are shown. */
    private static String part(Window entries, Matrix matrix) {
        return entries.size() + " of " + matrix.columns();
    }

    private void entry(String knob, Matrix matrix, int i, int c, int end, int y, Tone tone, boolean lit) {
        Focus place = new Focus(knob, i * matrix.columns() + c);
        new KnobCell(place, Decimal.drawn(matrix.get(i, c), 2, FIELD), FIELD)
                .draw(body, cursor, end, y, lit ? tone : Tone.DIM, lit ? Weight.BOLD : Weight.PLAIN);
    }
}
