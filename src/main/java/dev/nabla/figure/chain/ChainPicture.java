package dev.nabla.figure.chain;

import static dev.nabla.figure.chain.ChainFigure.FACTORS;
import static dev.nabla.figure.chain.ChainFigure.PRODUCT;
import static dev.nabla.figure.chain.ChainFigure.STATUS;

import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.chain.ChainFigure.ChainResults;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws FIG.00: the tree at the left and its table beside it, row by row. Below stand the rule in numbers and the other
 * knobs.
 */
record ChainPicture(Picture<ChainModel, ChainResults> all, Canvas body) {
    private ChainModel model() {
        return all.model();
    }

    void draw() {
        ViewState<ChainModel> cursor = all.cursor();
        int room = Math.max(7, Math.min(19, body.height() - 6));
        int pitch = Math.max(1, Math.min(4, (room - 1) / model().edges()));
        Map<String, Area> rows = TrackLayout.rows(
                body.area(),
                Track.fixed("heads", 1).goesAt(1),
                Track.fixed("nodes", Math.min(room, pitch * model().edges() + 1)),
                Track.blank(2),
                Track.free("foot", 2));
        Map<String, Area> columns = TrackLayout.columns(
                body.area().afterColumns(1),
                2,
                Track.free("tree", 27),
                Track.free("panel", 30).sharing(3).atMost(62));
        Area nodes = rows.get("nodes");
        Area tree = columns.get("tree");
        Area panel = columns.get("panel");
        int seen = cursor.isFocused("slopes") ? model().edges() - cursor.spot().part() : model().edgesPassed();
        VisibleRange visible = MatrixGrid.window(seen, nodes.height(), model().edges() + 1);
        if (!visible.isCutBefore()) {
            Line root = Line.EMPTY.result("L").dim("  ∂L/∂L = 1");
            body.put(tree.x() + tree.width() / 2, nodes.y() - 1, root);
        }
        Canvas left = body.part(nodes).part(tree);
        new ChainTree(model(), this::signal, Optional.of(all.knob("leaf")), pitch, visible, left).draw();
        Canvas foot = body.part(rows.get("foot"));
        rule(foot.part(tree));
        Canvas beside = body.part(new Area(panel.x() - 1, 0, panel.width() + 1, body.height()));
        ChainTable table = new ChainTable(all, beside, nodes, pitch, visible);
        table.draw();
        table.knobs(rows.get("foot").y());
        if (foot.height() > 8) {
            sizes(foot.part(panel.afterRows(5)));
        }
    }

    private double signal(int edge) {
        return edge <= model().edgesPassed() ? all.results().signalAfter(edge) : Double.NaN;
    }

    /** Draws the chain rule with the numbers of this path, and the worked steps if there is room. */
    private void rule(Canvas canvas) {
        String left = "∂L/∂" + model().leafName() + " = ";
        String indent = " ".repeat(canvas.width(left) - 2);
        int cells = canvas.width() - canvas.width(left);
        IntFunction<String> names = edge -> "∂" + model().name(edge - 1) + "/∂" + model().name(edge);
        int shown = IntStream.of(model().edges(), 2)
                .filter(n ->
                        canvas.width(product(n, names)) <= cells && canvas.width(product(n, this::factor)) <= cells)
                .findFirst()
                .orElse(1);
        String factors =
                canvas.fitting(cells, product(shown, names), "all " + WorkedSteps.count(model().edges(), "slope"));
        canvas.put(0, 0, left + factors, Tone.TEXT);
        canvas.put(0, 1, indent + "= " + product(shown, this::factor), Tone.DIM);
        Line result = Line.of(indent + "= ").result(product(all.results()));
        Line judged = result.dim("  " + all.cursor().text(STATUS, all.results(), word -> word));
        canvas.put(0, 2, canvas.width(judged.plain()) <= canvas.width() ? judged : result);
        all.cursor()
                .pinned()
                .ifPresent(kept ->
                        canvas.put(0, 3, indent + "= " + product(ChainResults.of(kept)) + "  kept", Tone.PATH1));
        if (canvas.height() > 8) {
            WorkedOut.draw(canvas.part(canvas.area().afterRows(5)), all.cursor(), () -> ChainFigure.worked(model()));
        }
    }

    /** Returns the product of the first n factors, with dots and the last factor if there are more. */
    private String product(int n, IntFunction<String> factor) {
        int edges = model().edges();
        List<String> first =
                IntStream.rangeClosed(1, Math.min(n, edges)).mapToObj(factor).toList();
        return String.join(" · ", first) + (n < edges ? " ··· " + factor.apply(edges) : "");
    }

    private String factor(int edge) {
        return WorkedSteps.bracketed(factor(all, model().edges() - edge, 8));
    }

    /**
     * Formats slope {@code i}, from 0 at the innermost, in at most {@code cells} cells; {@code none} if it does not
     * exist.
     */
    static String factor(Picture<ChainModel, ChainResults> all, int i, int cells) {
        boolean exists = Double.isFinite(all.results().chain().slopes().get(i));
        return exists ? all.column(FACTORS, i, cells) : Value.Absent.TEXT;
    }

    private String product(ChainResults of) {
        return all.cursor().text(PRODUCT, of, WorkedSteps::number);
    }

    private void sizes(Canvas canvas) {
        canvas.put(2, 0, "|signal| on a log axis", Tone.DIM);
        DoubleStream way = all.results().chain().partials().stream().limit(Math.max(0, model().edgesPassed()));
        List<Double> sizes = DoubleStream.concat(DoubleStream.of(1), way.map(Math::abs))
                .boxed()
                .toList();
        new Columns(sizes, Tone.RESULT).draw(canvas.part(canvas.area().afterRows(1)));
    }
}
