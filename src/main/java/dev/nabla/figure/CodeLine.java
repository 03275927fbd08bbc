package dev.nabla.figure;

import dev.nabla.figure.Figure.Python;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of the Python program that computes what a figure shows.
 *
 * @param text the code, indented; empty for a comment alone
 * @param comment the result of the line with the present numbers; empty if there is none
 * @param hue the color of the quantity in the comment
 */
public record CodeLine(String text, String comment, Tone hue) {
    /** The line between two paragraphs. */
    private static final CodeLine BLANK = new CodeLine("", "", Tone.DIM);

    private static final int WIDTH = 78;
    private static final int INDENT = 4;
    private static final int MOST_TOLD = 4;
    private static final int DIGITS = 4;
    private static final TextVisitor TOLD = new TextVisitor(",", ";") {
        @Override
        public String real(double x) {
            return inComment(x);
        }

        @Override
        public String word(String text) {
            return Value.Word.shown(text);
        }

        @Override
        public String reals(Value.Reals reals) {
            return inComment(reals.values());
        }

        @Override
        public String rows(Value.Rows rows) {
            return rows.text();
        }
    };
    private static final Map<String, Tone> HUES = Map.of("#1", Tone.FIRST, "#2", Tone.SECOND, "#=", Tone.RESULT);
    private static final Pattern NAME = Pattern.compile("\\$([\\p{L}\\w]+)");
    private static final Pattern NAMED = Pattern.compile("\\$([\\p{L}\\w]+)(?:\\[[0-9,]+])?");
    private static final Pattern KEYWORD =
            Pattern.compile("\\b(?:import|from|class|def|return|for|in|if|else|break|assert|not|and)\\b");
    private static final Pattern DATA = Pattern.compile("[a-zA-Z_0-9, ]+ = [-\\[\\], .0-9e]+");

    /**
     * Returns the program of a figure with its placeholders filled in. In code {@code $name} becomes a literal. In a
     * comment it becomes a rounded value; {@code #1}, {@code #2}, {@code #=} or {@code #} before the comment selects
     * its color. A line with an absent value is left out.
     */
    public static <M extends Record> List<CodeLine> of(Figure<M> figure, M model) {
        Map<String, Value> values = new HashMap<>();
        figure.pictureFacts(model).forEach(fact -> values.put(fact.name(), fact.value()));
        for (Knob<M, ?> knob : figure.knobs()) {
            if (!knob.value(model).isAbsent()) {
                values.put(knob.name(), knob.value(model));
            }
        }
        return of(figure.python(model), values);
    }

    /**
     * Returns the program with its placeholders filled in.
     *
     * @param known the values of knobs and facts, by name
     */
    static List<CodeLine> of(Python python, Map<String, Value> known) {
        Map<String, Value> values = new HashMap<>(known);
        values.putAll(python.values());
        return python.text()
                .lines()
                .flatMap(line -> line.isBlank() ? Stream.of(BLANK) : lines(expanded(line, python.code()), values))
                .toList();
    }

    private static Stream<CodeLine> lines(String expanded, Map<String, Value> values) {
        return expanded.lines()
                .filter(line -> !line.isBlank()
                        && NAMED.matcher(line)
                                .results()
                                .noneMatch(named -> values.get(named.group(1)) instanceof Value.Absent))
                .map(line -> of(line, values));
    }

    /** Replaces names by their program parts, also within these parts. */
    private static String expanded(String text, Map<String, String> code) {
        return NAME.matcher(text).replaceAll(name -> {
            String part = code.get(name.group(1));
            return Matcher.quoteReplacement(part == null ? name.group() : expanded(part, code));
        });
    }

    private static CodeLine of(String line, Map<String, Value> values) {
        String[] parts = line.stripTrailing().split(" *(?=#[12=]? )", 2);
        String comment = parts.length == 1 ? "" : parts[1];
        return new CodeLine(
                filled(parts[0], values, Literal.FLOATS),
                filled(comment.substring(comment.indexOf(' ') + 1), values, TOLD),
                HUES.getOrDefault(comment.substring(0, Math.min(2, comment.length())), Tone.DIM));
    }

    private static String filled(String text, Map<String, Value> values, TextVisitor written) {
        return NAMED.matcher(text).replaceAll(named -> {
            Value root = values.get(named.group(1));
            if (root == null) {
                throw new IllegalArgumentException(named.group() + " is no knob, no fact and no name beside: " + text);
            }
            Value value = FactPath.parse(named.group().substring(1)).of(root);
            return Matcher.quoteReplacement(value.accept(written));
        });
    }

    /** Writes Python literals. A number has a decimal point, except a whole number in a table. */
    private static final class Literal extends TextVisitor {
        static final Literal FLOATS = new Literal(true);
        private static final Literal IN_TABLE = new Literal(false);

        private final boolean pointed;

        private Literal(boolean pointed) {
            super(", ", ", ");
            this.pointed = pointed;
        }

        @Override
        public String real(double x) {
            if (!Double.isFinite(x)) {
                return "float(\"" + Decimal.shortest(x) + "\")";
            }
            return pointed ? Decimal.real(x) : Decimal.shortest(x);
        }

