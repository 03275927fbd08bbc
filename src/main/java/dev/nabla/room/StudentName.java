package dev.nabla.room;

import dev.nabla.math.BadInput;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a student in Unicode's composed form (NFC): 1 to 32 letters, digits, dots, underscores and dashes.
 *
 * @param text name as it is displayed
 */
public record StudentName(String text) {
    private static final int LONGEST = 32;
    private static final String SIGNS = "._-";
    /** Reserved names, with which a student could pass for a teacher or an administrator. */
    private static final Set<String> KEPT = Set.of(Role.TEACHER_NAME, "root");

    /** @throws BadInput if the text is no valid name; the message states the rule */
    public StudentName {
        text = composed(text);
        long length = text.codePoints().count();
        boolean plain = text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0);
        if (!plain || length < 1 || length > LONGEST || text.startsWith(".")) {
            throw BadInput.usage(
                    "bad_name",
                    "a name has 1 to " + LONGEST + " letters, digits, dots, _ and -, and does not begin with a dot");
        }
        if (KEPT.contains(text.toLowerCase(Locale.ROOT))) {
            throw BadInput.usage("bad_name", "the name " + text.toLowerCase(Locale.ROOT) + " is kept; take another");
        }
    }

    /** Returns the form in which names are compared; case does not matter. */
    public String key() {
        return key(text);
    }

    /** Returns whether a text, which need not be a valid name, is another spelling of this name. */
    public boolean isSpelled(String typed) {
        return key(composed(typed)).equals(key());
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String key(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
