package dev.nabla.figure.chain;

import static dev.nabla.figure.chain.ChainFigure.ARRIVES;
import static dev.nabla.figure.chain.ChainFigure.MOVES;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.chain.ChainFigure.ChainResults;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Vector;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws FIG.00 in plain words: a nudge of 1 at w, the slopes that it passes, and what arrives at each node up to L. */
final class PlainPicture {
    /** Cells of the table without sliders and bars. */
    private static final int LEAST_TABLE = 21;

    private static final int WIDEST_TABLE = 80;
    private static final int MOST_PITCH = 4;

    private final Picture<ChainModel, ChainResults> all;
    private final ChainModel model;
    private final Canvas body;
    private final Vector arrivals;
    private final int edges;
    private final Area rows;
    private final int pitch;
    private final Area tree;
    private final Canvas beside;
    private final KnobTable table;
    /** What arrives in the model to compare with, in the place of the bars. */
    private final Optional<ChainResults> other;

    /** Range of the nodes in the table, counted in edges from L. */
    private final MatrixGrid.VisibleRange nodes;

    PlainPicture(Picture<ChainModel, ChainResults> all, Canvas body) {
        ViewState<ChainModel> cursor = all.cursor();
        this.all = all;
        this.model = all.model();
        this.body = body;
        this.arrivals = all.results().arrivals();
        this.edges = model.edges();
        int room = body.height() - 1;
        this.pitch = Math.max(1, Math.min(MOST_PITCH, (room - 1) / edges));
        this.rows = new Area(0, 1, body.width(), Math.min(room, pitch * edges + 1));
        this.other = cursor.pinned()
                .filter(kept -> pitch > 1 && kept.edges() == edges)
                .map(ChainResults::of);
        int least = Math.min(ChainTree.LEAST_TREE, body.width() - 1 - LEAST_TABLE);
        Map<String, Area> columns = TrackLayout.columns(
                body.area().afterColumns(1),
                0,
                Track.free("tree", least),
                Track.free("table", LEAST_TABLE).sharing(3).atMost(WIDEST_TABLE));
        this.tree = columns.get("tree");
        this.beside = body.part(columns.get("table"));
        this.table = new KnobTable(
                beside,
                cursor,
                Track.fixed("name", 1),
                Track.free("slider", 9).goesAt(1).atMost(21),
                Track.fixed("value", 6),
                Track.free("bar", 5).goesAt(2),
                Track.fixed("P", 8));
        int seen = cursor.isFocused("slopes") ? edges - cursor.spot().part() : edges;
        this.nodes = MatrixGrid.window(seen, rows.height(), edges + 1);
    }

    void draw() {
        ChainTree path = new ChainTree(
                model,
                edge -> 1,
                Optional.empty(),
                pitch,
                nodes,
                body.part(rows).part(tree));
        path.draw();
        names(path.leafColumn());
        heads();
        SignalBars bars = bars();
        for (int edge = nodes.from(); edge < nodes.to(); edge++) {
            int y = rows.y() + (edge - nodes.from()) * pitch;
            arrival(edge, y, bars);
            if (edge > 0) {
                int part = edges - edge;
                table.dial(y - pitch / 2, all.knob("slopes", part).labelled("×"), "slider", 0);
            }
        }
        if (pitch > 1 && nodes.size() == edges + 1) {
            table.label("slider", rows.y(), "L moves by", "L moves");
            table.label("slider", rows.y() + pitch * edges, "w is nudged by", "w nudged", "w");
        }
    }

    private void names(int leaf) {
        if (nodes.size() <= edges) {
            return; // the rows beside the tree are only some of its nodes
        }
        body.put(tree.x() + tree.width() / 2, rows.y() - 1, "L  the loss", Tone.RESULT);
        String name = " w  a weight ";
        int right = tree.x() + leaf + 1;
        int x = right + body.width(name) <= tree.end() ? right : tree.x() + leaf - body.width(name);
        body.put(x, rows.y() + rows.height() - 1, name, Tone.FIRST);
    }

    private void heads() {
        table.ends("slider", rows.y() - 1, all.knob("slopes"), 0, 1);
        table.right("value", rows.y() - 1, "slope", Tone.DIM);
        String arrives = other.isPresent() ? place(model, "arrives") : "arrives";
        other.ifPresent(kept -> table.right("bar", rows.y() - 1, place(kept.model(), "before"), Tone.DIM));
        String part = "to " + (nodes.to() - 1) + "/" + edges;
        table.right("P", rows.y() - 1, nodes.size() == edges + 1 ? arrives : part, Tone.DIM);
    }

    private void arrival(int edge, int y, SignalBars bars) {
        if (isHidden(edge)) {
            table.right("P", y, ViewState.HIDDEN, Tone.DIM);
            return;
        }
        double arrives = arrives(edge, arrivals);
        Tone number = edge == 0 ? Tone.RESULT : Tone.TEXT;
        if (other.isPresent()) {
            String kept = ChainFigure.signal(arrives(edge, other.get().arrivals()));
            table.right("bar", y, kept, number, edge == 0 ? Weight.BOLD : Weight.PLAIN);
        } else {
            bars.draw(y, arrives, edge == 0 ? Tone.RESULT : Tone.SECOND);
        }
        table.right("P", y, ChainFigure.signal(arrives), number, edge == 0 ? Weight.BOLD : Weight.PLAIN);
    }

    /** Returns where the only slope stands that was moved, {@code near L} or {@code near w}, else {@code otherwise}. */
    private static String place(ChainModel moved, String otherwise) {
        Vector start = ChainFigure.START.slopes();
        int last = start.size() - 1;
        int[] at = IntStream.rangeClosed(0, last)
                .filter(i -> moved.slopes().get(i) != start.get(i))
                .toArray();
        boolean isAtEnd = at.length == 1 && (at[0] == 0 || at[0] == last);
        return isAtEnd ? at[0] == 0 ? "near w" : "near L" : otherwise;
    }

    /** Returns what arrives at the node after {@code edge} edges from L: 1 at w. */
    private double arrives(int edge, Vector arrivals) {
        return edge == edges ? 1 : arrivals.get(edges - 1 - edge);
    }

    /** Returns the bars of what is shown; what an open guess hides has no influence on their lengths. */
    private SignalBars bars() {
        DoubleStream shown = IntStream.range(nodes.from(), nodes.to())
                .filter(edge -> !isHidden(edge))
                .mapToDouble(edge -> arrives(edge, arrivals));
        return SignalBars.of(table, beside, model.slopes(), shown);
    }

    /** Returns whether an open guess hides what arrives at a node: at L, or above a slope that was moved. */
    private boolean isHidden(int edge) {
        boolean atEnd = edge == 0 && all.hides(MOVES);
        return atEnd || all.hides(ARRIVES) && edge < edges - lowestMoved();
    }

    /**
     * Returns the lowest slope that was moved, counted from 0 at w: the lowest that is not that of the start. The
     * slopes of a lesson's own count as moved.
     */
    private int lowestMoved() {
        Vector start = ChainFigure.START.slopes();
        int i = 0;
        while (i < edges && start.size() == edges && model.slopes().get(i) == start.get(i)) {
            i++;
        }
        return i;
    }
}
