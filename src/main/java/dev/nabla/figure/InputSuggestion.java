package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to type numbers, lists and functions that are written as on paper, in other languages or in other programs: {@code
 * 50%} is 0.5, {@code 2,5} is 2.5, {@code 1 2 3} is 1,2,3 and {@code sin x} is sin(x).
 *
 * <p>Nothing is read otherwise because of it: it only says what to type instead, and only what can be read.
 */
public final class InputSuggestion {
    private static final int LONGEST = 200;
    private static final int LONGEST_SHOWN = 60;
    private static final List<String> CODES = List.of("bad_number", "bad_expression", "bad_json", "empty");

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("[−–—‒]", "-"),
            Map.entry("[·×∙⋅]", "*"),
            Map.entry("÷", "/"),
            Map.entry("[πΠ]", "pi"),
            Map.entry("∞", "inf"),
            Map.entry("[,،、]", ","),
            Map.entry("[\\u00a0\\u2007\\u2009\\u202f\\t]", " "),
            Map.entry("\\r?\\n|\\\\n", ";"));

    private static final Pattern POWER = Pattern.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    /** Not behind a digit: 2½ is a sum. */
    private static final Pattern FRACTION = Pattern.compile("(?<![0-9])[¼-¾⅐-⅞]");

    private static final Pattern FULL_WIDTH = Pattern.compile("[\uff01-\uff5e]+");

    private static final String NAMES = "(sqrt|exp|log|ln|sin|cos|tanh?|sigmoid|relu|abs)";
    private static final String DECIMAL = "[-+]?[0-9]*[.]?[0-9]+(?:[eE][-+]?[0-9]+)?";
    private static final Pattern QUOTES = Pattern.compile("[\"'`“”„‘’‚«»]");
    private static final Pattern LEFT_SIDE =
            Pattern.compile("^\\s*(?:\\w+(?:\\(\\w*\\))?\\s*=|=|~|≈|ca\\.|about )\\s*");
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:[.,][0-9]+)?) ?%");
    private static final Pattern HEX = Pattern.compile("\\b0[xX]([0-9a-fA-F]{1,7})\\b");
    private static final Pattern UNIT = Pattern.compile("(.*[0-9.)]) ?(?![eExXyY]$)[\\p{L}°$€]+");
    private static final Pattern WITH_COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9][0-9]{0,2}(?:[,' ][0-9]{3})+(?:[.]0*)?");

    private InputSuggestion() {}

    /**
     * The complaint with what to type instead, if that can be told; otherwise as it is.
     *
     * @param bad about the text
     * @param reader throws {@link BadInput} for what cannot be read
     */
    public static BadInput offered(BadInput bad, String text, Consumer<String> reader) {
        Problem problem = bad.problem();
        if (!CODES.contains(problem.code()) || problem.remedy() instanceof Problem.Type) {
            return bad;
        }
        boolean hole = problem.code().equals("empty") && !text.isBlank();
        String finding = hole ? "'" + shortened(text) + "' has an empty place" : problem.finding();
        return of(text, problem.remedy() instanceof Problem.Whole, reader)
                .map(instead -> new BadInput(problem.saying(finding, new Problem.Type(instead))))
                .orElse(bad);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static Optional<String> of(String text, boolean whole, Consumer<String> reader) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String keyed = keyed(text.strip());
        String bare = LEFT_SIDE
                .matcher(QUOTES.matcher(keyed).replaceAll(""))
                .replaceFirst("")
                .strip();
        List<String> bases = List.of(keyed, bare, spelt(bare));
        Set<String> tried = new LinkedHashSet<>(bases);
        for (String base : bases) {
            tried.add(base.replaceAll("^[,; ]+|[.,; ]+$", ""));
            if (whole) {
                tried.add(whole(base));
            }
            tried.addAll(lists(base));
            tried.add(pointed(base));
            tried.add(base.replaceAll("[\\[{]", "(").replaceAll("[]}]", ")"));
            tried.add(UNIT.matcher(base).replaceFirst("$1"));
        }
        tried.remove(text);
        return tried.stream()
                .filter(instead -> instead.length() <= LONGEST_SHOWN && isRead(instead, reader))
                .findFirst();
    }

    private static boolean isRead(String text, Consumer<String> reader) {
        try {
            reader.accept(text);
            return true;
        } catch (BadInput bad) {
            return bad.kind() == BadInput.Kind.MATHS;
        }
    }

    /** With the characters of a keyboard. */
    private static String keyed(String text) {
        String keyed = FULL_WIDTH.matcher(text).replaceAll(wide -> Matcher.quoteReplacement(ascii(wide)));
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            keyed = keyed.replaceAll(key.getKey(), key.getValue());
        }
        keyed = POWER.matcher(keyed).replaceAll(power -> "^" + ascii(power));
        // A quotient that is not the first stands in parentheses.
        return FRACTION.matcher(keyed)
                .replaceAll(quotient -> quotient.start() == 0 ? ascii(quotient) : "(" + ascii(quotient) + ")");
    }

    private static String ascii(MatchResult found) {
        return Normalizer.normalize(found.group(), Normalizer.Form.NFKC).replace('\u2044', '/');
    }

    /** With the names and operators that formulas have here. */
    private static String spelt(String text) {
        String spelt = text.replace("**", "^")
                .replaceAll("(?i)\\b(?:math|np|numpy)\\.", "")
                .replaceAll("(?<=[0-9])_(?=[0-9])", "")
                .replaceAll("√ ?([0-9.]+|[a-z]+)", "sqrt($1)")
                .replace("√", "sqrt")
                .replaceAll("\\|([^|,;]+)\\|", "abs($1)")
                .replaceAll("\\b" + NAMES + "\\^([0-9]+) ?\\(([^()]*)\\)", "$1($3)^$2")
                .replaceAll("\\b" + NAMES + " *([0-9.]+|pi|[xy])(?![\\w(.])", "$1($2)")
                .replaceAll("(?<=[0-9]) ?pi\\b", "*pi");
        spelt = HEX.matcher(spelt).replaceAll(hex -> String.valueOf(Integer.parseInt(hex.group(1), 16)));
        return PERCENT.matcher(spelt)
                .replaceAll(percent -> new BigDecimal(percent.group(1).replace(',', '.'))
                        .movePointLeft(2)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /** With points for decimal commas, unless what stands between them may be thousands. */
    private static String pointed(String text) {
        return THOUSANDS.matcher(text).matches() ? text : text.replaceAll("(?<=[0-9]),(?=[0-9])", ".");
    }

    /** A whole number that is written as a decimal, with a power of ten or with its thousands apart. */
    private static String whole(String text) {
        String digits = THOUSANDS.matcher(text).matches() ? text.replaceAll("[,' ]|[.]0*$", "") : text;
        try {
            return digits.matches(DECIMAL + "[.]?") ? String.valueOf(new BigDecimal(digits).longValueExact()) : text;
        } catch (ArithmeticException | NumberFormatException fraction) {
            return text;
        }
    }

    /** Numbers in brackets, between blanks or with decimal commas, as rows and columns are written here. */
    private static List<String> lists(String text) {
        boolean brackets = text.matches("[\\[{].*|[(].*[)]");
        String bare = brackets ? opened(text) : text;
        List<String> rows = Stream.of(bare.replaceAll("^[;| ]+|[;| ]+$", "").split("[;|]", -1))
                .map(row -> row.strip().replaceAll(" *, *", ","))
                .toList();
        if (rows.contains("")) {
            return List.of();
        }
        List<String> lists = new ArrayList<>();
        lists.add(rows.stream().map(InputSuggestion::row).collect(Collectors.joining(";")));
        if (rows.size() > 1 && !lists.get(0).contains(",")) {
            lists.add(lists.get(0).replace(';', ','));
        }
        if (rows.size() > 1
                && bare.equals(text)
                && rows.stream().allMatch(row -> WITH_COMMA.matcher(row).matches())) {
            lists.add(rows.stream().map(row -> row.replace(',', '.')).collect(Collectors.joining(",")));
        }
        return lists;
    }

    /** Without the brackets round it and round its rows. */
    private static String opened(String text) {
        String closing = "])}".substring("[({".indexOf(text.charAt(0))).substring(0, 1);
        return text.replaceAll("[\\]})] *[,;]? *[\\[{(]", ";").replaceAll("^[\\[{( ]+|[\\" + closing + " ]+$", "");
    }

    private static String row(String row) {
        String[] words = row.split(" +");
        if (words.length > 1
                && Stream.of(words).allMatch(word -> WITH_COMMA.matcher(word).matches())) {
            return Stream.of(words).map(word -> word.replace(',', '.')).collect(Collectors.joining(","));
        }
        return row.indexOf(',') >= 0 ? row : String.join(",", words);
    }
}
