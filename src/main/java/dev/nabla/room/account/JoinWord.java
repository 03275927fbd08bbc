package dev.nabla.room.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The word that lets one name of a roster join: {@link ThreeWords}; before nabla 0.3 a word in the form of a {@link
 * ClassCode}.
 *
 * @param hash salted hash of the word
 * @param until time from which on nobody new joins by the word; empty for a word in the old form
 */
public record JoinWord(String hash, Optional<Instant> until) {
    /** Time for which a new student may join by a word. */
    public static final Duration GOOD_FOR = Duration.ofDays(30);

    /** A word that no text matches. It takes as long to check as any other. */
    public static final JoinWord NONE = new JoinWord(SaltedHash.of(""), Optional.empty());

    /** Returns the stored form of a word that was drawn now. */
    public static JoinWord of(String word, Instant now) {
        return new JoinWord(SaltedHash.of(ClassCode.plain(word)), Optional.of(now.plus(GOOD_FOR)));
    }

    /** Returns whether a typed text is the word. Case, and blanks in place of dashes, do not matter. */
    public boolean matches(String typed) {
        String plain = ClassCode.plain(typed);
        return SaltedHash.matches(plain, hash) && !plain.isEmpty();
    }

    public boolean isOver(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }
}
