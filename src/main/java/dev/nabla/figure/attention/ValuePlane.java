package dev.nabla.figure.attention;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.Layer;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Attention;
import dev.nabla.math.Vector;
import java.util.stream.DoubleStream;

/** The first two entries of the values as points of the plane; the weighted ones, laid tip to tail, lead to the output among them. */
final class ValuePlane {
    private static final double MARGIN = 1.25;
    private final Canvas canvas;
    private final Plot plot;
    private final Labels labels;

    ValuePlane(Canvas body) {
        body.put(0, 0, "w·v, tip to tail", Tone.DIM);
        this.canvas = body.part(body.area().afterRows(1));
        this.plot = Plot.square(canvas, -MARGIN, MARGIN);
        this.labels = new Labels(canvas);
    }

    void draw(AttentionModel model, Attention attention) {
        plot.dotted(-2 * MARGIN, 0, 2 * MARGIN, 0, Tone.GRID, Layer.SCALE);
        plot.dotted(0, -2 * MARGIN, 0, 2 * MARGIN, Tone.GRID, Layer.SCALE);
        double unit = DoubleStream.concat(model.v().column(0).stream(), model.v().column(1).stream())
                .map(Math::abs)
                .filter(size -> size > 0)
                .max()
                .orElse(1);
        Vector at = Vector.of(0, 0);
        for (int terms = 1; terms <= model.terms(); terms++) {
            Vector next = attention.partial(model.row(), terms).map(sum -> sum / unit);
            plot.thick(at.get(0), at.get(1), next.get(0), next.get(1), Tone.RESULT, Layer.DATA);
            at = next;
        }
        plot.stamp();
        for (int j = 0; j < model.v().rows(); j++) {
            boolean seen = j < attention.seen(model.row());
            Weight weight = seen && j == model.column() ? Weight.BOLD : Weight.PLAIN;
            Vector value = model.v().row(j).map(entry -> entry / unit);
            point(value, '•', model.token("", j), seen ? Tone.TEXT : Tone.GRID, weight);
        }
        if (model.terms() > 0) {
            point(at, '●', "out", Tone.RESULT, Weight.BOLD);
        }
    }

    /** A point and its name, right of it or else left. */
    private void point(Vector at, char glyph, String name, Tone tone, Weight weight) {
        plot.mark(at.get(0), at.get(1), glyph, tone, weight);
        int x = plot.column(at.get(0));
        int y = plot.row(at.get(1));
        if (!labels.put(x + 2, y, name, tone, weight)) {
            labels.put(x - 1 - canvas.width(name), y, name, tone, weight);
        }
    }
}
