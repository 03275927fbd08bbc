package dev.nabla.figure.dot;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;

/** Two vectors that are not of the plane: a bar of a above a bar of b for every component, their product beside them. */
final class PairedBars {
    private static final int TOP = 2;
    private static final int FIELD = 6;

    private final Dot dot;
    private final ViewState<Dot> cursor;
    private final Canvas canvas;
    private final double most;
    private final int side;
    private final int zero;

    PairedBars(Dot dot, ViewState<Dot> cursor, Canvas canvas) {
        this.dot = dot;
        this.cursor = cursor;
        this.canvas = canvas;
        this.most = Math.max(largest(dot.a()), largest(dot.b()));
        this.side = (canvas.width() - 26) / 2;
        this.zero = 15 + side;
    }

    private static double largest(Vector v) {
        return Math.max(Math.abs(v.max()), Math.abs(v.min()));
    }

    void draw() {
        int n = dot.a().size();
        int room = canvas.height() - TOP;
        int pitch = n * 3 <= room + 1 ? 3 : 2;
        int slots = (room + (pitch - 2)) / pitch;
        int shown = n <= slots ? n : (room - 1) / pitch;
        int first = Math.max(0, Math.min(cursor.spot().part() - shown / 2, n - shown));
        canvas.put(4, 0, "entry by entry", Tone.DIM);
        canvas.right(canvas.width(), 0, "product", Tone.DIM);
        for (int i = 0; i < shown; i++) {
            pair(first + i, TOP + i * pitch);
        }
        if (shown < n) {
            canvas.put(4, TOP + shown * pitch, (n - shown) + " more", Tone.DIM);
        }
    }

    private void pair(int i, int y) {
        bar("a", dot.a().get(i), i, y, Tone.FIRST);
        bar("b", dot.b().get(i), i, y + 1, Tone.SECOND);
        double product = dot.terms().get(i);
        Tone tone = product < 0 ? Tone.WARN : Tone.RESULT;
        canvas.right(canvas.width(), y, DotNumbers.drawn(dot).term(i), tone);
    }

    private void bar(String name, double value, int i, int y, Tone tone) {
        boolean focused = cursor.on(name, i);
        if (focused) {
            canvas.put(0, y, "►", tone, Weight.BOLD);
        }
        canvas.put(2, y, name + Subscript.of(i), tone, focused ? Weight.BOLD : Weight.PLAIN);
        String number = Decimal.drawn(value, 2, FIELD);
        String field = " ".repeat(Math.max(0, FIELD - number.length())) + number;
        canvas.right(14, y, field, focused ? tone : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
        new SignedBar(most == 0 ? 0 : value / most, side, tone).draw(canvas, zero, y);
    }
}
