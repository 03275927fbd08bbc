package dev.nabla.figure.dot;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.stream.DoubleStream;

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
                cursor,
                Track.fixed("name", 4),
                Track.fixed("value", 7),
                Track.free("bar", 4),
                Track.fixed("product", 7));
        this.most = DoubleStream.concat(dot.a().stream(), dot.b().stream())
                .map(Math::abs)
                .reduce(Double.MIN_VALUE, Math::max);
    }

    void draw() {
        table.label("name", 0, "entry by entry");
        table.right("product", 0, "product", Tone.DIM);
        Area place = new Area(0, TOP, canvas.width(), canvas.height() - TOP);
        table.list(place, dot.a().size(), 2, cursor.spot().part(), this::pair);
    }

    private void pair(int i, int y) {
        bar("a", dot.a(), i, y, Tone.FIRST);
        bar("b", dot.b(), i, y + 1, Tone.SECOND);
        Tone tone = dot.terms().get(i) < 0 ? Tone.WARN : Tone.RESULT;
        table.right("product", y, DotNumbers.drawn(dot).term(i), tone);
    }

    private void bar(String name, Vector v, int i, int y, Tone tone) {
        String symbol = name + Subscript.of(i);
        Area bar = table.column("bar");
        int side = (bar.width() - 1) / 2;
        table.knob(y, new Focus(name, i), tone, Decimal.drawn(v.get(i), 2, 6), symbol);
        canvas.put(table.column("name").x(), y, symbol, tone, Weight.BOLD);
        new SignedBar(v.get(i) / most, side, tone).draw(canvas, bar.x() + side, y);
    }
}
