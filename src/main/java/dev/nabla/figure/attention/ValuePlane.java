package dev.nabla.figure.attention;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.Layer;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Attention;
import dev.nabla.math.Vector;
import java.util.List;

/** The first two entries of the values as points of the plane; the weighted ones, laid tip to tail, lead to the output among them. */
final class ValuePlane {
    private static final double MARGIN = 1.25;

    private final AttentionModel model;
    private final Attention attention;
    private final Canvas canvas;
    private final double unit;
    private final Plot plot;

    ValuePlane(AttentionModel model, Attention attention, Canvas canvas) {
        this.model = model;
        this.attention = attention;
        this.canvas = canvas.part(canvas.area().afterRows(1));
        canvas.put(0, 0, "w·v, tip to tail", Tone.DIM);
        double largest =
                Math.max(largest(attention.v().column(0)), largest(attention.v().column(1)));
        this.unit = largest == 0 ? 1 : largest;
        this.plot = Plot.square(this.canvas, -MARGIN, MARGIN);
    }

    private static double largest(Vector v) {
        return v.map(Math::abs).max();
    }

    void draw() {
        plot.dotted(-2 * MARGIN, 0, 2 * MARGIN, 0, Tone.GRID, Layer.SCALE);
        plot.dotted(0, -2 * MARGIN, 0, 2 * MARGIN, Tone.GRID, Layer.SCALE);
        double x = 0;
        double y = 0;
        for (int terms = 1; terms <= model.terms(); terms++) {
            Vector sum = attention.partial(model.row(), terms);
            plot.thick(x, y, sum.get(0) / unit, sum.get(1) / unit, Tone.RESULT, Layer.DATA);
            x = sum.get(0) / unit;
            y = sum.get(1) / unit;
        }
        plot.stamp();
        Labels labels = new Labels(canvas);
        for (int j = 0; j < attention.v().rows(); j++) {
            value(labels, j, j == model.column());
        }
        if (model.terms() > 0) {
            plot.mark(x, y, '●', Tone.RESULT, Weight.BOLD);
            name(labels, plot.column(x), plot.row(y));
        }
    }

    /** Beside the output, else below or above it. */
    private static void name(Labels labels, int x, int y) {
        for (Area place :
                List.of(new Area(x + 2, y, 3, 1), new Area(x - 1, y + 1, 3, 1), new Area(x - 1, y - 1, 3, 1))) {
            if (labels.put(place.x(), place.y(), "out", Tone.RESULT, Weight.BOLD)) {
                return;
            }
        }
    }

    private void value(Labels labels, int j, boolean looked) {
        double x = attention.v().get(j, 0) / unit;
        double y = attention.v().get(j, 1) / unit;
        boolean seen = j < attention.seen(model.row());
        Tone tone = seen ? Tone.TEXT : Tone.GRID;
        Weight weight = looked && seen ? Weight.BOLD : Weight.PLAIN;
        plot.mark(x, y, '•', tone, weight);
        int width = canvas.width(model.token(j));
        boolean fits = plot.column(x) + 2 + width <= canvas.width();
        labels.put(fits ? plot.column(x) + 2 : plot.column(x) - 1 - width, plot.row(y), model.token(j), tone, weight);
    }
}
