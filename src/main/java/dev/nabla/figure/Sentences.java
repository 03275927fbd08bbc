package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A figure without a picture: its knobs and results as lines, for small screens and screen readers. */
public final class Sentences {
    private static final int FIELD = 9;
    private static final int MOST_COMPONENTS = 8;

    private Sentences() {}

    /** Knobs first, then the results, as many as there is room for. */
    static <M extends Record> void draw(Figure<M> figure, M model, Cursor<M> cursor, Canvas body) {
        int y = 0;
        for (String line : knobs(figure, model, cursor)) {
            boolean focused = line.startsWith("►");
            body.put(1, y++, line, focused ? Tone.SECOND : Tone.TEXT, focused ? Weight.BOLD : Weight.PLAIN);
        }
        for (String line : facts(figure, model)) {
            for (String part : Wrap.lines(line, body.width() - 2, body.glyphs())) {
                body.put(1, y++, part, Tone.TEXT);
            }
        }
    }

    /** A line a knob that can be turned, the focused one marked. */
    static <M extends Record> List<String> knobs(Figure<M> figure, M model, Cursor<M> cursor) {
        List<String> lines = new ArrayList<>();
        for (Knob<M> knob : figure.knobs()) {
            if (knob.stops(model) > 0) {
                String component = cursor.on(knob.name()) && knob.stops(model) > 1
                        ? "  [" + (cursor.spot().part() + 1) + "]"
                        : "";
                String mark = cursor.on(knob.name()) ? "► " : "  ";
                lines.add(mark + knob.name() + " " + Decimal.typeset(knob.text(model)) + component);
            }
        }
        return lines;
    }

    /** A line a result. */
    public static <M extends Record> List<String> facts(Figure<M> figure, M model) {
        return figure.facts(model).stream()
                .map(fact -> "  " + fact.name() + " " + words(fact))
                .toList();
    }

    private static String words(Fact fact) {
        String unit = fact.unit().isEmpty() ? "" : " " + fact.unit();
        Value value = fact.value();
        if (value instanceof Value.Real real) {
            return Decimal.drawn(real.value(), fact.places(), FIELD) + unit;
        }
        if (value instanceof Value.Whole whole) {
            return whole.value() + unit;
        }
        if (value instanceof Value.Reals reals) {
            String components = reals.values().stream()
                    .limit(MOST_COMPONENTS)
                    .mapToObj(x -> Decimal.drawn(x, fact.places(), FIELD))
                    .collect(Collectors.joining(" "));
            return components + (reals.values().size() > MOST_COMPONENTS ? " ..." : "") + unit;
        }
        if (value instanceof Value.Word word) {
            return word.word();
        }
        if (value instanceof Value.Absent absent) {
            return "none: " + absent.why();
        }
        return ((Value.Rows) value).rows().size() + " rows";
    }
}
