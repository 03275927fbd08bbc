package dev.nabla.figure.chain;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Line;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.math.Chain.Status;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws FIG.00: the tree on the left, its table on the right row by row beside it, below them the rule and the other knobs. */
record ChainPicture(ChainModel model, ViewState<ChainModel> cursor, Canvas body) {
    private static final Set<Status> FINE = Set.of(Status.SHRINKING, Status.STEADY, Status.GROWING);

    void draw() {
        int room = Math.max(13, Math.min(19, body.height() - 12));
        int pitch = Math.max(1, Math.min(4, (room - 1) / model.edges()));
        Map<String, Area> rows = Split.rows(
                body.area(),
                0,
                Track.fixed("heads", 1).goesAt(1),
                Track.fixed("nodes", Math.min(room, pitch * model.edges() + 1)),
                Track.blank(2),
                Track.free("foot", 2));
        Map<String, Area> columns = Split.columns(
                body.area().afterColumns(1),
                2,
                Track.free("tree", 27).sharing(2),
                Track.free("panel", 30).atMost(48));
        Area nodes = rows.get("nodes");
        Area tree = columns.get("tree");
        Area panel = columns.get("panel");
        body.put(
                tree.x() + tree.width() / 2,
                nodes.y() - 1,
                Line.EMPTY.result("L").dim("  ∂L/∂L = 1"));
        new ChainTree(model, pitch, body.part(nodes).part(tree)).draw();
        Canvas beside = body.part(new Area(panel.x() - 1, 0, panel.width() + 1, body.height()));
        new ChainTable(model, cursor, beside, nodes, pitch).draw();
        below(body.part(tree.afterRows(nodes.y() + nodes.height())));
        knobs(body.part(rows.get("foot")).part(panel));
    }

    /** Which leaf it is, and as far as there is room the rule with the numbers of this path and its steps. */
    private void below(Canvas canvas) {
        String leaf = String.valueOf(model.leaf());
        new Readout(canvas).knob(model.leafName(), "leaf of " + model.leaves(), leaf, Tone.FIRST, cursor.on("leaf"));
        if (canvas.height() < 5) {
            return;
        }
        String left = "∂L/∂" + model.leafName() + " = ";
        String indent = " ".repeat(left.length() - 2) + "= ";
        int cells = canvas.width() - left.length();
        canvas.put(0, 2, left + fitted(cells, edge -> "∂" + model.name(edge - 1) + "/∂" + model.name(edge)), Tone.TEXT);
        canvas.put(0, 3, indent + fitted(cells, this::factor), Tone.DIM);
        canvas.put(0, 4, Line.of(indent).result(product(model)));
        if (canvas.height() > 8) {
            WorkedOut.draw(canvas.part(canvas.area().afterRows(6)), ChainSteps.of(model));
        }
    }

    /** All factors, or where they do not fit the first ones and the last. */
    private String fitted(int cells, IntFunction<String> factor) {
        List<String> factors =
                IntStream.rangeClosed(1, model.edges()).mapToObj(factor).toList();
        String first = factors.get(0);
        String last = " ··· " + factors.get(factors.size() - 1);
        String two = String.join(" · ", factors.subList(0, Math.min(2, factors.size())));
        return body.fitting(cells, String.join(" · ", factors), two + last, first + last);
    }

    private String factor(int edge) {
        double slope = model.slope(edge);
        return Double.isFinite(slope) ? WorkedSteps.bracketed(Decimal.drawn(slope, 2, 8)) : "none";
    }

    private static String product(ChainModel model) {
        return ChainFigure.number(model.chain().product());
    }

    private void knobs(Canvas canvas) {
        Readout out = new Readout(canvas);
        String list = model.f().stream().map(Object::toString).collect(Collectors.joining(","));
        String functions = list.isEmpty() ? "none" : Readout.cut(Decimal.typeset(list), canvas.width() - 14);
        out.knob("functions f", functions, cursor.on("f"));
        if (!list.isEmpty()) {
            out.knob("x", Decimal.drawn(model.x(), 2, 8), cursor.on("x"));
        }
        cursor.pinned().ifPresent(kept -> out.row("pinned", product(kept), Tone.PATH1));
        Status status = model.chain().status();
        out.row("the signal is", status.word(), FINE.contains(status) ? Tone.TEXT : Tone.WARN);
        if (canvas.height() > 8) {
            canvas.put(2, 5, "|signal| on a log axis", Tone.DIM);
            DoubleStream way = model.chain().partials().stream().limit(model.travelled());
            List<Double> sizes = DoubleStream.concat(DoubleStream.of(1), way.map(Math::abs))
                    .boxed()
                    .toList();
            new Columns(sizes, Tone.RESULT).draw(canvas.part(canvas.area().afterRows(6)));
        }
    }
}
