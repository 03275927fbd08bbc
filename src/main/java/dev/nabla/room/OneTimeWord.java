package dev.nabla.room;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Words of 40 bits that are typed once, like {@code k7qd-m2xp}. */
public final class OneTimeWord {
    /** Without letters that look like digits, or each other. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz023456789";

    private static final int LENGTH = 8;

    private OneTimeWord() {}

    /** Another word, as unforeseeable as the source of chance. */
    public static String draw(RandomGenerator chance) {
        StringBuilder word = new StringBuilder();
        chance.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> word.append(SIGNS.charAt(sign)));
        return word.insert(LENGTH / 2, '-').toString();
    }

    /** A word as it is compared: case, blanks and dashes do not matter. */
    public static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    /** True if something has the form of a word. */
    static boolean isWord(String typed) {
        String plain = plain(typed);
        return plain.length() == LENGTH && plain.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
    }
}
