package dev.nabla.figure.chain;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.KnobCell;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Composition;

/** The table of FIG.00 beside its tree: a row a node with the signal there, and before it the slope that made it so. */
final class ChainTable {
    private final ChainModel model;
    private final ViewState<ChainModel> cursor;
    private final Canvas canvas;
    private final KnobTable table;
    private final int top;
    private final int pitch;
    /** The nodes that are shown, as numbers of edges from the loss. */
    private final MatrixGrid.Window nodes;

    /**
     * @param rows those of the nodes; a path with more nodes shows a part
     * @param pitch rows from node to node; from 2 on a slope has a row of its own
     */
    ChainTable(ChainModel model, ViewState<ChainModel> cursor, Canvas canvas, Area rows, int pitch) {
        this.model = model;
        this.cursor = cursor;
        this.canvas = canvas;
        this.table = new KnobTable(
                canvas,
                cursor,
                Track.fixed("name", 5),
                Track.fixed("slope", 6),
                Track.free("bar", 5),
                Track.fixed("P", 8));
        this.top = rows.y();
        this.pitch = pitch;
        int seen = cursor.on("slopes") ? model.edges() - cursor.spot().part() : model.travelled();
        this.nodes = MatrixGrid.window(seen, rows.height(), model.edges() + 1);
    }

    void draw() {
        Vector partials = model.chain().partials();
        double longest = partials.stream()
                .limit(model.travelled())
                .map(Math::abs)
                .filter(Double::isFinite)
                .reduce(1, Math::max);
        boolean all = nodes.size() == model.edges() + 1;
        table.label("slope", top - 1, "slope");
        table.label("bar", top - 1, all ? "signal so far" : "signal, to " + (nodes.to() - 1) + " of " + model.edges());
        for (int edge = nodes.from(); edge < nodes.to(); edge++) {
            int y = top + (edge - nodes.from()) * pitch;
            signal(edge, y, edge == 0 ? 1 : partials.get(edge - 1), longest);
            if (edge > 0) {
                slope(edge, y - pitch / 2);
            }
        }
    }

    private void slope(int edge, int y) {
        int part = model.edges() - edge;
        double slope = model.slope(edge);
        boolean some = Double.isFinite(slope);
        String number = some ? Decimal.drawn(slope, 2, 5) : "none";
        Tone tone = some ? Tone.SECOND : Tone.WARN;
        int end = table.column("slope").end();
        table.label("slope", y, "×");
        if (!model.f().isEmpty()) {
            canvas.right(end, y, number, tone);
            Area row = table.across("bar", "P");
            Composition.Link link = model.composition().orElseThrow().links().get(part);
            String f = Decimal.typeset(link.f().toString());
            String at = f + " at " + ChainFigure.signal(link.input());
            canvas.put(row.x(), y, pitch == 1 ? "" : canvas.fitting(row.width(), at, f, ""), Tone.DIM);
            return;
        }
        new KnobCell(new Focus("slopes", part), number, 5).draw(canvas, cursor, end, y, tone, Weight.PLAIN);
        if (pitch > 1 && cursor.on("slopes", part)) {
            table.slider(y, new Focus("slopes", part), Tone.SECOND, table.linear("bar", -2, 2), slope, 1);
        }
    }

    private void signal(int edge, int y, double signal, double longest) {
        Tone tone = edge == 0 ? Tone.RESULT : edge == model.edges() ? Tone.FIRST : Tone.TEXT;
        canvas.put(table.column("name").x(), y, model.name(edge), tone, Weight.BOLD);
        if (edge > model.travelled()) {
            table.right("P", y, "·", Tone.DIM);
            return;
        }
        boolean last = edge == model.travelled();
        double size = Double.isInfinite(signal) ? longest : Math.abs(signal);
        table.bar("bar", y, size / longest, edge == 0 ? Tone.RESULT : ChainTree.tone(size));
        Tone number = Double.isNaN(signal) ? Tone.WARN : last ? Tone.RESULT : Tone.TEXT;
        table.right("P", y, ChainFigure.signal(signal), number, last ? Weight.REVERSE : Weight.PLAIN);
    }
}
