package dev.nabla.view;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Value;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An answer for a reader: a line a result, names and numbers aligned. */
public final class Readable {
    private static final int DIGITS = 6;
    private static final int MOST_WHOLES = 30;

    private Readable() {}

    /** The wanted facts of a model; numbers with six significant digits. */
    public static <M extends Record> String facts(Figure<M> figure, M model, Predicate<Fact> wanted) {
        List<Fact> facts = figure.facts(model).stream().filter(wanted).toList();
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        return facts.stream()
                .map(fact -> pad(fact.name(), width) + "  " + text(fact, width + 2) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Fact fact, int indent) {
        String unit = fact.unit().isEmpty() ? "" : " " + fact.unit();
        Value value = fact.value();
        if (value instanceof Value.Real real) {
            return Decimal.significant(real.value(), DIGITS) + unit;
        }
        if (value instanceof Value.Whole whole) {
            return whole.value() + unit;
        }
        if (value instanceof Value.Word word) {
            return word.word();
        }
        if (value instanceof Value.Wholes wholes) {
            return wholes(wholes.values());
        }
        if (value instanceof Value.Words words) {
            return String.join(", ", words.words());
        }
        if (value instanceof Value.Reals reals) {
            return row(reals.values()) + unit;
        }
        if (value instanceof Value.Rows rows) {
            return rows.rows().stream().map(Readable::row).collect(Collectors.joining("\n" + " ".repeat(indent)));
        }
        return "none: " + ((Value.Absent) value).why();
    }

    /** The first of them; thousands of draws are for a script. */
    private static String wholes(List<Integer> all) {
        String shown = all.stream().limit(MOST_WHOLES).map(String::valueOf).collect(Collectors.joining(" "));
        int more = all.size() - MOST_WHOLES;
        return all.isEmpty() ? "none" : more > 0 ? shown + " and " + more + " more; --json prints all" : shown;
    }

    private static String row(Vector v) {
        List<String> numbers =
                v.stream().mapToObj(x -> Decimal.significant(x, DIGITS)).toList();
        int width = numbers.stream().mapToInt(String::length).max().orElse(0);
        return numbers.stream()
                .map(number -> pad(number, width))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
