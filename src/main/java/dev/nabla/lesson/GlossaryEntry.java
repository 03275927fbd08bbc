package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sign or word of a course, with its meaning.
 *
 * @param spellings how it is written: the usual spelling first, then others, like {@code η}, {@code eta}
 * @param meaning one plain line
 * @param page the page that introduces it, as {@link PageRef#find} reads it
 * @param place file and line of the entry
 */
public record GlossaryEntry(List<String> spellings, String meaning, String page, BadInput.Where place)
        implements TextFinder {
    public GlossaryEntry {
        spellings = List.copyOf(spellings);
    }

    /** Returns the usual spelling. */
    public String name() {
        return spellings.get(0);
    }

    /** Returns whether it is a sign, like {@code η} or {@code |∇L|}, as opposed to a word. */
    public boolean isSign() {
        return name().chars().noneMatch(c -> isLatin((char) c))
                || name().chars().anyMatch(c -> c > '~');
    }

    /** Returns all spellings and the meaning: {@code η, eta: how far one step goes}. */
    public String line() {
        return String.join(", ", spellings) + ": " + meaning;
    }

    /** Returns the usual spelling and the meaning. */
    public String brief() {
        return name() + ": " + meaning;
    }

    @Override
    public List<TextRange> in(String text) {
        List<TextRange> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int length = lengthAt(at, text);
            if (length > 0) {
                found.add(new TextRange(at, at + length));
            }
            at += Math.max(1, length);
        }
        return found;
    }

    /**
     * Returns the number of chars of its longest spelling at a position of a text; 0 if it does not stand there.
     * Letters of a spelling without capitals match either case, and a word matches its plural in s.
     */
    int lengthAt(int at, String text) {
        int longest = 0;
        for (String spelling : spellings) {
            longest = Math.max(longest, lengthAt(spelling, at, text));
        }
        return longest;
    }

    private static int lengthAt(String spelling, int at, String text) {
        if (isInWord(spelling.charAt(0)) && at > 0 && isInWord(text.charAt(at - 1))) {
            return 0;
        }
        boolean same = text.regionMatches(true, at, spelling, 0, spelling.length())
                && (text.startsWith(spelling, at) || spelling.equals(lower(spelling)));
        if (!same) {
            return 0;
        }
        int end = at + spelling.length();
        if (!isLatin(spelling.charAt(spelling.length() - 1)) || spelling.length() == 1) {
            return isInWord(spelling.charAt(spelling.length() - 1)) && continues(end, text) ? 0 : spelling.length();
        }
        for (String ending : List.of("", "s", "es")) {
            if (text.startsWith(ending, end) && !continues(end + ending.length(), text)) {
                return spelling.length() + ending.length();
            }
        }
        return 0;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean continues(int at, String text) {
        return at < text.length() && isInWord(text.charAt(at));
    }

    /** Returns whether a char joins its neighbours into a word. Greek letters do not: {@code ηθ} has two signs. */
    private static boolean isInWord(char c) {
        return isLatin(c) || c >= '0' && c <= '9' || c == '_';
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
