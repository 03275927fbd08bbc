package dev.nabla.figure.chain;

import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Line;
import dev.nabla.frame.Split;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Draws FIG.00: the tree on the left, its table on the right row by row beside it, below both the rest. */
final class ChainPicture {
    private static final Set<Chain.Status> FINE =
            Set.of(Chain.Status.SHRINKING, Chain.Status.STEADY, Chain.Status.GROWING);

    private static final int LEAST_ROOMY = 27;

    private final ChainModel model;
    private final ViewState<ChainModel> cursor;
    private final Canvas body;
    private final Layout layout;
    private final boolean compact;
    /** Whether the tree can be tall, with the signal as a chart below it. */
    private final boolean roomy;

    private final Area tree;
    private final Area panel;
    /** Rows from node to node. */
    private final int pitch;
    /** The row below the leaf. */
    private final int below;

    ChainPicture(ChainModel model, ViewState<ChainModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.compact = layout == Layout.COMPACT;
        this.roomy = !compact && body.height() >= LEAST_ROOMY;
        int room = roomy ? 19 : 13;
        this.pitch = Math.max(1, Math.min(4, (room - 1) / model.edges()));
        Map<String, Area> columns = Split.columns(
                body.area().afterColumns(1),
                2,
                Track.free("tree", 27).sharing(2),
                Track.free("panel", 30).atMost(48));
        int levels = Math.min(room, pitch * model.edges() + 1);
        this.tree = columns.get("tree").afterRows(compact ? 0 : 1).top(levels);
        this.panel = columns.get("panel");
        this.below = tree.y() + levels;
    }

    void draw() {
        new ChainTree(model, this::row).draw(body.part(tree));
        Canvas beside = body.part(new Area(panel.x() - 1, 0, panel.width() + 1, below));
        ChainTable table = new ChainTable(model, cursor, beside, tree.height(), pitch);
        table.draw(tree.y());
        ends();
        knobs(body.part(panel.afterRows(compact ? below : below + 1).top(4)));
        if (!compact) {
            table.heads();
            Area rule = new Area(tree.x(), below + 2, tree.width(), body.height() - below - 2);
            new ChainFormula(model, pinned()).draw(body.part(rule), layout == Layout.WIDE);
        }
        if (roomy) {
            chart(body.part(panel.afterRows(below + 5)));
        }
    }

    /** The row of a node below the root; of a path with more nodes than rows the later ones draw together. */
    private int row(int edge) {
        int last = tree.height() - 1;
        int apart = pitch * model.edges() == last ? 0 : last * 2 / 3;
        return edge <= apart
                ? edge
                : apart + (int) Math.round((double) (edge - apart) * (last - apart) / (model.edges() - apart));
    }

    /** The names of root and leaf beside their nodes. */
    private void ends() {
        int root = tree.x() + tree.width() / 2;
        if (compact) {
            body.put(root + 2, tree.y(), "L", Tone.RESULT, Weight.BOLD);
        } else {
            body.put(root, 0, Line.EMPTY.result("L").dim("  ∂L/∂L = 1"));
        }
        leaf(tree.x() + (int) (model.across(model.edges()) * (tree.width() - 1)), below);
    }

    /** Which leaf it is, under it as far as there is room. */
    private void leaf(int at, int y) {
        String number = String.valueOf(model.leaf());
        String words = model.leafName() + "  leaf ";
        String of = " of " + model.leaves();
        int x = Math.max(3, Math.min(at, tree.width() - body.width(words + number + of)));
        boolean focused = cursor.on("leaf");
        if (focused) {
            body.put(x - 2, y, "►", Tone.FIRST, Weight.BOLD);
        }
        body.put(x, y, words, Tone.FIRST, focused ? Weight.BOLD : Weight.PLAIN);
        int after = x + body.width(words);
        body.put(after, y, number, Tone.FIRST, focused ? Weight.REVERSE : Weight.PLAIN);
        body.put(after + number.length(), y, of, Tone.DIM);
    }

    private void knobs(Canvas canvas) {
        Readout out = new Readout(canvas);
        String list = model.f().isEmpty()
                ? "none"
                : String.join(",", model.f().stream().map(Object::toString).toList());
        int most = canvas.width() - 14;
        String cut = list.length() <= most ? list : list.substring(0, most - 3) + "...";
        out.knob("functions f", Decimal.typeset(cut), cursor.on("f"));
        if (!model.f().isEmpty()) {
            out.knob("x", Decimal.drawn(model.x(), 2, 8), cursor.on("x"));
        }
        if (compact) {
            pinned().ifPresent(kept -> out.row("pinned", kept, Tone.PATH1));
        }
        if (out.y() == canvas.height()) {
            return;
        }
        Chain.Status status = model.chain().status();
        boolean fine = FINE.contains(status);
        out.row("the signal is", status.word(), fine ? Tone.TEXT : Tone.WARN, fine ? Weight.PLAIN : Weight.BOLD);
    }

    private Optional<String> pinned() {
        return cursor.pinned().map(kept -> ChainFigure.number(kept.chain().product()));
    }

    private void chart(Canvas canvas) {
        canvas.put(2, 0, "|signal| on a log axis", Tone.DIM);
        List<Double> sizes = DoubleStream.concat(
                        DoubleStream.of(1), model.chain().partials().stream().limit(model.travelled()))
                .mapToObj(Math::abs)
                .toList();
        new Columns(sizes, Tone.RESULT).draw(canvas.part(canvas.area().afterRows(1)));
    }
}
