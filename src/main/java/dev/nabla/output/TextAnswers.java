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

/** An answer for a reader: a line a result, names and numbers aligned, the middle of what is long left out. */
public final class TextAnswers {
    /** Significant digits where nobody says otherwise. */
    public static final int DIGITS = 6;

    private static final int MOST_WHOLES = 30;
    /** Entries of a row, or rows, that are shown in full; of more the {@link #FIRST} and the {@link #LAST}. */
    private static final int LONGEST = 16;

    private static final int FIRST = 8;
    private static final int LAST = 2;
    private static final String GAP = "  ";
    private static final String ELIDED = "...";

    private final int digits;

    private TextAnswers(int digits) {
        this.digits = digits;
    }

    /** Facts, with so many significant digits; of two with one symbol, which are one thing, the first. */
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

    /** One value alone, numbers between commas and rows between semicolons, as it would be typed. */
    public static String value(Fact fact, int digits) {
        TextAnswers readable = new TextAnswers(digits);
        return fact.value().accept(new TextVisitor(",", ";") {
            @Override
            public String real(double x) {
                return readable.number(x);
            }
        });
    }

    /** A fact behind its name; further lines are indented. */
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

    /** The first of them; thousands of draws are for a script. */
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

    /** Rows with the decimal points of a column below each other; all rows if they were asked for. */
    private List<String> table(List<Vector> all, boolean whole) {
        List<List<String>> rows =
                (whole ? all : some(all)).stream().map(this::numbers).toList();
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
        if (!whole && all.size() > LONGEST) {
            lines.add(FIRST, ELIDED);
            lines.add(count(all.size(), "rows").strip());
        }
        lines.add(0, lines.remove(0) + count(all.get(0).size(), "columns"));
        return lines;
    }

    /** The numbers of a column, their points below each other and all as wide. */
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

    /** Where a number's fraction begins. */
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
