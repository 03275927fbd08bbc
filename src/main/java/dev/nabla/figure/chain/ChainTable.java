package dev.nabla.figure.chain;

import dev.nabla.figure.chain.ChainFigure.ChainResults;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Composition;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws the table of FIG.00 beside the tree. A row shows a node, the slope on the edge to it, and the signal there. */
final class ChainTable {
    /** Value where the thick part of a slope's slider begins: a slope of 1 does not change the signal. */
    private static final double ORIGIN = 1;

    private final Picture<ChainModel, ChainResults> all;
    private final ChainResults path;
    private final ChainModel model;
    private final List<Composition.ChainStep> links;
    private final Canvas canvas;
    private final KnobTable table;
    private final int top;
    private final int pitch;
    private final MatrixGrid.VisibleRange nodes;

    /**
     * Lays out the table.
     *
     * @param rows rows of the nodes
     * @param pitch rows from node to node
     * @param nodes the visible nodes, counted in edges from the loss
     */
    ChainTable(
            Picture<ChainModel, ChainResults> all, Canvas canvas, Area rows, int pitch, MatrixGrid.VisibleRange nodes) {
        this.all = all;
        this.path = all.results();
        this.model = all.model();
        this.links = model.composition().map(Composition::links).orElse(List.of());
        this.canvas = canvas;
        this.table = new KnobTable(
                canvas,
                all.cursor(),
                Track.fixed("name", 5),
                Track.free("slider", 9).goesAt(1).atMost(21),
                Track.fixed("value", 6),
                Track.free("bar", 5),
                Track.fixed("P", 8));
        this.top = rows.y();
        this.pitch = pitch;
        this.nodes = nodes;
    }

    void draw() {
        DoubleStream shown = IntStream.rangeClosed(0, model.edgesPassed()).mapToDouble(path::signalAfter);
        SignalBars bars = SignalBars.of(table, canvas, path.chain().slopes(), shown);
        boolean whole = nodes.size() == model.edges() + 1;
        if (model.f().isEmpty()) {
            table.ends("slider", top - 1, all.knob("slopes"), 0, ORIGIN);
        }
        table.right("value", top - 1, "slope", Tone.DIM);
        String part = "to " + (nodes.to() - 1) + " of " + model.edges();
        Area bar = table.across("bar", "P");
        String head = whole ? "signal so far" : canvas.fitting(bar.width(), "signal, " + part, part);
        canvas.put(bar.x(), top - 1, head, Tone.DIM);
        for (int edge = nodes.from(); edge < nodes.to(); edge++) {
            int y = top + (edge - nodes.from()) * pitch;
            if (edge > 0) {
                slope(edge, y);
            }
            signal(edge, y, path.signalAfter(edge), bars);
        }
    }

    private void slope(int edge, int y) {
        int part = model.edges() - edge;
        if (model.f().isEmpty()) {
            table.dial(y, all.knob("slopes", part).labelled(""), "slider", ORIGIN);
            return;
        }
        boolean some = Double.isFinite(path.chain().slopes().get(part));
        String number = ChainPicture.factor(all, part, 5);
        table.right("value", y, number, some ? Tone.TEXT : Tone.WARN);
        Composition.ChainStep link = links.get(part);
        String f = Decimal.typeset(link.f().toString());
        Area slider = table.column("slider");
        String from = slider.width() > 0 ? "slider" : "value";
        Area row = pitch > 1 ? table.across(from, "P") : slider;
        String text = canvas.fitting(row.width(), f + " at " + ChainFigure.signal(link.input()), f, "");
        canvas.put(row.x(), y - pitch / 2, text, Tone.DIM);
    }

    private void signal(int edge, int y, double signal, SignalBars bars) {
        Tone tone = edge == 0 ? Tone.RESULT : edge == model.edges() ? Tone.FIRST : Tone.TEXT;
        canvas.put(table.column("name").x(), y, model.name(edge), tone, Weight.BOLD);
        if (edge > model.edgesPassed()) {
            table.right("P", y, "·", Tone.DIM);
            return;
        }
        boolean last = edge == model.edgesPassed();
        bars.draw(y, signal, edge == 0 ? Tone.RESULT : ChainTree.tone(Math.abs(signal)));
        Tone number = Double.isNaN(signal) ? Tone.WARN : last ? Tone.RESULT : Tone.TEXT;
        table.right("P", y, ChainFigure.signal(signal), number, last ? Weight.REVERSE : Weight.PLAIN);
    }

    /** Draws the remaining knobs below the nodes: the leaf, the functions, and their argument. */
    void knobs(int y) {
        table.dial(y, all.knob("leaf"), "slider", 1);
        canvas.put(table.column("bar").x(), y, "of " + Decimal.grouped(model.leaves()), Tone.DIM);
        new Readout(canvas.part(canvas.area().afterColumns(1))).gap(y + 1).knob(all.knob("f"));
        if (!model.f().isEmpty()) {
            table.dial(y + 2, all.knob("x"), "slider", 0);
        }
    }
}
