package dev.nabla.math.expression;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rewrites notations of paper, LaTeX and Python in the characters that {@link Parser} reads. Only notations with a
 * single meaning are rewritten: {@code \frac{27}{4}} becomes {@code ((27)/(4))}, {@code 2_304} becomes {@code 2304} and
 * {@code np.log(2)} becomes {@code log(2)}. A comma stays as it is, since it can be a decimal comma or a separator.
 */
public final class PaperNotation {
    /** A longer text is no formula that a person typed, and the parser rejects it. */
    private static final int LONGEST = 1000;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+");
    private static final String OPENING = "([{<⟨";
    private static final String CLOSING = ")]}>⟩";

    /** Rules for what NFKC normalization would lose: raised digits, and where a fraction begins and ends. */
    private static final List<RewriteRule> RAISED = List.of(
            new RewriteRule("[⁺⁻⁰¹²³⁴-⁹]+", "^$0"),
            new RewriteRule("([0-9]+)([¼-¾⅐-⅞])", "($1+$2)"),
            new RewriteRule("(?<!^|[+])[¼-¾⅐-⅞]", "($0)"));

    private static final List<RewriteRule> CHARACTERS = List.of(
            new RewriteRule("[−–—‒]", "-"),
            new RewriteRule("[·×∙⋅]", "*"),
            new RewriteRule("[÷⁄]", "/"),
            new RewriteRule("[πΠ]", "pi"),
            new RewriteRule("[\\t\\n\\r]", " "),
            new RewriteRule("√ ?([0-9.]+|[a-z]+)", "sqrt($1)"),
            new RewriteRule("√", "sqrt"));

    /** Rules for matrices of LaTeX: all entries in order, between semicolons. A determinant has bars and stays. */
    private static final List<RewriteRule> MATRICES = List.of(
            new RewriteRule("(?:\\\\\\\\\\s*)?\\\\end ?\\{[pb]?matrix\\}", ")"),
            new RewriteRule("\\\\begin ?\\{[pb]?matrix\\}", "("),
            new RewriteRule("\\\\\\\\|(?<!\\\\)&", ";"));

    /** Rules for what stands around an answer: characters without width, Markdown, LaTeX, words of a sentence. */
    private static final List<RewriteRule> AROUND = List.of(
            new RewriteRule("[\\u200B-\\u200D\\u2060\\uFEFF]", ""),
            new RewriteRule("^\\s+|\\s+$", ""),
            new RewriteRule(
                    "(?i)^(?:(?:so|thus|hence|therefore),? )?(?:(?:the|my) )?(?:final )?answer(?: is:?| ?[:=])\\s*",
                    ""),
            new RewriteRule("^\\*\\*((?:(?!\\*\\*).)+)\\*\\*$", "$1"),
            new RewriteRule("^(`+)([^`]+)\\1$", "$2"),
            new RewriteRule("^(\\$+)([^$]+)\\1$", "$2"),
            new RewriteRule("\\\\(?:text|textbf|mathrm|mathbf|boxed) ?\\{([^{}]*)\\}", "$1"),
            new RewriteRule("(?<=[^\\s\\\\;]) ?;$", ""),
            new RewriteRule("(?<=[^\\s.…]) ?(?:\\.{3}|…)$", ""),
            new RewriteRule("(?<=[*`$}]) ?\\.$", ""));

    /** Rules for the full stop of a sentence, and marks of LaTeX without arguments. */
    private static final List<RewriteRule> MARKS = List.of(
            new RewriteRule("\\\\approx(?![A-Za-z])", "≈"),
            new RewriteRule("\\^ ?(?:\\\\circ(?![A-Za-z])|\\{ ?\\\\circ ?\\})", "°"),
            new RewriteRule("(?<=[^.\\s])\\.\\s*$", ""),
            new RewriteRule("\\\\(?:left|right|displaystyle)(?![A-Za-z])|\\\\[,;:! ]|\\\\[()\\[\\]]", ""),
            new RewriteRule("^\\s*[\"“”„«‘’'`](.*)[\"“”»‘’'`]\\s*$", "$1"),
            new RewriteRule("(?<=[0-9])\\{([,.])\\}(?=[0-9])", "$1"),
            new RewriteRule("^\\s*\\$+|\\$+\\s*$", ""),
            new RewriteRule("\\\\%", "%"));

