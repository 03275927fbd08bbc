package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a figure as text, its knobs and results as lines, for small screens and screen readers. */
final class TextFigure {
    private static final int FIELD = 9;
    private static final int MOST_COMPONENTS = 8;

    /** Numbers below it are read with at least two digits. */
    private static final double SMALL = 0.01;

    private static final double TINY = 1e-7;

    private TextFigure() {}

    /**
     * Draws the knobs, then the results, one per line. If they do not fit, the knobs are joined in running lines, then
     * the results too, then both. If these do not fit either, only the focused knob and the results are shown, and the
     * last line says that there is more.
     */
    static <M extends Record> void draw(Figure<M> figure, M model, ViewState<M> cursor, Canvas body) {
        List<Line> apart = new ArrayList<>();
        List<Line> knobs = new ArrayList<>();
        List<Line> least = new ArrayList<>();
        for (Knob<M, ?> knob : figure.knobs(model)) {
            if (isShown(knob, model)) {
                boolean focused = cursor.isFocused(knob.name());
                Line line = line(knob, model, cursor);
                apart.add(focused ? line : indented(line));
                knobs.add(line);
                least.addAll(focused ? List.of(line) : List.of());
            }
        }
        List<Line> facts = new ArrayList<>();
        facts(figure, model, cursor, TextFigure::drawn)
                .forEach((subject, value) -> facts.add(Line.of(subject + " " + ended(value))));
        List<Line> told = facts.stream().map(TextFigure::indented).toList();
        apart.addAll(told);
        least.addAll(facts);
        Line settings = Line.join(knobs, " ");
        Line results = Line.join(facts, " ");
        List<Line> lines = wrapped(apart, body);
        for (List<Line> shorter : List.of(
                Stream.concat(Stream.of(settings), told.stream()).toList(),
                List.of(settings, results),
                List.of(Line.join(List.of(settings, results), " ")),
                List.of(Line.join(least, " ")))) {
            lines = lines.size() <= body.height() ? lines : wrapped(shorter, body);
        }
        FigurePage.put(body, 1, 0, lines, more -> "... more in a larger window");
    }

    private static List<Line> wrapped(List<Line> lines, Canvas body) {
        return lines.stream()
                .flatMap(line -> Wrap.lines(line, body.width() - 2, body.glyphs()).stream())
                .toList();
    }

    private static Line indented(Line line) {
        return Line.join(List.of(Line.of(" "), line), " ");
    }

    /** Returns a sentence with a knob's value; the focused one has the marker. */
    static <M extends Record> Line line(Knob<M, ?> knob, M model, ViewState<M> cursor) {
        String text = withoutStop(knob, model, cursor);
        if (!cursor.isFocused(knob.name())) {
            return Line.of(text + ".");
        }
        return Line.EMPTY.second(ViewState.MARKER + " " + text + component(knob, model, cursor) + ".");
    }

    private static <M extends Record> String withoutStop(Knob<M, ?> knob, M model, ViewState<M> cursor) {
        boolean hidden = cursor.hidesKnob(knob.name());
        String value = knob.shown(model, Integer.MAX_VALUE);
        return subject(knob.info().explained(), knob.value(model)) + " "
                + (hidden ? ViewState.HIDDEN : several(knob.value(model)) ? spaced(value) : value);
    }

    /** Returns a sentence with the value of each knob that the keys can change and no guess hides, without a marker. */
    static <M extends Record> List<String> knobs(Figure<M> figure, M model, ViewState<M> cursor) {
        List<String> sentences = new ArrayList<>();
        for (Knob<M, ?> knob : figure.knobs(model)) {
            if (isShown(knob, model) && !cursor.hidesKnob(knob.name())) {
                sentences.add(withoutStop(knob, model, cursor) + ".");
            }
        }
        return sentences;
    }

    private static <M extends Record> boolean isShown(Knob<M, ?> knob, M model) {
        return knob.stops(model) > 0 && !knob.value(model).isAbsent();
    }

    /** Returns the focused knob with its value, for a line above other text. */
    static <M extends Record> Line focusedKnob(Figure<M> figure, M model, ViewState<M> cursor) {
        Knob<M, ?> knob = Knob.named(cursor.spot().knob(), figure);
        boolean hidden = cursor.hidesKnob(knob.name());
        String value = hidden ? ViewState.HIDDEN : knob.shown(model, Integer.MAX_VALUE);
        return Line.EMPTY.second(ViewState.MARKER + " " + knob.name() + " " + value + component(knob, model, cursor));
    }

    private static <M extends Record> String component(Knob<M, ?> knob, M model, ViewState<M> cursor) {
        return knob.stops(model) > 1 ? " [" + (cursor.spot().part() + 1) + "]" : "";
    }

    private static String spaced(String numbers) {
        return numbers.replace(",", ", ").replace(";", "; ");
    }

