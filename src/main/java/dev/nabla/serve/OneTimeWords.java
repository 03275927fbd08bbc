package dev.nabla.serve;

import dev.nabla.room.OneTimeWord;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One-time words of 40 random bits that expire, each for one purpose: a student to add a key to, or teaching. */
final class OneTimeWords {
    /** How long the word that adds a key to a student is valid. */
    static final int LINK_MINUTES = 10;

    /** How long the word that registers the key of a teacher is valid. */
    static final int TEACHER_MINUTES = 15;

    private final SecureRandom chance = new SecureRandom();
    private final Map<String, IssuedWord> words = new HashMap<>();

    private record IssuedWord(String means, long until) {}

    /** Draws a new word for a purpose, in place of the one before. */
    synchronized String make(String means, int minutes) {
        forget(means);
        words.values().removeIf(old -> old.until() - System.nanoTime() < 0);
        String word = OneTimeWord.draw(chance);
        words.put(
                OneTimeWord.plain(word), new IssuedWord(means, System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes)));
        return word;
    }

    /** Withdraws the word for a purpose. */
    synchronized void forget(String means) {
        words.values().removeIf(old -> old.means().equals(means));
    }

    /** Returns whether this is the valid word for a purpose, and then uses it up. */
    synchronized boolean take(String typed, String means) {
        String word = OneTimeWord.plain(typed);
        Optional<IssuedWord> found = Optional.ofNullable(words.get(word))
                .filter(known -> known.means().equals(means) && known.until() - System.nanoTime() > 0);
        found.ifPresent(used -> words.remove(word));
        return found.isPresent();
    }
}
