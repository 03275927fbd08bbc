package dev.nabla.room.name;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Letters;
import dev.nabla.math.BadInput;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The name of a student in Unicode's composed form (NFC): 1 to 32 letters, digits, dots, underscores and dashes. A
 * letter may have marks, like the vowel signs of Hindi. {@link NewName} has further rules for names that are new.
 *
 * @param text name as it is displayed
 */
public record StudentName(String text) {
    private static final int LONGEST = 32;
    /** No script needs more nonspacing marks on a letter (Unicode Technical Standard 39, section 5.4). */
    private static final int MOST_MARKS = 4;

    /** Beginning of what an ASCII terminal shows for a name in other letters; a number follows. */
    static final String NUMBERED = "name-";

    private static final int LEAST_NUMBER = 10_000;

    private static final String SIGNS = "._-";
    /** Reserved names, with which a student could pass for a teacher or an administrator. */
    static final Set<String> KEPT = Set.of(Role.TEACHER_NAME, "root");

    /** @throws BadInput if the text is no valid name; the message states the rule */
    public StudentName {
        text = composed(text);
        complaint(text).ifPresent(why -> {
            throw BadInput.usage("bad_name", why);
        });
    }

    private static Optional<String> complaint(String text) {
        Optional<String> hidden = text.codePoints()
                .filter(c -> ControlCharacters.is(c) || ControlCharacters.isInvisible(c) && !Character.isLetter(c))
                .mapToObj(c -> "a name has no invisible characters like " + ControlCharacters.code(c)
                        + "; type it without them")
                .findFirst();
        if (hidden.isPresent()) {
            return hidden;
        }
        long length = text.codePoints().count();
        if (!isSpelledWithLetters(text) || length < 1 || length > LONGEST || text.startsWith(".")) {
            return Optional.of(
                    "a name has 1 to " + LONGEST + " letters, digits, dots, _ and -, and does not begin with a dot");
        }
        if (KEPT.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.of("the name " + text.toLowerCase(Locale.ROOT) + " is kept; take another");
        }
        return hasTooManyMarks(text)
                ? Optional.of("a letter of a name has at most " + MOST_MARKS
                        + " marks above and below it, each once; type it with fewer")
                : Optional.empty();
    }

    private static boolean isSpelledWithLetters(String text) {
        int before = SIGNS.charAt(0);
        for (int c : text.codePoints().toArray()) {
            boolean marked = Letters.isMark(c) && (Letters.isLetter(before) || Letters.isMark(before));
            if (!Character.isLetterOrDigit(c) && SIGNS.indexOf(c) < 0 && !marked) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean hasTooManyMarks(String text) {
        int before = SIGNS.charAt(0);
        int marks = 0;
        for (int c :
                Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray()) {
            marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks > MOST_MARKS || marks > 1 && c == before) {
                return true;
            }
            before = c;
        }
        return false;
    }

    /** Returns the form in which names are compared; case does not matter. */
    public String key() {
        return key(text);
    }

    /**
     * Returns the name as a terminal with these glyphs can show it. In ASCII it is without accents, or {@code
     * name-12345} if it has letters of another script. The number is computed from the name, so that it is the same
     * before its owner has joined and afterwards.
     */
    public String written(Glyphs glyphs) {
        if (glyphs != Glyphs.ASCII) {
            return text;
        }
        return glyphs.spells(text) ? glyphs.spell(text) : NUMBERED + number();
    }

    private long number() {
        CRC32 digest = new CRC32();
        digest.update(key().getBytes(StandardCharsets.UTF_8));
        return LEAST_NUMBER + digest.getValue() % (10 * LEAST_NUMBER - LEAST_NUMBER);
    }

    /** Returns whether this name and another one, which is not a spelling of it, look the same. */
    public boolean looksLike(StudentName other) {
        return !key().equals(other.key()) && LookAlikes.areAlike(text, other.text);
    }

    /** Returns whether a text, which need not be a valid name, is another spelling of this name. */
    public boolean isSpelled(String typed) {
        return keyOf(typed).equals(key());
    }

    /** Returns the form in which a text, which need not be a valid name, is compared with names. */
    public static String keyOf(String typed) {
        return key(composed(typed));
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