        @Override
        public String word(String text) {
            return Value.Word.shown(text);
        }

        @Override
        public String reals(Value.Reals reals) {
            return "[" + list(reals) + "]";
        }

        @Override
        public String rows(Value.Rows rows) {
            return "[" + IN_TABLE.list(rows) + "]";
        }
    }

    /** Returns a number as a comment shows it, with 4 significant digits. */
    private static String inComment(double x) {
        return Decimal.significant(x, DIGITS);
    }

    /** Returns numbers as a comment shows them: the first 4, with at most 3 decimals each. */
    private static String inComment(Vector v) {
        String first = v.stream()
                .limit(MOST_TOLD)
                .mapToObj(x -> Decimal.fixed(x, 3).replaceFirst("\\.?0+$", ""))
                .collect(Collectors.joining(" "));
        return v.size() > MOST_TOLD ? first + " ..." : first;
    }

    boolean isImport() {
        return text.startsWith("import ");
    }

    /** Returns whether the line only assigns numbers, which the figure shows anyway. */
    boolean isData() {
        return DATA.matcher(text).matches();
    }

    CodeLine withoutComment() {
        return new CodeLine(text, "", hue);
    }

    /** Returns the program as text that Python runs. */
    public static String program(List<CodeLine> code) {
        return set(code, WIDTH).stream().map(line -> line.plain() + "\n").collect(Collectors.joining());
    }

    /**
     * Returns the paragraph of a program that has the result in a comment, the last such one; the whole program if it
     * has a single paragraph.
     */
    static List<CodeLine> mainParagraph(List<CodeLine> code) {
        int result = code.size() - 1;
        while (result > 0 && code.get(result).hue != Tone.RESULT) {
            result--;
        }
        int end = code.subList(result, code.size()).indexOf(BLANK);
        return code.subList(code.subList(0, result).lastIndexOf(BLANK) + 1, end < 0 ? code.size() : result + end);
    }

    /**
     * Lays out the program in lines of {@code width} cells. Lines break only within brackets. In each paragraph the
     * comments are aligned in one column, or stand below their line if there is no room.
     */
    static List<Line> set(List<CodeLine> code, int width) {
        int end = code.indexOf(BLANK);
        if (end < 0) {
            return aligned(code, width);
        }
        List<Line> lines = new ArrayList<>(aligned(code.subList(0, end), width));
        lines.add(Line.EMPTY);
        lines.addAll(set(code.subList(end + 1, code.size()), width));
        return lines;
    }

    private static List<Line> aligned(List<CodeLine> code, int width) {
        List<CodeLine> pieces =
                code.stream().flatMap(line -> line.pieces(width).stream()).toList();
        int column = pieces.stream()
                .filter(line -> !line.comment.isEmpty() && line.fits(width))
                .mapToInt(line -> line.text.length())
                .max()
                .orElse(0);
        List<Line> lines = new ArrayList<>();
        for (CodeLine line : pieces) {
            int at = Math.max(line.text.length() + 2, Math.min(column + 2, width - 2 - line.comment.length()));
            if (line.comment.isEmpty() || line.fits(width)) {
                lines.add(line.commented(line.colored(), at));
            } else {
                lines.add(line.colored());
                lines.add(line.commented(Line.EMPTY, line.indent()));
            }
        }
        return lines;
    }

    private boolean fits(int width) {
        return text.isEmpty() || text.length() + 4 + comment.length() <= width;
    }

    private int indent() {
        return text.length() - text.stripLeading().length();
    }

    private Line commented(Line code, int at) {
        String gap = text.isEmpty() ? "" : " ".repeat(at - code.plain().length());
        return comment.isEmpty()
                ? code
                : code.span(gap + "# ", Tone.GRID, Weight.PLAIN).span(comment, hue, Weight.PLAIN);
    }

    private Line colored() {
        Line line = Line.EMPTY;
        int at = 0;
        for (Matcher keyword = KEYWORD.matcher(text); keyword.find(); at = keyword.end()) {
            line = line.text(text.substring(at, keyword.start())).dim(keyword.group());
        }
        return line.text(text.substring(at));
    }

    private List<CodeLine> pieces(int width) {
        List<CodeLine> pieces = new ArrayList<>();
        int indent = indent();
        String rest = text;
        int depth = 0;
        while (rest.length() > width) {
            int cut = 0;
            int open = depth;
            for (int i = indent + (pieces.isEmpty() ? 0 : INDENT); i <= width; i++) {
                open += "([".indexOf(rest.charAt(i)) >= 0 ? 1 : ")]".indexOf(rest.charAt(i)) >= 0 ? -1 : 0;
                if (rest.charAt(i) == ' ' && open > 0) {
                    cut = i;
                    depth = open;
                }
            }
            if (cut == 0) {
                break;
            }
            pieces.add(new CodeLine(rest.substring(0, cut), "", hue));
            rest = " ".repeat(indent + INDENT) + rest.substring(cut + 1);
        }
        pieces.add(new CodeLine(rest, comment, hue));
        return pieces;
    }
}
