package dev.nabla.serve.login;

import dev.nabla.room.account.OneTimeWord;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One-time words of 40 random bits that expire. Each has one purpose: to add a key to a student, or to register the key
 * of a teacher.
 */
public final class OneTimeWords {
    /** Time for which the word that adds a key to a student is valid, in minutes. */
    public static final int LINK_MINUTES = 10;

    /** Time for which the word that registers the key of a teacher is valid, in minutes. */
    public static final int TEACHER_MINUTES = 15;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, IssuedWord> words = new HashMap<>();

    private record IssuedWord(String purpose, long until) {}

    /**
     * Draws a new word for a purpose. It replaces the previous word for that purpose.
     *
     * @param purpose the purpose: the id of a student, or {@code teacher}
     * @param minutes time for which the word is valid
     */
    public synchronized String issue(String purpose, int minutes) {
        withdraw(purpose);
        words.values().removeIf(old -> old.until() - System.nanoTime() < 0);
        String word = OneTimeWord.draw(random);
        words.put(
                OneTimeWord.plain(word),
                new IssuedWord(purpose, System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes)));
        return word;
    }

    /** Withdraws the word for a purpose. */
    public synchronized void withdraw(String purpose) {
        words.values().removeIf(old -> old.purpose().equals(purpose));
    }

    /** Returns whether this is the valid word for a purpose. If so, the word becomes invalid. */
    public synchronized boolean redeem(String typed, String purpose) {
        String word = OneTimeWord.plain(typed);
        Optional<IssuedWord> found = Optional.ofNullable(words.get(word))
                .filter(known -> known.purpose().equals(purpose) && known.until() - System.nanoTime() > 0);
        found.ifPresent(used -> words.remove(word));
        return found.isPresent();
    }
}
