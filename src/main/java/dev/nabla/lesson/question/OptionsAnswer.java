package dev.nabla.lesson.question;

import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import dev.nabla.math.expression.PaperNotation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of the options, or all of them in an order. They are typed as letters, {@code b a d c}, or in full, with commas
 * or arrows between the items of an order.
 *
 * @param items the right option, or all options in the right order
 * @param options the options as shown; if empty, the item itself has to be typed, in any case and with any blanks
 */
record OptionsAnswer(List<String> items, List<String> options) implements Answer {
    /** Words in quotes, with a full stop inside or behind them, or with the stop alone. */
    private static final Pattern ENCLOSED = Pattern.compile("[\"'“”„‘’]?(.*?)\\.?[\"'“”’]?\\.?");
    /** The letter or number of an option, as a list writes it, and the words after it. */
    private static final Pattern LETTERED =
            Pattern.compile("(?i)(?:option|answer)?\\s*[(\\[]?([a-z]|[1-9])(?:[)\\].:]+\\s*(.*))?");

    /** The wide forms of the characters from ! to ~. */
    private static final int FIRST_WIDE = 0xFF01;

    private static final int LAST_WIDE = 0xFF5E;

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    @Override
    public Verdict judge(String typed) {
        int right = beginning(read(typed));
        if (right == 0 || right == items.size()) {
            return right == 0 ? Verdict.NOT_YET : Verdict.of(VerdictKind.RIGHT, "right");
        }
        String first = right == 1 ? "is" : right + " are";
        return Verdict.slip("begins-right", "the first " + first + " right, then it goes astray");
    }

    private List<String> read(String typed) {
        if (items.size() > 1) {
            return order(typed);
        }
        boolean asItIs = options.isEmpty() && same(items.get(0), typed);
        return List.of(asItIs ? typed : options.isEmpty() ? PaperNotation.bare(typed) : chosen(typed));
    }

    /** Returns how many items at the beginning of an order are right. */
    private int beginning(List<String> order) {
        int right = 0;
        while (right < Math.min(items.size(), order.size()) && same(items.get(right), order.get(right))) {
            right++;
        }
        return right;
    }

    /**
     * Parses a typed order.
     *
     * @throws BadInput unless it contains every option exactly as often as the question lists it
     */
    private List<String> order(String typed) {
        String bare = PaperNotation.bare(typed).replaceAll("\\s*(?:→|->|>|,|;|·)\\s*", ",");
        List<String> words = List.of(bare.split(bare.contains(",") ? "," : bare.contains(" ") ? " +" : ""));
        List<String> order = words.stream().map(this::chosen).toList();
        if (!order.stream().sorted().toList().equals(options.stream().sorted().toList())) {
            throw BadInput.usage(
                    "bad_answer",
                    "every one of the " + options.size() + " must be in the order once; type their letters, like "
                            + String.join(" ", letters()));
        }
        return order;
    }

    /**
     * Returns the option with this text, this letter or this digit. A digit is a position, from 1, unless the words of
     * an option are a digit. A letter may stand before the words: {@code a) minus}.
     *
     * @throws BadInput if there is none
     */
    private String chosen(String typed) {
        String plain = PaperNotation.bare(typed);
        Matcher enclosed = ENCLOSED.matcher(plain);
        String bare = enclosed.matches() ? enclosed.group(1) : plain;
        for (String option : options) {
            if (same(option, typed) || same(option, bare)) {
                return option;
            }
        }
        Matcher lettered = LETTERED.matcher(halfWidth(bare));
        int i = lettered.matches() ? position(lettered.group(1)) : -1;
        String words = i < 0 || lettered.group(2) == null ? "" : lettered.group(2);
        boolean fits = i >= 0 && (words.isBlank() || same(options.get(i), words));
        if (!fits) {
            throw BadInput.usage(
                    "bad_answer",
                    Numerals.quoted(typed) + " is none of the options; type a letter from a to "
                            + letters().get(options.size() - 1));
        }
        return options.get(i);
    }

    /** Returns the position, from 0, of the option with this letter or number; -1 if there is none. */
    private int position(String label) {
        int letter = letters().indexOf(label.toLowerCase(Locale.ROOT));
        boolean numbered =
                options.stream().noneMatch(option -> DIGIT.matcher(option).matches());
        int number = numbered && Character.isDigit(label.charAt(0)) ? label.charAt(0) - '1' : -1;
        return letter >= 0 ? letter : number < options.size() ? number : -1;
    }

    /** Returns a letter for each option: a, b, c. */
    private List<String> letters() {
        return IntStream.range(0, options.size())
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toList();
    }

    /** Returns a text in which the wide letters and digits of East Asian keyboards are those of any other. */
    private static String halfWidth(String text) {
        return text.codePoints()
                .map(c -> c >= FIRST_WIDE && c <= LAST_WIDE ? c - FIRST_WIDE + '!' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean same(String a, String b) {
        return folded(a).equals(folded(b));
    }

    /**
     * Returns a text in lower case without blanks and commas. Subscripts, the minus sign and × become characters of a
     * keyboard.
     */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int subscript = "₀₁₂₃₄₅₆₇₈₉".indexOf(c);
            folded.append(subscript >= 0 ? (char) ('0' + subscript) : c == '−' ? '-' : c == '×' ? 'x' : c);
        }
        return folded.toString().replaceAll("[\\s,]+", "");
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof OptionsAnswer answer && beginning(answer.items) < items.size();
    }

    @Override
    public String understood(String typed) {
        return String.join(" → ", read(typed));
    }

    @Override
    public String text() {
        return String.join(" → ", items);
    }
}
