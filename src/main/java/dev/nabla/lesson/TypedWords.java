package dev.nabla.lesson;

import dev.nabla.frame.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words typed for a search. Case is ignored, and {@code tau} finds τ, which keyboards lack.
 *
 * @param words the words as they were typed; blank words are found nowhere
 */
public record TypedWords(String words) implements TextFinder {
    private static final char LAST_ASCII = '~';

    /** Returns the text in lower case, each sign beyond ASCII as the word for it. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            fold(text.charAt(i), folded);
        }
        return folded.toString();
    }

    private static void fold(char sign, StringBuilder folded) {
        if (sign <= LAST_ASCII) {
            folded.append(Character.toLowerCase(sign));
        } else {
            folded.append(Glyphs.ASCII.spell(String.valueOf(sign)).toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public List<TextRange> in(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] ends = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            fold(text.charAt(i), folded);
            ends[i] = folded.length();
        }
        String wanted = fold(words);
        List<TextRange> found = new ArrayList<>();
        int from = 0;
        int at = wanted.isBlank() ? -1 : folded.indexOf(wanted);
        while (at >= 0) {
            while (ends[from] <= at) {
                from++;
            }
            int to = from;
            while (ends[to] < at + wanted.length()) {
                to++;
            }
            found.add(new TextRange(from, to + 1));
            at = folded.indexOf(wanted, at + wanted.length());
        }
        return found;
    }
}
