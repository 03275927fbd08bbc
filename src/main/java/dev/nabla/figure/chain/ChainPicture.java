package dev.nabla.figure.chain;

import dev.nabla.figure.Layout;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import java.util.List;
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
    /** Whether the tree can be tall, with the signal as a chart below it. */
    private final boolean roomy;

    private final int panel;
    /** Row of the root. */
    private final int top;
    /** Rows from the root to the leaf, both included. */
    private final int levels;

    private final int pitch;

    ChainPicture(ChainModel model, ViewState<ChainModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.panel = layout == Layout.WIDE ? 48 : layout == Layout.NORMAL ? 37 : 30;
        this.top = layout == Layout.COMPACT ? 0 : 1;
        this.roomy = layout == Layout.WIDE || layout == Layout.NORMAL && body.height() >= LEAST_ROOMY;
        int room = roomy ? 19 : 13;
        this.pitch = Math.max(1, Math.min(4, (room - 1) / model.edges()));
        this.levels = Math.min(room, pitch * model.edges() + 1);
    }

    void draw() {
        int width = body.width() - panel - 3;
        new ChainTree(model, this::row).draw(body.part(new Area(1, top, width, levels)));
        int right = body.width() - panel;
        Canvas beside = body.part(new Area(right - 1, 0, panel + 1, top + levels));
        ChainTable table = new ChainTable(model, cursor, beside, levels, pitch);
        table.draw(top);
        ends(width);
        int below = top + levels;
        int gap = layout == Layout.COMPACT ? 0 : 1;
        knobs(body.part(new Area(right, below + gap, panel, Math.min(4, body.height() - below - gap))));
        if (layout != Layout.COMPACT) {
            table.heads();
            Canvas rule = body.part(new Area(1, below + 2, width, body.height() - below - 2));
            new ChainFormula(model, pinned()).draw(rule, layout == Layout.WIDE);
        }
        if (roomy) {
            chart(body.part(new Area(right, below + 5, panel, body.height() - below - 5)));
        }
    }

    /** The row of a node below the root; of a path with more nodes than rows the later ones draw together. */
    private int row(int edge) {
        int last = levels - 1;
        int apart = pitch * model.edges() == last ? 0 : last * 2 / 3;
        return edge <= apart
                ? edge
                : apart + (int) Math.round((double) (edge - apart) * (last - apart) / (model.edges() - apart));
    }

    /** The names of root and leaf beside their nodes. */
    private void ends(int width) {
        int root = 1 + width / 2;
        if (layout == Layout.COMPACT) {
            body.put(root + 2, top, "L", Tone.RESULT, Weight.BOLD);
        } else {
            body.put(root, 0, Line.EMPTY.result("L").dim("  ∂L/∂L = 1"));
        }
        leaf(1 + (int) (model.across(model.edges()) * (width - 1)), width);
    }

    /** Which leaf it is, under it as far as there is room. */
    private void leaf(int at, int width) {
        String number = String.valueOf(model.leaf());
        String words = model.leafName() + "  leaf ";
        String of = " of " + model.leaves();
        int y = top + levels;
        int x = Math.max(3, Math.min(at, width - body.width(words + number + of)));
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
        if (layout == Layout.COMPACT) {
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
