package dev.nabla.figure.chain;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Composition;
import java.util.stream.Stream;

/** The table of FIG.00 beside its tree: a row a node with the signal there, and before it the slope that made it so. */
final class ChainTable {
    private final ChainModel model;
    private final ViewState<ChainModel> cursor;
    private final Canvas canvas;
    private final int pitch;
    private final KnobTable table;
    private final int shown;
    private final int first;

    /**
     * @param canvas its first row is that of the heads, if there are any
     * @param rows how many there are for nodes; a path with more nodes shows a part
     * @param pitch rows from node to node; from 2 on a slope has a row of its own
     */
    ChainTable(ChainModel model, ViewState<ChainModel> cursor, Canvas canvas, int rows, int pitch) {
        this.model = model;
        this.cursor = cursor;
        this.canvas = canvas;
        this.pitch = pitch;
        this.table = new KnobTable(
                canvas, 1, Track.fixed("name", 5), Track.fixed("value", 6), Track.free("bar", 5), Track.fixed("P", 8));
        int nodes = model.edges() + 1;
        this.shown = pitch == 1 ? Math.min(rows, nodes) : nodes;
        int seen = cursor.on("slopes") ? model.edges() - cursor.spot().part() : model.travelled();
        this.first = Math.max(0, Math.min(seen - shown / 2, nodes - shown));
    }

    /** The columns' heads, and which edges are shown if not all. */
    void heads() {
        canvas.put(table.column("value").x() - 1, 0, "slope", Tone.DIM);
        boolean all = shown == model.edges() + 1;
        String part = ", to " + (first + shown - 1) + " of " + model.edges();
        table.label("bar", 0, "signal" + (all ? " so far" : part));
    }

    /** Draws with the first node in a row of the canvas. */
    void draw(int top) {
        Vector partials = model.chain().partials();
        double longest = partials.stream()
                .limit(model.travelled())
                .map(Math::abs)
                .filter(Double::isFinite)
                .reduce(1, Math::max);
        for (int i = 0; i < shown; i++) {
            int edge = first + i;
            int y = top + i * pitch;
            signal(edge, y, edge == 0 ? 1 : partials.get(edge - 1), longest);
            if (edge > 0) {
                slope(edge, y - pitch / 2);
            }
        }
    }

    private void slope(int edge, int y) {
        int part = model.edges() - edge;
        boolean focused = cursor.on("slopes", part);
        double slope = model.slope(edge);
        boolean some = Double.isFinite(slope);
        if (focused) {
            canvas.put(1, y, "►", Tone.SECOND, Weight.BOLD);
        }
        table.label("value", y, "×");
        String number = some ? Decimal.drawn(slope, 2, 5) : "none";
        Weight weight = focused ? Weight.REVERSE : Weight.PLAIN;
        table.right("value", y, number, some ? Tone.SECOND : Tone.WARN, weight);
        Area row = table.across("bar", "P");
        if (model.f().isEmpty()) {
            Area place = new Area(row.x(), y, row.width(), 1);
            Scale scale = Scale.linear(-2, 2, row.x(), row.end() - 1);
            if (pitch == 1) {
                canvas.handle(new Handle("slopes", part, new Area(1, y, row.x() - 2, 1), null, null));
                return;
            }
            if (focused) {
                new Slider(scale, slope, 1, Tone.SECOND).draw(canvas, y);
            }
            canvas.handle(new Handle("slopes", part, place, scale, null));
        } else if (pitch > 1) {
            canvas.put(row.x(), y, function(model.composition().get().links().get(part), row.width()), Tone.DIM);
        }
    }

    /** The function whose slope it is, and as much of its numbers as there is room for; nothing if there is room for none. */
    private String function(Composition.Link link, int cells) {
        String f = link.f().toString();
        if (Double.isNaN(link.input())) {
            return Decimal.typeset(f);
        }
        String at = f + " at " + ChainFigure.signal(link.input());
        String slope = link.f().derivative().map(Object::toString).orElse("long");
        return Stream.of(at + " = " + ChainFigure.signal(link.value()) + "; slope " + slope, at, f)
                .map(Decimal::typeset)
                .filter(words -> canvas.width(words) <= cells)
                .findFirst()
                .orElse("");
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
        table.plain("bar", y, size / longest, edge == 0 ? Tone.RESULT : ChainTree.tone(size));
        Tone number = last ? Double.isNaN(signal) ? Tone.WARN : Tone.RESULT : Tone.TEXT;
        table.right("P", y, ChainFigure.signal(signal), number, last ? Weight.REVERSE : Weight.PLAIN);
    }
}
