package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a figure as text, its knobs and results as lines, for small screens and screen readers. */
final class TextFigure {
    private static final int FIELD = 9;
    private static final int MOST_COMPONENTS = 8;

    private TextFigure() {}

    /**
     * Draws the knobs, then the results, one per line. If they do not fit, they are joined in running lines. If these
     * do not fit either, only the focused knob and the results are shown, and the last line says that there is more.
     */
    static <M extends Record> void draw(Figure<M> figure, M model, ViewState<M> cursor, Canvas body) {
        List<Line> apart = new ArrayList<>();
        List<Line> all = new ArrayList<>();
        List<Line> least = new ArrayList<>();
        for (Knob<M, ?> knob : figure.knobs(model)) {
            if (knob.stops(model) > 0) {
                boolean focused = cursor.isFocused(knob.name());
                Line line = line(knob, model, cursor);
                apart.add(focused ? line : indented(line));
                all.add(line);
                least.addAll(focused ? List.of(line) : List.of());
            }
        }
        List<Line> facts = new ArrayList<>();
        facts(figure, model, cursor).forEach((name, value) -> facts.add(Line.of(name + " " + value)));
        facts.forEach(fact -> apart.add(indented(fact)));
        all.addAll(facts);
        least.addAll(facts);
        int width = body.width() - 2;
        List<Line> lines = apart.stream()
                .flatMap(line -> Wrap.lines(line, width, body.glyphs()).stream())
                .toList();
        for (List<Line> shorter : List.of(all, least)) {
            lines = lines.size() <= body.height() ? lines : Wrap.lines(Line.join(shorter, "; "), width, body.glyphs());
        }
        FigurePage.put(body, 1, 0, lines, more -> "... more in a larger window");
    }

    private static Line indented(Line line) {
        return Line.join(List.of(Line.of(" "), line), " ");
    }

    /** Returns a knob with its value; the focused one has the marker. */
    static <M extends Record> Line line(Knob<M, ?> knob, M model, ViewState<M> cursor) {
        boolean hidden = cursor.hidesKnob(knob.name());
        String text = knob.name() + " " + (hidden ? ViewState.HIDDEN : knob.shown(model, Integer.MAX_VALUE));
        if (!cursor.isFocused(knob.name())) {
            return Line.of(text);
        }
        String component = knob.stops(model) > 1 ? " [" + (cursor.spot().part() + 1) + "]" : "";
        return Line.EMPTY.second(ViewState.MARKER + " " + text + component);
    }

    /** Returns the results as texts, by the names that the picture uses. */
    static <M extends Record> Map<String, String> facts(Figure<M> figure, M model, ViewState<M> cursor) {
        Map<String, String> facts = new LinkedHashMap<>();
        figure.pictureFacts(model).stream()
                .filter(fact -> !fact.onRequest())
                .forEach(fact -> facts.put(
                        fact.label(), cursor.hides(fact.name(), fact.visibility()) ? ViewState.HIDDEN : words(fact)));
        return facts;
    }

    private static String words(Fact fact) {
        return fact.value().accept(new FactVisitor(fact) {
            @Override
            public String real(double x) {
                return Decimal.drawn(x, fact.places(), FIELD) + unit;
            }

            @Override
            public String absent(String why) {
                return super.absent(Decimal.typeset(why));
            }

            @Override
            public String wholes(Value.Wholes wholes) {
                return listed(wholes.values().stream().map(String::valueOf).toList());
            }

            @Override
            public String reals(Value.Reals reals) {
                return components(reals.values(), fact.places()) + unit;
            }

            @Override
            public String rows(Value.Rows rows) {
                return TextFigure.rows(rows.rows(), fact.places());
            }
        });
    }

    private static String rows(List<Vector> rows, int places) {
        if (rows.size() > MOST_COMPONENTS) {
            return rows.size() + " rows";
        }
        return rows.stream().map(row -> components(row, places)).collect(Collectors.joining(" | "));
    }

    private static String components(Vector values, int places) {
        return listed(
                values.stream().mapToObj(x -> Decimal.drawn(x, places, FIELD)).toList());
    }

    private static String listed(List<String> components) {
        boolean more = components.size() > MOST_COMPONENTS;
        return components.stream().limit(MOST_COMPONENTS).collect(Collectors.joining(" ")) + (more ? " ..." : "");
    }
}
