package dev.nabla.room.account;

import java.time.Duration;
import java.time.Instant;

/**
 * The one-time word of a student whose key or PIN was lost; without it the student could not use the name again.
 *
 * @param hash salted hash of the word
 * @param until time from which on the word is invalid
 */
public record ResetWord(String hash, Instant until) {
    public static final Duration GOOD_FOR = Duration.ofDays(1);

    /** Returns the stored form of a word that was drawn now. */
    public static ResetWord of(String word, Instant now) {
        return new ResetWord(SaltedHash.of(OneTimeWord.plain(word)), now.plus(GOOD_FOR));
    }

    /**
     * Returns whether a typed text is the word and is in time. A wrong word takes as long to check as the right one.
     */
    public boolean matches(String typed, Instant now) {
        return now.isBefore(until) && OneTimeWord.isWord(typed) && SaltedHash.matches(OneTimeWord.plain(typed), hash);
    }
}
