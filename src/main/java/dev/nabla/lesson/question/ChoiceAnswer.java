package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word or two; one of the options, typed as its letter or in full.
 *
 * @param options to choose from; with none, the word has to be typed, capitals and blanks aside
 */
record ChoiceAnswer(String option, List<String> options) implements Answer {
    ChoiceAnswer {
        options = List.copyOf(options);
    }

    @Override
    public Match match(String typed) {
        return same(option, options.isEmpty() ? typed : chosen(typed, options)) ? Match.FULL : Match.NONE;
    }

    /** The option that a text names. */
    static String chosen(String typed, List<String> options) {
        Optional<String> inFull =
                options.stream().filter(option -> same(option, typed)).findFirst();
        return inFull.orElseGet(() -> {
            String letter = folded(typed).replaceAll("[().]", "");
            int i = letter.length() == 1 ? letter.charAt(0) - 'a' : -1;
            if (i < 0 || i >= options.size()) {
                throw BadInput.usage(
                        "bad_answer",
                        "'" + shortened(typed) + "' is none of the options; type a letter from a to "
                                + letter(options.size() - 1));
            }
            return options.get(i);
        });
    }

    /** The letter of option i: a, b, c. */
    static String letter(int i) {
        return String.valueOf((char) ('a' + i));
    }

    static boolean same(String a, String b) {
        return folded(a).equals(folded(b));
    }

    /** Without what a keyboard lacks or a hand leaves out. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int subscript = "₀₁₂₃₄₅₆₇₈₉".indexOf(c);
            folded.append(subscript >= 0 ? (char) ('0' + subscript) : c == '−' ? '-' : c == '×' ? 'x' : c);
        }
        return folded.toString().replaceAll("[\\s,]+", "");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof ChoiceAnswer choice && !same(option, choice.option);
    }

    @Override
    public String text() {
        return option;
    }
}
