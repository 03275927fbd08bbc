package dev.nabla.math.expression;

import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Suggestions for numbers, lists and functions written as on paper, in other languages or in other programs.
 * {@code 50%} is 50/100, {@code 2,5} is 2.5, {@code 1 2 3} is 1,2,3 and {@code sin x} is sin(x).
 *
 * <p>The input is never reinterpreted: a suggestion only says what to type instead, and only if that can be read.
 */
public final class InputSuggestion {
    private static final int LONGEST = 60;
    private static final List<String> CODES = List.of("bad_number", "bad_expression", "bad_json", "empty");

    /** Matches a function name; a longer name comes before its own prefix. */
    private static final String NAMES = Expression.functions().stream()
            .sorted(Comparator.reverseOrder())
            .collect(Collectors.joining("|", "\\b(", ")"));

    /** Rules for what can be meant in more than one way; {@link PaperNotation} rewrites the rest before. */
    private static final List<RewriteRule> SPELLINGS = List.of(
            new RewriteRule("∞", "inf"),
            new RewriteRule("[،、]", ","),
            new RewriteRule("[\"'`“”„‘’‚«»]", ""),
            new RewriteRule("^\\s*(?:\\w+(?:\\(\\w*\\))?\\s*=|=|≈)\\s*", ""),
            new RewriteRule("\\|([^|,;]+)\\|", "abs($1)"),
            new RewriteRule(NAMES + "\\^([0-9]+) ?\\(([^()]*)\\)", "$1($3)^$2"),
            new RewriteRule(NAMES + " *([0-9.]+|pi|[xy])(?![\\w(.])", "$1($2)"),
            new RewriteRule("(?<=[0-9]) ?pi\\b", "*pi"),
            new RewriteRule("(?<=[0-9]) ?%", "/100"),
            new RewriteRule("^[,; ]+|[.,; ]+$", ""));

    /** Rewrites rows in brackets with semicolons and commas. */
    private static final List<RewriteRule> ROWS = List.of(
            new RewriteRule("[]}] *[,;]? *[\\[{]", ";"),
            new RewriteRule("[\\[\\]{}]", ""),
            new RewriteRule(" *([,;]) *| *[|] *", "$1"));

    private static final Pattern LINE_END = Pattern.compile("\\r?\\n|\\\\n");
    private static final String WITH_COMMA = "[-+]?[0-9]+,[0-9]+";
    private static final String THOUSANDS = "[-+]?[1-9][0-9]{0,2}(?:[, ][0-9]{3})+(?:[.]0*)?";
    private static final String UNIT = "(.*[0-9.)]) ?(?![eExXyY]$)[\\p{L}°$€]+$";

    private InputSuggestion() {}

    /**
     * Returns the value that {@code reader} reads from a text.
     *
     * @param name name of the input, for the error message
     * @throws BadInput if it cannot be read, with a suggestion if there is one
     */
    public static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (BadInput bad) {
            throw offered(bad, text, reader::apply).forInput(name);
        }
    }

    /**
     * Returns the error with a suggestion added if there is one, otherwise unchanged.
     *
     * @param bad the error about the text
     * @param reader throws {@link BadInput} for a text that cannot be read
     */
    public static BadInput offered(BadInput bad, String text, Consumer<String> reader) {
        Problem problem = bad.problem();
        boolean hasRemedy = !CODES.contains(problem.code()) || problem.remedy() instanceof Problem.Type;
        if (hasRemedy || text.length() > LONGEST) {
            return bad;
        }
        boolean hole = problem.code().equals("empty") && !text.isBlank();
        String finding = hole ? Numerals.quoted(text) + " has an empty place" : problem.finding();
        return candidates(text, problem.remedy() instanceof Problem.WholeNumber)
                .filter(instead -> !instead.equals(text) && isRead(instead, reader))
                .findFirst()
                .map(instead -> new BadInput(problem.withFinding(finding, new Problem.Type(instead))))
                .orElse(bad);
    }

    private static boolean isRead(String text, Consumer<String> reader) {
        try {
            reader.accept(text);
            return true;
        } catch (BadInput bad) {
            return bad.kind() == BadInput.ErrorKind.MATHS;
        }
    }

    private static Stream<String> candidates(String text, boolean wholeNumber) {
        String lines = LINE_END.matcher(text.strip()).replaceAll(";");
        String base = RewriteRule.rewritten(PaperNotation.plain(lines), SPELLINGS);
        boolean tuple = base.matches("[(][^a-df-z]*[)]");
        String rows = RewriteRule.rewritten(tuple ? base.replace('(', '[').replace(')', ']') : base, ROWS);
        boolean points = rows.matches(WITH_COMMA + "(?:[; ]" + WITH_COMMA + ")+");
        String row = rows.replace(' ', ',');
        return Stream.of(
                base,
                wholeNumber ? whole(base) : base,
                base.replaceAll("[\\[{]", "(").replaceAll("[]}]", ")"),
                rows,
                points ? rows.replace(',', '.').replaceAll("[; ]", ",") : rows,
                row,
                row.contains(",") ? row : row.replace(';', ','),
                // Digits between commas may be thousands.
                base.matches(THOUSANDS) ? base : base.replaceAll("(?<=[0-9]),(?=[0-9])", "."),
                base.replaceFirst(UNIT, "$1"));
    }

    /**
     * Returns the digits of a whole number written as a decimal, with a power of ten or with thousands separators.
     * Returns other text unchanged.
     */
    private static String whole(String text) {
        try {
            String digits = text.matches(THOUSANDS) ? text.replaceAll("[, ]", "") : text;
            return String.valueOf(new BigDecimal(digits).longValueExact());
        } catch (ArithmeticException | NumberFormatException fraction) {
            return text;
        }
    }
}
