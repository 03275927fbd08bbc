package dev.nabla.lesson.question;

import java.util.ArrayList;
import java.util.List;

/** Shows a question as lines of text and reads the letter or digit of an option. */
public final class QuestionText {
    /** Says that an answer that is a number can be typed as a calculation. */
    public static final String SUMS = "You can type a calculation instead, like (0.4*3 + 1.8)/2.";

    /** Says what a deeper question is. */
    public static final String DEEPER = "Deeper: not needed for mastery";

    private QuestionText() {}

    /**
     * Returns the prompt, the options and what to type, one per line.
     *
     * @param digits whether an option may also be named by its digit, from 1
     */
    public static String of(QuestionInstance variant, boolean digits) {
        List<String> lines = new ArrayList<>(List.of(variant.prompt()));
        List<String> options = variant.options();
        for (int i = 0; i < options.size(); i++) {
            lines.add("  " + (digits ? i + 1 + " or " : "") + (char) ('a' + i) + "  " + options.get(i));
        }
        lines.add("(type " + (digits ? "a digit or " : "") + variant.wanted() + ")");
        return String.join("\n", lines);
    }

    /** Returns whether a digit can only mean an option: the question is a choice, and no option is a digit. */
    public static boolean takesDigits(QuestionInstance variant) {
        return variant.question().kind() == AnswerType.CHOICE
                && variant.options().stream().noneMatch(option -> option.matches("\\d"));
    }

    /** Returns the letter of the option with this digit, from 1; any other text unchanged. */
    public static String lettered(QuestionInstance variant, String typed) {
        boolean digit = takesDigits(variant) && typed.matches("[1-9]");
        int option = digit ? typed.charAt(0) - '1' : variant.options().size();
        return option < variant.options().size() ? String.valueOf((char) ('a' + option)) : typed;
    }
}
