package dev.nabla.lesson.read;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of sections, questions and goals: typed on command lines and kept in journals, so they are short and plain. */
public final class Ids {
    private static final int LONGEST = 20;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][\\w.-]{0," + (LONGEST - 1) + "}");

    private Ids() {}

    /** An id made of the letters and digits of a title. */
    public static String from(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "untitled" : words.substring(0, Math.min(words.length(), LONGEST));
    }

    /** The id of a block. */
    public static String of(Yaml yaml) {
        String id = yaml.string("id");
        if (!PLAIN.matcher(id).matches()) {
            throw yaml.wrong("id", "must be 1 to 20 letters, digits, dots and dashes, like 2.3");
        }
        return id;
    }
}