    /** Rules for commands of LaTeX whose arguments contain no braces; they are applied from the inside out. */
    private static final List<RewriteRule> COMMANDS = List.of(
            new RewriteRule("\\\\[dt]?frac ?\\{([^{}]*)\\} ?\\{([^{}]*)\\}", "(($1)/($2))"),
            new RewriteRule("\\\\sqrt ?\\{([^{}]*)\\}", "sqrt($1)"),
            new RewriteRule("\\\\(?:text|mathrm|operatorname|boxed) ?\\{([^{}]*)\\}", "$1"),
            new RewriteRule("log_ ?(?:(2|10)|\\{(2|10)\\}) ?", "log$1$2 "),
            new RewriteRule("\\^ ?\\{([^{}]*)\\}", "^($1)"),
            new RewriteRule("\\) ?(?=\\\\?sqrt ?[({])", ")*"));

    /** Rules for names of LaTeX and Python. */
    private static final List<RewriteRule> NAMES = List.of(
            new RewriteRule("\\\\(?:cdot|times)(?![A-Za-z])", "*"),
            new RewriteRule("\\\\theta(?![A-Za-z])", "θ"),
            new RewriteRule("\\\\([A-Za-z]+)", "$1"),
            new RewriteRule("(?i)\\b(?:math|np|numpy)\\.(?=[a-z])", ""),
            new RewriteRule("\\blb(?= ?[0-9.(])", "log2"),
            new RewriteRule("\\b(log2|log10) \\(", "$1("),
            new RewriteRule("\\b(log2|log10) ([0-9.]+)(?! ?[\\w.^/*(])", "$1($2)"),
            new RewriteRule("^\\s*(-?) ?degrees ?\\((.*)\\)\\s*$", "$1(180/pi)*($2)"),
            new RewriteRule("^\\s*array ?\\((.*)\\)\\s*$", "$1"));

    /** Rules for separators inside numbers, and words that say that a number is rounded. */
    private static final List<RewriteRule> NUMBERS = List.of(
            new RewriteRule("(?<=[0-9])_(?=[0-9])", ""),
            new RewriteRule("(?<=[0-9])['’](?=[0-9]{3}(?![0-9]))", ""),
            new RewriteRule("^\\s*(?:~|ca\\.|about )\\s*", ""));

    private PaperNotation() {}

    /** Returns the text in the characters that the parser reads. A notation with several meanings is left as it is. */
    public static String plain(String text) {
        if (text.length() > LONGEST || NUMBER.matcher(text).matches()) {
            return text;
        }
        String marked = RewriteRule.rewritten(RewriteRule.rewritten(keyboard(text), MATRICES), MARKS);
        return RewriteRule.rewritten(RewriteRule.rewritten(commands(marked), NAMES), NUMBERS);
    }

    /** Returns the text in the characters of a keyboard, with powers as {@code ^2} and fractions as {@code 1/2}. */
    static String keyboard(String text) {
        String characters = Normalizer.normalize(RewriteRule.rewritten(text, RAISED), Normalizer.Form.NFKC);
        return RewriteRule.rewritten(characters, CHARACTERS);
    }

    /**
     * Returns an answer without what stands around it and says nothing: {@code 0.51} for {@code The answer is **0.51**}
     * and {@code A} for {@code \\boxed{\\text{A}}}.
     */
    public static String bare(String answer) {
        return answer.length() > LONGEST ? answer : repeated(answer, AROUND);
    }

    private static String commands(String text) {
        return repeated(text, COMMANDS);
    }

    /** Applies rules until they change nothing. */
    private static String repeated(String text, List<RewriteRule> rules) {
        String rewritten = text;
        String before;
        do {
            before = rewritten;
            rewritten = RewriteRule.rewritten(before, rules);
        } while (!rewritten.equals(before));
        return rewritten;
    }

    /** Returns the text without brackets of any kind that enclose all of it: {@code 5.5, 0} for {@code <5.5, 0>}. */
    public static String unwrapped(String text) {
        String unwrapped = text.strip();
        while (isWrapped(unwrapped)) {
            unwrapped = unwrapped.substring(1, unwrapped.length() - 1).strip();
        }
        return unwrapped;
    }

    private static boolean isWrapped(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            if (depth <= 0) {
                boolean pair = OPENING.indexOf(text.charAt(0)) == CLOSING.indexOf(c);
                return i > 0 && i == text.length() - 1 && pair;
            }
        }
        return false;
    }
}
