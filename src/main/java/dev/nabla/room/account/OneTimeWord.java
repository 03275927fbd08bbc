package dev.nabla.room.account;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** One-time words of 40 random bits, like {@code k7qd-m2xp}. */
public final class OneTimeWord {
    /** The 32 characters of a word: none that look like a digit, or like each other. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz023456789";

    private static final int LENGTH = 8;

    private OneTimeWord() {}

    /** Returns a new word. It is as unpredictable as the source of randomness. */
    public static String draw(RandomGenerator chance) {
        StringBuilder word = new StringBuilder();
        chance.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> word.append(SIGNS.charAt(sign)));
        return word.insert(LENGTH / 2, '-').toString();
    }

    /** Returns a word in the form in which words are compared: case, blanks and dashes do not matter. */
    public static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    /** Returns whether a text has the form of a word. */
    static boolean isWord(String typed) {
        String plain = plain(typed);
        return plain.length() == LENGTH && plain.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
    }
}
