package dev.nabla.math;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggestions for an unknown word. */
public final class Spelling {
    private static final int LEAST_BEGINNING = 3;

    private Spelling() {}

    /** Returns {@code did you mean 'softmax'?} if one word is near, else {@code one of descent, softmax}. */
    public static String suggest(String typed, Collection<String> known) {
        return closest(typed, known)
                .map(word -> "did you mean '" + word + "'?")
                .orElse("one of " + String.join(", ", known));
    }

    /**
     * Returns the known word with the fewest edits, if they are at most a third of its length, rounded up, and fewer
     * than its letters. Otherwise it returns the first word that begins with the typed one, if that has at least three
     * letters. Upper case and leading dashes are ignored.
     */
    public static Optional<String> closest(String typed, Collection<String> known) {
        String bare = bare(typed);
        return known.stream()
                .min(Comparator.comparingInt(word -> edits(bare, bare(word))))
                .filter(word -> isNear(bare, word))
                .or(() -> known.stream()
                        .filter(word ->
                                bare.length() >= LEAST_BEGINNING && bare(word).startsWith(bare))
                        .findFirst());
    }

    private static boolean isNear(String bare, String word) {
        int edits = edits(bare, bare(word));
        return edits <= (word.length() + 2) / 3 && edits < bare(word).length();
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("^-+", "");
    }

    /** Returns Levenshtein's distance: the number of letters to insert, delete or replace. */
    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
