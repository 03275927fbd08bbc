package dev.nabla.figure.chain;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.Layer;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Chain;
import dev.nabla.math.Vector;
import java.util.function.IntUnaryOperator;

/**
 * The tree of FIG.00, its root at the top: every branch is a smaller copy of the whole, and the path to one leaf is as thick
 * as the signal on it is strong.
 *
 * @param model the path
 * @param rows the row of the node after so many edges, counted from that of the root
 */
record ChainTree(ChainModel model, IntUnaryOperator rows) {
    private static final int DOTS_ACROSS = 2;
    private static final int DOTS_DOWN = 4;
    /** Twigs closer together than so many dots are left out, and only a line of leaves tells of them. */
    private static final double CLOSEST = 2.1;

    /** Draws branches, path and nodes into the whole canvas, whose last row is the leaves'. */
    void draw(Canvas canvas) {
        double right = canvas.width() * DOTS_ACROSS - 1;
        double top = canvas.height() * DOTS_DOWN - 1;
        Plot plot = Plot.of(canvas, 0, right, 0, top);
        branches(plot, right, top);
        path(plot, right, top);
        plot.stamp();
        nodes(plot, right, top);
        Scale leaves = Scale.linear(1, model.leaves(), 0, canvas.width() - 1);
        canvas.handle(new Handle("leaf", 0, canvas.area(), leaves, null));
    }

    private double height(int edge, double top) {
        return top - DOTS_DOWN * rows.applyAsInt(edge) - 2;
    }

    private void branches(Plot plot, double right, double top) {
        for (int level = 1; level <= model.forks(); level++) {
            long nodes = 1L << level;
            if (right / nodes < CLOSEST) {
                double leaves = height(model.edges(), top);
                plot.dotted(0, leaves, right, leaves, Tone.GRID, Layer.SCALE);
                return;
            }
            for (long node = 0; node < nodes; node++) {
                double from = ((node >> 1) + 0.5) / (nodes >> 1) * right;
                double to = (node + 0.5) / nodes * right;
                plot.line(from, height(level - 1, top), to, height(level, top), Tone.GRID, Layer.SCALE);
            }
        }
    }

    private void path(Plot plot, double right, double top) {
        Vector partials = model.chain().partials();
        for (int edge = 1; edge <= model.edges(); edge++) {
            double from = model.across(edge - 1) * right;
            double to = model.across(edge) * right;
            double above = height(edge - 1, top);
            double below = height(edge, top);
            double signal = edge <= model.travelled() ? Math.abs(partials.get(edge - 1)) : Double.NaN;
            int thickness = thickness(signal);
            if (thickness == 0) {
                plot.dotted(from, above, to, below, tone(signal), Layer.DATA);
            }
            boolean steep = Math.abs(to - from) < above - below;
            for (int i = 0; i < thickness; i++) {
                int aside = i - (thickness - 1) / 2;
                int across = steep ? aside : 0;
                int up = steep ? 0 : aside;
                plot.line(from + across, above + up, to + across, below + up, tone(signal), Layer.DATA);
            }
        }
    }

    /** Dots across, 1 to 4; 0, dotted, for what is hardly there or not a number. */
    private static int thickness(double signal) {
        return signal >= 4 ? 4 : signal > 1.5 ? 3 : signal >= 0.45 ? 2 : signal >= 0.01 ? 1 : 0;
    }

    /** A signal fades as it shrinks and warns as it grows; where there is none yet it is dim. */
    static Tone tone(double signal) {
        if (Double.isNaN(signal)) {
            return Tone.DIM;
        }
        if (signal > 1 / Chain.FAINT) {
            return Tone.WARN;
        }
        return signal >= 0.7 ? Tone.SECOND : signal >= 0.2 ? Tone.PATH2 : signal >= 0.01 ? Tone.PATH1 : Tone.PATH0;
    }

    private void nodes(Plot plot, double right, double top) {
        for (int edge = 0; edge <= model.edges(); edge++) {
            boolean passed = edge <= model.travelled();
            char glyph = edge == model.edges() ? '■' : passed ? '●' : '○';
            Tone tone = edge == 0 ? Tone.RESULT : edge == model.edges() ? Tone.FIRST : passed ? Tone.SECOND : Tone.DIM;
            plot.mark(model.across(edge) * right, height(edge, top), glyph, tone, Weight.BOLD);
        }
    }
}
