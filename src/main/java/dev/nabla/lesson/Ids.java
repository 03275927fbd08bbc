package dev.nabla.lesson;

import java.util.Locale;

/** Names of sections, questions and goals: typed on command lines and kept in journals, so they are short and plain. */
final class Ids {
    private static final int LONGEST = 20;

    private Ids() {}

    /** Whether a character can stand in an id. */
    static boolean hasSign(char sign) {
        return sign < 128 && Character.isLetterOrDigit(sign) || "._-".indexOf(sign) >= 0;
    }

    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (!hasSign(id.charAt(i))) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= LONGEST && Character.isLetterOrDigit(id.charAt(0));
    }

    /** An id made of the letters and digits of a title. */
    static String from(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "untitled" : words.substring(0, Math.min(words.length(), LONGEST));
    }

    /** The id of a block. */
    static String of(Yaml yaml) {
        String id = yaml.string("id");
        if (!isPlain(id)) {
            throw yaml.wrong("id", "must be 1 to 20 letters, digits, dots and dashes, like 2.3");
        }
        return id;
    }
}