    private static boolean several(Value value) {
        return value instanceof Value.Reals || value instanceof Value.Wholes || value instanceof Value.Rows;
    }

    /** Returns how a sentence about a value begins: {@code entropy is}, or for several numbers {@code p:}. */
    static String subject(String name, Value value) {
        return name + (several(value) ? ":" : value.isAbsent() ? " has no value:" : " is");
    }

    /** Returns the end of a sentence with its full stop; a list that was cut ends with its three dots. */
    static String ended(String value) {
        return value.endsWith("...") ? value : value + ".";
    }

    /**
     * Returns the results as texts, by the beginnings of the sentences about them. Leaves out what repeats a knob, what
     * is absent without a warning, and what the picture does not show yet.
     */
    static <M extends Record> Map<String, String> facts(Figure<M> figure, M model, ViewState<M> cursor) {
        return facts(figure, model, cursor, TextFigure::told);
    }

    /** Does the same with numbers as written by {@code number}: {@link #drawn} or {@link #told}. */
    private static <M extends Record> Map<String, String> facts(
            Figure<M> figure, M model, ViewState<M> cursor, BiFunction<Double, Fact, String> number) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Fact fact : figure.pictureFacts(model)) {
            boolean quiet = fact.value().isAbsent() && fact.calm();
            boolean shown = figure.shows(model, fact.name());
            if (!shown || fact.onRequest() || quiet || repeatsKnob(fact, figure, model)) {
                continue;
            }
            boolean hidden = cursor.hides(fact.name(), fact.visibility());
            if (fact.words().size() > 1 && fact.value() instanceof Value.Reals each) {
                for (int i = 0; i < each.values().size(); i++) {
                    Fact part = fact.part(
                            fact.name(),
                            fact.words().get(i),
                            new Value.Real(each.values().get(i)));
                    facts.put(subject(part.symbol(), part.value()), hidden ? ViewState.HIDDEN : words(part, number));
                }
            } else {
                facts.put(
                        subject(fact.inWords(List.of()), fact.value()),
                        hidden ? ViewState.HIDDEN : words(fact, number));
            }
        }
        return facts;
    }

    private static <M extends Record> boolean repeatsKnob(Fact fact, Figure<M> figure, M model) {
        for (Knob<M, ?> knob : figure.knobs(model)) {
            if (knob.name().equals(fact.name()) && knob.value(model).equals(fact.value())) {
                return true;
            }
        }
        return false;
    }

    private static String words(Fact fact, BiFunction<Double, Fact, String> number) {
        return fact.value().accept(new FactVisitor(fact) {
            @Override
            public String real(double x) {
                return Decimal.inThousands(number.apply(x, fact)) + unit;
            }

            @Override
            public String whole(long n) {
                return Decimal.grouped(n) + unit;
            }

            @Override
            public String absent(String why) {
                return Decimal.typeset(why);
            }

            @Override
            public String wholes(Value.Wholes wholes) {
                return listed(wholes.values().stream().map(String::valueOf).toList());
            }

            @Override
            public String reals(Value.Reals reals) {
                return components(reals.values(), x -> number.apply(x, fact)) + unit;
            }

            @Override
            public String rows(Value.Rows rows) {
                return TextFigure.rows(rows.rows(), x -> number.apply(x, fact));
            }
        });
    }

    private static String drawn(double x, Fact fact) {
        return Decimal.drawn(x, fact.places(), FIELD);
    }

    /**
     * Returns a number for a sentence without a drawing. One below {@link #SMALL} has two digits at least, unless it
     * may be a rounding error: 0.0000021 with four decimals. It has a power of ten only below {@link #TINY}.
     */
    private static String told(double x, Fact fact) {
        double size = Math.abs(x);
        String plain = drawn(x, fact);
        if (!(size < SMALL && size > fact.rounding())) { // also of what is no number
            return plain;
        }
        String digits = Decimal.significant(x, 2);
        if (size < TINY) {
            return Decimal.typeset(digits);
        }
        String full = Decimal.typeset(new BigDecimal(digits).toPlainString());
        return full.length() > plain.length() ? full : plain;
    }

    private static String rows(List<Vector> rows, DoubleFunction<String> number) {
        if (rows.size() > MOST_COMPONENTS) {
            return rows.size() + " rows";
        }
        return rows.stream().map(row -> components(row, number)).collect(Collectors.joining("; "));
    }

    private static String components(Vector values, DoubleFunction<String> number) {
        return listed(values.stream().mapToObj(number).toList());
    }

    private static String listed(List<String> components) {
        boolean more = components.size() > MOST_COMPONENTS;
        return components.stream().limit(MOST_COMPONENTS).collect(Collectors.joining(", ")) + (more ? " ..." : "");
    }
}
