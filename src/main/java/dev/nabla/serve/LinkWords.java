package dev.nabla.serve;

import dev.nabla.room.OneTimeWord;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One-time words that are good for a while; each stands for something. */
final class LinkWords {
    /** What adds a key of one's own. */
    static final int LINK_MINUTES = 10;

    /** What makes a teacher of whoever types it. */
    static final int TEACHER_MINUTES = 15;

    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Word> words = new HashMap<>();

    private record Word(String means, long until) {}

    /** Another word for something, in place of the one before. */
    synchronized String make(String means, int minutes) {
        forget(means);
        words.values().removeIf(old -> old.until() - System.nanoTime() < 0);
        String word = OneTimeWord.draw(chance);
        words.put(OneTimeWord.plain(word), new Word(means, System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes)));
        return word;
    }

    /** From now on no word stands for this. */
    synchronized void forget(String means) {
        words.values().removeIf(old -> old.means().equals(means));
    }

    /** True if the word stands for this, and is not too old; then it is used up. */
    synchronized boolean take(String typed, String means) {
        String word = OneTimeWord.plain(typed);
        Optional<Word> found = Optional.ofNullable(words.get(word))
                .filter(known -> known.means().equals(means) && known.until() - System.nanoTime() > 0);
        found.ifPresent(used -> words.remove(word));
        return found.isPresent();
    }
}
