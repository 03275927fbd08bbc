package dev.nabla.figure.dot;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;

/**
 * The words of the arrows: a name at each tip, the angle between them, the ends of the axes.
 *
 * @param dot the vectors as they are
 * @param a the first as the plot shows it
 * @param b the second
 * @param plot what has been drawn
 * @param canvas where the words go
 */
record ArrowLabels(Dot dot, Vector a, Vector b, Plot plot, Canvas canvas) {
    private static final double ROOM_FOR_DEGREES = 0.4;
    private static final double FARTHEST_DEGREES = 0.8;
    private static final double NEAR = 0.3;

    /** Draws them for an arc of a radius, from an angle over a turn in radians, and for what one unit stands for. */
    void draw(double radius, double from, double turn, double unit) {
        Labels labels = new Labels(canvas);
        tip(labels, "b", b, a, Tone.SECOND);
        tip(labels, "a", a, b, Tone.FIRST);
        double out = radius + 0.17;
        if (radius >= Arrows.SHORTEST && Math.abs(turn) * out > ROOM_FOR_DEGREES) {
            degrees(labels, out, from + turn / 2);
        }
        String one = Decimal.significant(unit, 3);
        labels.put(plot.column(1) + 1, plot.row(0) + 1, one, Tone.DIM, Weight.PLAIN);
        labels.put(plot.column(-1) - canvas.width(one) - 1, plot.row(0) + 1, "−" + one, Tone.DIM, Weight.PLAIN);
        labels.put(plot.column(0) + 1, plot.row(-1) + 1, "−" + one, Tone.DIM, Weight.PLAIN);
    }

    /** The angle's size between the arrows, as far out as it takes to hide no line; else it stands only in the panel. */
    private void degrees(Labels labels, double least, double middle) {
        String text = Decimal.drawn(dot.angleDegrees().getAsDouble(), 0, 6) + "°";
        int width = canvas.width(text);
        int axis = plot.column(0);
        for (double out = least; out < least + FARTHEST_DEGREES; out += 0.05) {
            int centred = plot.column(out * StrictMath.cos(middle)) - width / 2;
            int beside = StrictMath.cos(middle) < 0 ? axis - 1 - width : axis + 2;
            int x = hidesAxis(centred, width) ? beside : centred;
            int y = plot.row(out * StrictMath.sin(middle));
            boolean free = y != plot.row(0) && plot.isFree(x - 1, y, width + 2);
            if (free && labels.put(x, y, text, Tone.TEXT, Weight.BOLD)) {
                return;
            }
        }
    }

    private boolean hidesAxis(int x, int width) {
        return x <= plot.column(0) && plot.column(0) < x + width;
    }

    /** The dot at a tip and its name outside of it, or above or below, away from the other arrow. */
    private void tip(Labels labels, String name, Vector v, Vector other, Tone tone) {
        int x = plot.column(v.get(0));
        int y = plot.row(v.get(1));
        plot.mark(v.get(0), v.get(1), '●', tone, Weight.BOLD);
        int beside = v.get(0) < 0 ? -2 : 2;
        int away = v.get(1) >= other.get(1) ? -1 : 1;
        boolean near = Math.hypot(v.get(0) - other.get(0), v.get(1) - other.get(1)) < NEAR;
        int[][] places = {
            {beside, near ? away : 0}, {beside, near ? 0 : away}, {0, away}, {beside, -away}, {0, -away}, {-beside, 0}
        };
        for (int[] place : places) {
            int column = x + place[0];
            int row = y + place[1];
            boolean free = row != plot.row(0) && !hidesAxis(column, 1) && plot.isFree(column, row, 1);
            if (free && labels.put(column, row, name, tone, Weight.BOLD)) {
                return;
            }
        }
    }
}
