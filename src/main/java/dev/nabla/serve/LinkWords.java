package dev.nabla.serve;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Words of 40 bits that are good once and for a while, like {@code k7qd-m2xp}; each stands for something. */
final class LinkWords {
    /** What adds a key of one's own. */
    static final int LINK_MINUTES = 10;

    /** What makes a teacher of whoever types it. */
    static final int TEACHER_MINUTES = 15;

    /** Without letters that look like digits, or each other. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz023456789";

    private static final int LENGTH = 8;

    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Word> words = new HashMap<>();

    private record Word(String means, long until) {}

    /** Another word for something, in place of the one before. */
    synchronized String make(String means, int minutes) {
        words.values().removeIf(old -> old.means().equals(means) || old.until() - System.nanoTime() < 0);
        StringBuilder word = new StringBuilder();
        chance.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> word.append(SIGNS.charAt(sign)));
        words.put(word.toString(), new Word(means, System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes)));
        return word.insert(LENGTH / 2, '-').toString();
    }

    /** True if the word stands for this, and is not too old; then it is used up. */
    synchronized boolean take(String typed, String means) {
        String word = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        Optional<Word> found = Optional.ofNullable(words.get(word))
                .filter(known -> known.means().equals(means) && known.until() - System.nanoTime() > 0);
        found.ifPresent(used -> words.remove(word));
        return found.isPresent();
    }
}
