package dev.nabla.output;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactVisitor;
import dev.nabla.figure.TextVisitor;
import dev.nabla.figure.Value;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Formats an answer for a reader: one line per result, with names and numbers aligned. Long lists are shortened in the
 * middle.
 */
public final class TextAnswers {
    /** The default number of significant digits. */
    public static final int DIGITS = 6;

    private static final int MOST_WHOLES = 30;
    /**
     * The number of entries or rows up to which all are shown. Of more, only the first {@link #FIRST} and the last
     * {@link #LAST} are shown.
     */
    private static final int LONGEST = 16;

    private static final int FIRST = 8;
    private static final int LAST = 2;
    private static final String GAP = "  ";
    private static final String ELIDED = "...";

    private final int digits;

    private TextAnswers(int digits) {
        this.digits = digits;
    }

    /**
     * Formats facts. Of several facts with the same symbol, which mean the same, only the first is shown.
     *
     * @param digits number of significant digits
     */
    public static String facts(List<Fact> all, int digits) {
        Set<String> symbols = new HashSet<>();
        List<Fact> facts =
                all.stream().filter(fact -> symbols.add(fact.symbol())).toList();
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        TextAnswers readable = new TextAnswers(digits);
        return facts.stream()
                .map(fact -> pad(fact.name(), width) + GAP
                        + fact.value().accept(readable.new ReadableText(fact, width + GAP.length())) + "\n")
                .collect(Collectors.joining());
    }

    /** Formats one value as it would be typed: commas between numbers, semicolons between rows. */
    public static String value(Fact fact, int digits) {
        TextAnswers readable = new TextAnswers(digits);
        return fact.value().accept(new TextVisitor(",", ";") {
            @Override
            public String real(double x) {
                return readable.number(x);
            }
        });
    }

    /** Formats the value of a fact that follows its name. Further lines are indented. */
    private final class ReadableText extends FactVisitor {
        private final int indent;

        ReadableText(Fact fact, int indent) {
            super(fact);
            this.indent = indent;
        }

        @Override
        public String real(double x) {
            return number(x) + unit + doubt();
        }

        @Override
        public String wholes(Value.Wholes wholes) {
            return TextAnswers.wholes(wholes.values());
        }

        @Override
        public String reals(Value.Reals reals) {
            return row(reals.values()) + unit + doubt();
        }

        @Override
        public String rows(Value.Rows rows) {
            return String.join("\n" + " ".repeat(indent), table(rows.rows(), fact.onRequest()));
        }

        private String doubt() {
            return fact.doubt().isEmpty() ? "" : "  (" + fact.doubt() + ")";
        }
    }

    /** Returns the first {@link #MOST_WHOLES} numbers, and how many more there are. */
    private static String wholes(List<Integer> all) {
        String shown = all.stream().limit(MOST_WHOLES).map(String::valueOf).collect(Collectors.joining(" "));
        int more = all.size() - MOST_WHOLES;
        return all.isEmpty() ? "none" : more > 0 ? shown + " and " + more + " more; --json prints all" : shown;
    }

    private String number(double x) {
        return Double.isFinite(x) ? Decimal.significant(x, digits) : Decimal.shortest(x);
    }

    private String row(Vector v) {
        List<String> numbers = numbers(v);
        int width = numbers.stream().mapToInt(String::length).max().orElse(0);
        String row = numbers.stream().map(number -> pad(number, width)).collect(Collectors.joining(GAP));
        return row.stripTrailing() + count(v.size(), "numbers");
    }

    /**
     * Returns the lines of a table with aligned decimal points. Shows all rows if {@code allRows}, else shortens the
     * table.
     */
    private List<String> table(List<Vector> all, boolean allRows) {
        List<List<String>> rows =
                (allRows ? all : some(all)).stream().map(this::numbers).toList();
        List<String> lines = new ArrayList<>(Collections.nCopies(rows.size(), ""));
        for (int j = 0; j < rows.get(0).size(); j++) {
            int column = j;
            List<String> aligned =
                    aligned(rows.stream().map(row -> row.get(column)).toList());
            for (int i = 0; i < rows.size(); i++) {
                lines.set(i, lines.get(i) + (j == 0 ? "" : GAP) + aligned.get(i));
            }
        }
        lines.replaceAll(String::stripTrailing);
        if (!allRows && all.size() > LONGEST) {
            lines.add(FIRST, ELIDED);
            lines.add(count(all.size(), "rows").strip());
        }
        lines.add(0, lines.remove(0) + count(all.get(0).size(), "columns"));
        return lines;
    }

    /** Returns the numbers of a column, padded to one width and with aligned decimal points. */
    private static List<String> aligned(List<String> numbers) {
        int before = numbers.stream().mapToInt(TextAnswers::point).max().orElse(0);
        int after = numbers.stream()
                .mapToInt(number -> number.length() - point(number))
                .max()
                .orElse(0);
        return numbers.stream()
                .map(number -> " ".repeat(before - point(number)) + pad(number, after + point(number)))
                .toList();
    }

    /** Returns the position of the decimal point, from 0; the length if there is none. */
    private static int point(String number) {
        int point = number.indexOf('.');
        return point < 0 ? number.length() : point;
    }

    private List<String> numbers(Vector v) {
        List<String> numbers = new ArrayList<>();
        some(v.stream().boxed().toList()).forEach(x -> numbers.add(number(x)));
        if (v.size() > LONGEST) {
            numbers.add(FIRST, ELIDED);
        }
        return numbers;
    }

    private static <T> List<T> some(List<T> all) {
        List<T> some = new ArrayList<>(all);
        if (all.size() > LONGEST) {
            some.subList(FIRST, all.size() - LAST).clear();
        }
        return some;
    }

    private static String count(int n, String what) {
        return n > LONGEST ? GAP + "(" + n + " " + what + ")" : "";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
