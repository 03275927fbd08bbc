package dev.nabla.room;

import dev.nabla.math.BadInput;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a student, in Unicode's composed form: 1 to 32 letters, digits, dots, underscores and dashes.
 *
 * @param text as it is shown
 */
public record StudentName(String text) {
    private static final int LONGEST = 32;
    private static final String SIGNS = "._-";
    /** Names that somebody could take for another. */
    private static final Set<String> KEPT = Set.of(Role.TEACHER_NAME, "root");

    /** @throws BadInput with the rule, if this is no name */
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

    /** What two names that count as the same have in common: case tells nobody apart. */
    public String key() {
        return key(text);
    }

    /** Whether a text that may be no name is another spelling of this one. */
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
