package dev.nabla.room;

import java.time.Duration;
import java.time.Instant;

/**
 * What lets a student in once whose key or PIN was forgotten; without it the name stays taken.
 *
 * @param hash salted hash of the word
 * @param until from then on it lets nobody in
 */
public record ResetWord(String hash, Instant until) {
    public static final Duration GOOD_FOR = Duration.ofDays(1);

    /** For a word that was drawn now. */
    public static ResetWord of(String word, Instant now) {
        return new ResetWord(SaltedHash.of(OneTimeWord.plain(word)), now.plus(GOOD_FOR));
    }

    /** Whether this was typed, and in time; it takes as long for a wrong word. */
    public boolean matches(String typed, Instant now) {
        return now.isBefore(until) && OneTimeWord.isWord(typed) && SaltedHash.matches(OneTimeWord.plain(typed), hash);
    }
}
