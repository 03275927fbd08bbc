package dev.nabla.figure;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Columns;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws FIG.00: the tree on the left, its table on the right row by row beside it, below both the rest. */
final class ChainPicture {
    /** Layers of models of different size. */
    private static final int[] DEPTHS = {12, 24, 48, 96};

    private final ChainModel model;
    private final Cursor<ChainModel> cursor;
    private final Canvas body;
    private final Layout layout;
    private final int panel;
    /** Row of the root. */
    private final int top;
    /** Rows from the root to the leaf, both included. */
    private final int levels;

    private final int pitch;

    ChainPicture(ChainModel model, Cursor<ChainModel> cursor, Canvas body) {
        this.model = model;
        this.cursor = cursor;
        this.body = body;
        this.layout = Layout.ofBody(body.width(), body.height());
        this.panel = layout == Layout.WIDE ? 48 : layout == Layout.NORMAL ? 37 : 30;
        this.top = layout == Layout.COMPACT ? 0 : 1;
        int room = layout == Layout.WIDE ? 19 : 13;
        this.pitch = Math.max(1, Math.min(4, (room - 1) / model.edges()));
        this.levels = Math.min(room, pitch * model.edges() + 1);
    }

    void draw() {
        int width = body.width() - panel - 3;
        new ChainTree(model, this::row).draw(body.part(new Area(1, top, width, levels)));
        int right = body.width() - panel;
        ChainTable table = new ChainTable(model, cursor, pitch);
        table.draw(body.part(new Area(right, top, panel, levels)));
        ends(width);
        int below = top + levels;
        int gap = layout == Layout.COMPACT ? 0 : 1;
        knobs(body.part(new Area(right, below + gap, panel, 4)));
        if (layout != Layout.COMPACT) {
            table.heads(body.part(new Area(right, 0, panel, body.height())), 0, levels);
            formula(body.part(new Area(1, below + 2, width, body.height() - below - 2)));
        }
        if (layout == Layout.WIDE) {
            chart(body.part(new Area(right, below + 5, panel, body.height() - below - 5)));
        }
    }

    private int row(int edge) {
        return (int) Math.round((double) edge * (levels - 1) / model.edges());
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
        int most = canvas.width() - 18;
        String cut = list.length() <= most ? list : list.substring(0, most - 3) + "...";
        out.knob("functions f", Decimal.typeset(cut), cursor.on("f"));
        if (!model.f().isEmpty()) {
            out.knob("x", Decimal.drawn(model.x(), 2, 8), cursor.on("x"));
        }
        if (layout != Layout.COMPACT) {
            Chain.Status status = model.chain().status();
            boolean fine = Set.of(Chain.Status.SHRINKING, Chain.Status.STEADY, Chain.Status.GROWING)
                    .contains(status);
            out.row("the signal is", status.word(), fine ? Tone.TEXT : Tone.WARN, fine ? Weight.PLAIN : Weight.BOLD);
        }
    }

    /** The rule, with the numbers of this path. */
    private void formula(Canvas canvas) {
        List<String> factors = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int edge = 1; edge <= model.edges(); edge++) {
            factors.add("∂" + model.name(edge - 1) + "/∂" + model.name(edge));
            double slope = model.slope(edge);
            String number = Double.isFinite(slope) ? Decimal.drawn(slope, 2, 8) : "none";
            numbers.add(slope < 0 ? "(" + number + ")" : number);
        }
        String left = "∂L/∂" + model.leafName() + " = ";
        String indent = " ".repeat(left.length() - 2);
        canvas.put(0, 0, left + joined(factors, canvas.width() - left.length()), Tone.TEXT);
        canvas.put(0, 1, indent + "= " + joined(numbers, canvas.width() - left.length()), Tone.DIM);
        Line product =
                Line.of(indent + "= ").result(ChainFigure.number(model.chain().product()));
        Optional<String> pinned =
                cursor.pinned().map(kept -> ChainFigure.number(kept.chain().product()));
        canvas.put(0, 2, pinned.map(kept -> product.dim("   pinned " + kept)).orElse(product));
        if (layout == Layout.WIDE) {
            rate(canvas.part(canvas.area().afterRows(4)));
        }
    }

    /** All factors, or where they do not fit the first ones and the last. */
    private String joined(List<String> factors, int most) {
        String all = String.join(" · ", factors);
        for (int first = factors.size() - 2; first > 0 && body.width(all) > most; first--) {
            all = String.join(" · ", factors.subList(0, first)) + " ··· " + factors.get(factors.size() - 1);
        }
        return all;
    }

    /** What a deeper path would make of the signal if every edge changed it as these do on average. */
    private void rate(Canvas canvas) {
        double each = model.chain().decades() / model.edges();
        if (!Double.isFinite(each)) {
            return;
        }
        canvas.put(
                0, 0, "at this rate, × " + Decimal.drawn(Math.pow(10, each), 3, 9) + " an edge on average:", Tone.DIM);
        for (int i = 0; i < DEPTHS.length; i++) {
            double decades = each * DEPTHS[i];
            canvas.right(3, i + 1, String.valueOf(DEPTHS[i]), Tone.TEXT);
            canvas.put(4, i + 1, "edges", Tone.DIM);
            String left = Math.abs(decades) < 300
                    ? ChainFigure.signal(Math.pow(10, decades))
                    : Decimal.typeset("1e" + Math.round(decades));
            canvas.right(22, i + 1, left, decades > 2 || decades < -2 ? Tone.WARN : Tone.TEXT);
        }
    }

    private void chart(Canvas canvas) {
        canvas.put(2, 0, "|signal| on a log axis", Tone.DIM);
        List<Double> sizes = new ArrayList<>(List.of(1.0));
        for (int edge = 1; edge <= model.travelled(); edge++) {
            sizes.add(Math.abs(model.chain().partials().get(edge - 1)));
        }
        new Columns(sizes, Tone.RESULT).draw(canvas.part(canvas.area().afterRows(1)));
    }
}
