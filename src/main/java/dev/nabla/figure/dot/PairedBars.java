package dev.nabla.figure.dot;

import dev.nabla.figure.part.DotNumbers;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.math.Dot;

/**
 * Draws two vectors that are not of the plane. Each component has a bar of a above a bar of b, and their product at the
 * right.
 */
record PairedBars(Picture<Dot, Dot> all, Canvas canvas) {
    private static final int TOP = 2;

    void draw() {
        Dot dot = all.model();
        KnobTable table = new KnobTable(
                canvas,
                all.cursor(),
                Track.fixed("name", 4),
                Track.fixed("value", 7),
                Track.free("bar", 4),
                Track.fixed("product", 7));
        table.label("name", 0, "entry by entry");
        table.right("product", 0, "product", Tone.DIM);
        Area place = new Area(0, TOP, canvas.width(), canvas.height() - TOP);
        double most =
                Math.max(Double.MIN_VALUE, Math.max(dot.a().largest(), dot.b().largest()));
        table.list(place, dot.a().size(), 2, all.cursor().spot().part(), (i, y) -> {
            bar(table, y, all.knob("a", i).withTone(Tone.FIRST), most);
            bar(table, y + 1, all.knob("b", i).withTone(Tone.SECOND), most);
            Tone tone = dot.terms().get(i) < 0 ? Tone.WARN : Tone.RESULT;
            table.right(
                    "product", y, DotNumbers.drawn(dot, DotFigure.DOT.style()).term(i), tone);
        });
    }

    private void bar(KnobTable table, int y, KnobView knob, double most) {
        Area bar = table.column("bar");
        int side = (bar.width() - 1) / 2;
        table.knob(y, knob);
        new SignedBar(knob.number() / most, side, knob.tone()).draw(canvas, bar.x() + side, y);
    }
}
