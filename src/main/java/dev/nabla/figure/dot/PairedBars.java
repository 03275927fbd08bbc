package dev.nabla.figure.dot;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Rows;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;

/** Two vectors that are not of the plane: a bar of a above a bar of b for every component, their product beside them. */
final class PairedBars {
    private static final int TOP = 2;

    private final Dot dot;
    private final ViewState<Dot> cursor;
    private final Canvas canvas;
    private final KnobTable table;
    private final double most;

    PairedBars(Dot dot, ViewState<Dot> cursor, Canvas canvas) {
        this.dot = dot;
        this.cursor = cursor;
        this.canvas = canvas;
        this.table = new KnobTable(
                canvas,
                1,
                Track.fixed("name", 4),
                Track.fixed("value", 7),
                Track.free("bar", 4),
                Track.fixed("product", 7));
        this.most = Math.max(largest(dot.a()), largest(dot.b()));
    }

    private static double largest(Vector v) {
        return Math.max(Math.abs(v.max()), Math.abs(v.min()));
    }

    /** Pairs with a blank row between them where there is room for all, else those round the one under the keys. */
    void draw() {
        int n = dot.a().size();
        int room = canvas.height() - TOP;
        int pitch = n * 3 <= room + 1 ? 3 : 2;
        int shown = n * pitch <= room + pitch - 2 ? n : (room - 1) / pitch;
        Rows rows = new Rows(MatrixGrid.window(cursor.spot().part(), shown, n), pitch, n - shown);
        table.label("name", 0, "entry by entry");
        table.right("product", 0, "product", Tone.DIM);
        for (int i = rows.window().from(); i < rows.window().to(); i++) {
            int y = TOP + rows.slot(i);
            bar("a", dot.a().get(i), i, y, Tone.FIRST);
            bar("b", dot.b().get(i), i, y + 1, Tone.SECOND);
            Tone tone = dot.terms().get(i) < 0 ? Tone.WARN : Tone.RESULT;
            table.right("product", y, DotNumbers.drawn(dot).term(i), tone);
        }
        if (rows.rest() > 0) {
            table.label("name", TOP + shown * pitch, rows.more());
        }
    }

    private void bar(String name, double value, int i, int y, Tone tone) {
        boolean focused = cursor.on(name, i);
        String symbol = name + Subscript.of(i);
        table.name(y, tone, focused, symbol);
        canvas.put(table.column("name").x(), y, symbol, tone, focused ? Weight.BOLD : Weight.PLAIN);
        table.value(y, Decimal.drawn(value, 2, 6), tone, focused);
        int side = (table.column("bar").width() - 1) / 2;
        new SignedBar(most == 0 ? 0 : value / most, side, tone)
                .draw(canvas, table.column("bar").x() + side, y);
    }
}
