package dev.nabla.figure.chain;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Slider;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Composition;
import java.util.stream.Stream;

/**
 * The table of FIG.00 beside its tree: a row a node with the signal there, and before it the slope that made it so.
 *
 * @param model the path
 * @param cursor where the keys are
 * @param pitch rows from node to node; from 2 on a slope has a row of its own
 */
record ChainTable(ChainModel model, ViewState<ChainModel> cursor, int pitch) {
    private static final int NAME = 2;
    private static final int SLOPE = 8;
    private static final int BAR = 15;
    private static final int FIELD = 9;
    private static final Scale LIMITS = Scale.linear(-2, 2, 0, 1);

    /** Draws into the whole canvas, the root in its first row; a path with more nodes than rows shows a part. */
    void draw(Canvas canvas) {
        int shown = shown(canvas);
        int first = first(shown);
        Vector partials = model.chain().partials();
        double longest = partials.stream()
                .limit(model.travelled())
                .map(Math::abs)
                .filter(Double::isFinite)
                .reduce(1, Math::max);
        for (int i = 0; i < shown; i++) {
            int edge = first + i;
            if (edge > 0) {
                slope(canvas, edge, i * pitch - pitch / 2);
            }
            signal(canvas, edge, i * pitch, edge == 0 ? 1 : partials.get(edge - 1), longest);
        }
    }

    /** What the columns are, and which edges are shown if not all. */
    void heads(Canvas canvas, int y, int rows) {
        int shown = shown(canvas.part(canvas.area().top(rows)));
        int first = first(shown);
        boolean all = shown == model.edges() + 1;
        canvas.put(SLOPE - 1, y, "slope", Tone.DIM);
        String part = ", to " + (first + shown - 1) + " of " + model.edges();
        canvas.put(BAR, y, "signal" + (all ? " so far" : part), Tone.DIM);
    }

    private int shown(Canvas canvas) {
        return Math.min(pitch == 1 ? canvas.height() : model.edges() + 1, model.edges() + 1);
    }

    private int first(int shown) {
        int seen = cursor.on("slopes") ? model.edges() - cursor.spot().part() : model.travelled();
        return Math.max(0, Math.min(seen - shown / 2, model.edges() + 1 - shown));
    }

    private void slope(Canvas canvas, int edge, int y) {
        int part = model.edges() - edge;
        boolean focused = cursor.on("slopes", part);
        if (focused) {
            canvas.put(0, y, "►", Tone.SECOND, Weight.BOLD);
        }
        canvas.put(SLOPE, y, "×", Tone.DIM);
        double slope = model.slope(edge);
        String number = Double.isFinite(slope) ? Decimal.drawn(slope, 2, 5) : "none";
        canvas.right(
                BAR - 1,
                y,
                number,
                Double.isFinite(slope) ? Tone.SECOND : Tone.WARN,
                focused ? Weight.REVERSE : Weight.PLAIN);
        if (model.f().isEmpty()) {
            handle(canvas, part, y, focused, slope);
        } else if (pitch > 1) {
            function(canvas, model.composition().get().links().get(part), y);
        }
    }

    /** The function whose slope it is, and as much of its numbers as there is room for. */
    private static void function(Canvas canvas, Composition.Link link, int y) {
        String f = link.f().toString();
        String at = f + " at " + ChainFigure.signal(link.input());
        String slope = link.f().derivative().map(Object::toString).orElse("long");
        if (Double.isNaN(link.input())) {
            canvas.put(BAR, y, Decimal.typeset(f), Tone.DIM);
            return;
        }
        Stream.of(at + " = " + ChainFigure.signal(link.value()) + "; slope " + slope, at, f)
                .map(Decimal::typeset)
                .filter(words -> BAR + canvas.width(words) < canvas.width())
                .findFirst()
                .ifPresent(words -> canvas.put(BAR, y, words, Tone.DIM));
    }

    private void handle(Canvas canvas, int part, int y, boolean focused, double slope) {
        Scale scale = Scale.linear(LIMITS.lo(), LIMITS.hi(), BAR, canvas.width() - 2);
        if (pitch == 1) {
            canvas.handle(new Handle("slopes", part, new Area(0, y, BAR - 1, 1), null, null));
            return;
        }
        if (focused) {
            new Slider(scale, slope, 1, Tone.SECOND).draw(canvas, y);
        }
        canvas.handle(new Handle("slopes", part, new Area(BAR, y, canvas.width() - 1 - BAR, 1), scale, null));
    }

    private void signal(Canvas canvas, int edge, int y, double signal, double longest) {
        boolean passed = edge <= model.travelled();
        boolean last = edge == model.travelled();
        Tone tone = edge == 0 ? Tone.RESULT : edge == model.edges() ? Tone.FIRST : Tone.TEXT;
        canvas.put(NAME, y, model.name(edge), tone, Weight.BOLD);
        if (!passed) {
            canvas.right(canvas.width() - 1, y, "·", Tone.DIM);
            return;
        }
        int most = canvas.width() - BAR - FIELD - 1;
        double size = Double.isInfinite(signal) ? longest : Math.abs(signal);
        canvas.put(
                BAR,
                y,
                canvas.glyphs().bar(size / longest * most, most),
                edge == 0 ? Tone.RESULT : ChainTree.tone(size));
        canvas.right(
                canvas.width() - 1,
                y,
                ChainFigure.signal(signal),
                last ? Double.isNaN(signal) ? Tone.WARN : Tone.RESULT : Tone.TEXT,
                last ? Weight.REVERSE : Weight.PLAIN);
    }
}
