package dev.nabla.lesson.question;

import java.util.ArrayList;
import java.util.List;

/** A question as lines of text, for answers that are typed. */
public final class QuestionText {
    private QuestionText() {}

    /**
     * Returns the prompt, the options and what to type.
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

    /** Returns whether a digit can only mean an option, since none of the options is a digit. */
    public static boolean takesDigits(QuestionInstance variant) {
        return variant.question().kind() == AnswerType.CHOICE
                && variant.options().stream().noneMatch(option -> option.matches("\\d"));
    }

    /** Returns the letter of an option for its digit, and anything else as it was typed. */
    public static String lettered(QuestionInstance variant, String typed) {
        boolean digit = takesDigits(variant) && typed.matches("[1-9]");
        int option = digit ? typed.charAt(0) - '1' : variant.options().size();
        return option < variant.options().size() ? String.valueOf((char) ('a' + option)) : typed;
    }
}
