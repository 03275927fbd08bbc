package dev.nabla.figure.chain;

import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Draws the tree of FIG.00 with its root at the top. Every branch is a smaller copy of the whole. The path to the leaf
 * is thicker where the signal is stronger. The plot has x from 0 to 1, and y 0 at the root and minus one per row.
 *
 * <p>On a long path the copies would be too small to see. There all edges have the same width, each node shows the
 * other branch as a twig, and a mark counts the edges that are not visible.
 *
 * @param model model of the path
 * @param leaf the knob of the leaf, which the pointer can drag; empty if the path is given
 * @param signals the signal after each edge from the loss, counted from 1; NaN where it has not arrived
 * @param pitch rows from node to node; nodes that do not fit share the last row
 * @param nodes the visible nodes of a long path, counted in edges from the loss
 * @param canvas area that the tree fills
 * @param plot plot of the canvas
 */
record ChainTree(
        ChainModel model,
        IntToDoubleFunction signals,
        Optional<KnobView> leaf,
        int pitch,
        VisibleRange nodes,
        Canvas canvas,
        Plot plot) {
    /** Most edges of a path whose branches are drawn as smaller copies. */
    private static final int MOST_COPIES = 6;
    /** Least distance between twigs, in cells. Closer levels are replaced by a dotted line of leaves. */
    private static final double CLOSEST = 1.05;
    /** Least width in cells for the branches beside the path. */
    static final int LEAST_TREE = 24;

    ChainTree(
            ChainModel model,
            IntToDoubleFunction signals,
            Optional<KnobView> leaf,
            int pitch,
            VisibleRange nodes,
            Canvas canvas) {
        this(model, signals, leaf, pitch, nodes, canvas, Plot.of(canvas, 0, 1, 0.75 - canvas.height(), 0.5));
    }

    void draw() {
        if (isLong()) {
            twigs();
        } else if (canvas.width() >= LEAST_TREE) {
            branches();
        }
        route();
        plot.stamp();
        if (isCrowded()) {
            leaves();
        }
        marks();
        leaf.ifPresent(knob -> knob.drag(canvas, canvas.area(), knob.scale(0, canvas.width() - 1)));
    }

    private boolean isLong() {
        return model.edges() > MOST_COPIES;
    }

    private int first() {
        return isLong() ? nodes.from() : 0;
    }

    private int last() {
        return isLong() ? nodes.to() - 1 : model.edges();
    }

    /** Returns the x of the node after {@code edge} edges. On a long path each turn moves it by the same width. */
    private double across(int edge) {
        if (!isLong()) {
            return model.across(edge);
        }
        double x = 0.5;
        for (int passed = first() + 1; passed <= edge; passed++) {
            x += model.turn(passed) * step();
        }
        return x;
    }

    /** Returns the width of an edge of a long path. */
    private double step() {
        return 0.5 / (last() - first());
    }

    /** Draws at each node of a long path the branch that the path does not take. */
    private void twigs() {
        for (int edge = first() + 1; edge <= last(); edge++) {
            double from = across(edge - 1);
            double to = from - model.turn(edge) * step();
            plot.line(from, height(edge - 1), to, height(edge), Tone.GRID, DrawOrder.SCALE);
        }
    }

    /** Returns the y of the node after {@code edge} edges. */
    private double height(int edge) {
        if (isLong()) {
            return -pitch * (edge - first());
        }
        return -Math.min(pitch * edge, canvas.height() - 1);
    }

    private void branches() {
        for (int level = 1; level <= model.forkedLevels(); level++) {
            double nodes = 1L << level;
            if (isTooClose(nodes)) {
                if (leaf.isPresent()) {
                    double leaves = height(model.edges());
                    plot.dotted(0, leaves, 1, leaves, Tone.GRID, DrawOrder.SCALE);
                }
                return;
            }
            for (int node = 0; node < nodes; node++) {
                double from = (node / 2 + 0.5) * 2 / nodes;
                double to = (node + 0.5) / nodes;
                plot.line(from, height(level - 1), to, height(level), Tone.GRID, DrawOrder.SCALE);
            }
        }
    }

    private boolean isTooClose(double nodes) {
        return canvas.width() / nodes < CLOSEST;
    }

    /** Returns whether a dotted line stands for the leaves, which the leaf knob counts. */
    private boolean isCrowded() {
        return !isLong() && leaf.isPresent() && canvas.width() >= LEAST_TREE && isTooClose(model.leaves());
    }

    /** Says how many leaves the dotted line stands for, in the middle of the half without the path. */
    private void leaves() {
        String count = " " + Decimal.grouped(model.leaves()) + " leaves ";
        int middle = canvas.width() * (leafColumn() < canvas.width() / 2 ? 3 : 1) / 4;
        int x = Math.min(middle - count.length() / 2, canvas.width() - count.length());
        canvas.put(Math.max(0, x), canvas.height() - 1, count, Tone.DIM);
    }

    private void route() {
        for (int edge = first() + 1; edge <= last(); edge++) {
            double from = across(edge - 1);
            double to = across(edge);
            double above = height(edge - 1);
            double below = height(edge);
            double signal = Math.abs(signals.applyAsDouble(edge));
            if (signal >= 0.45) {
                plot.thick(from, above, to, below, tone(signal), DrawOrder.DATA);
            } else if (signal >= 0.01) {
                plot.line(from, above, to, below, tone(signal), DrawOrder.DATA);
            } else {
                plot.dotted(from, above, to, below, tone(signal), DrawOrder.DATA);
            }
        }
    }

    /** Returns the tone of a signal: warning if it explodes, fainter as it shrinks, dim if it is NaN. */
    static Tone tone(double signal) {
        boolean explodes = signal > 1 / Chain.FAINT;
        Tone faint = signal >= 0.2 ? Tone.PATH2 : signal >= 0.01 ? Tone.PATH1 : Tone.PATH0;
        Tone known = explodes ? Tone.WARN : signal >= 0.7 ? Tone.SECOND : faint;
        return Double.isNaN(signal) ? Tone.DIM : known;
    }

    private void marks() {
        for (int edge = first(); edge <= last(); edge++) {
            boolean passed = edge <= model.edgesPassed();
            node(edge, passed ? '●' : '○', passed ? Tone.SECOND : Tone.DIM);
        }
        if (first() == 0) {
            node(0, '●', Tone.RESULT);
        } else {
            hidden(first(), first());
        }
        if (last() == model.edges()) {
            node(model.edges(), '■', Tone.FIRST);
        } else {
            hidden(last(), model.edges() - last());
        }
    }

    /** Says beside a node how many edges the path has beyond it. */
    private void hidden(int edge, int more) {
        String text = "⋮ " + more + " more";
        int right = plot.column(across(edge)) + 2;
        int left = right - 3 - canvas.width(text);
        canvas.put(right + canvas.width(text) <= canvas.width() ? right : left, plot.row(height(edge)), text, Tone.DIM);
    }

    /** Returns the column of the leaf on the canvas. */
    int leafColumn() {
        return plot.column(across(model.edges()));
    }

    private void node(int edge, char glyph, Tone tone) {
        plot.mark(across(edge), height(edge), glyph, tone, Weight.BOLD);
    }
}
