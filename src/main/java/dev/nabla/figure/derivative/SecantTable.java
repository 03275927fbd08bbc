package dev.nabla.figure.derivative;

import dev.nabla.figure.Layout;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Derivative;
import java.util.List;

/**
 * The table of FIG.04.
 *
 * @param at the function, the point and the nudge
 * @param layout how much room there is
 */
record SecantTable(Derivative at, Layout layout) {
    private static final int FIELD = 9;

    /** The secant for ε and for smaller ones, and what it has too much; last what it approaches. */
    void draw(Canvas canvas, Readout out) {
        List<Integer> parts =
                switch (layout) {
                    case WIDE -> List.of(1, 2, 4, 10, 100, 1000);
                    case NORMAL -> List.of(1, 2, 4, 10);
                    default -> List.of(1, 2, 10, 100);
                };
        heads(canvas, out.y());
        for (int i = 0; i < parts.size(); i++) {
            row(canvas, out.y() + 1 + i, parts.get(i));
        }
        int last = out.y() + 1 + parts.size();
        boolean exists = at.noSlope().isEmpty();
        canvas.put(2, last, "→ 0", Tone.RESULT);
        cell(canvas, secant(canvas), last, exists ? at.slope() : Double.NaN, Tone.RESULT);
        cell(canvas, canvas.width() - 1, last, exists ? 0 : Double.NaN, Tone.RESULT);
        out.gap(parts.size() + 2);
    }

    /** For a part of ε; the first row, ε itself, is the one that the picture shows. */
    private void row(Canvas canvas, int y, int part) {
        Derivative nearer = at.withEps(Math.max(at.eps() / part, Double.MIN_VALUE));
        boolean now = part == 1;
        canvas.put(2, y, Decimal.typeset(Decimal.significant(nearer.eps(), 3)), now ? Tone.SECOND : Tone.DIM);
        cell(canvas, secant(canvas), y, nearer.forward(), now ? Tone.TEXT : Tone.DIM);
        cell(canvas, canvas.width() - 1, y, nearer.gap(), now ? Tone.WARN : Tone.DIM);
    }

    /** Where the secants end. */
    private static int secant(Canvas canvas) {
        return canvas.width() - 11;
    }

    private void heads(Canvas canvas, int y) {
        boolean room = 2 + canvas.width("shrink ε") < secant(canvas) - canvas.width("secant");
        canvas.put(2, y, room ? "shrink ε" : "ε", Tone.DIM);
        canvas.right(secant(canvas), y, "secant", Tone.DIM);
        canvas.right(canvas.width() - 1, y, "gap", Tone.DIM);
    }

    private static void cell(Canvas canvas, int end, int y, double value, Tone tone) {
        canvas.right(end, y, Double.isFinite(value) ? Decimal.drawn(value, 3, FIELD) : "none", tone);
    }
}
