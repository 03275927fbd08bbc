package dev.nabla.room.account;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Three words that are drawn for a student, like {@code fern-otter-opal}: to join with a name of a roster, or in place
 * of a PIN. Each is one of the 512 words of {@link ClassCode}; 27 bits.
 */
public final class ThreeWords {
    private static final int COUNT = 3;

    private ThreeWords() {}

    /** Returns new words. They are as unpredictable as the source of randomness. */
    public static String draw(RandomGenerator random) {
        List<String> words = ClassCode.words();
        return Stream.generate(() -> words.get(random.nextInt(words.size())))
                .limit(COUNT)
                .collect(Collectors.joining("-"));
    }

    /** Returns a text in the form in which words are drawn; empty if it is not three words of the list. */
    public static Optional<String> plain(String typed) {
        String plain = ClassCode.plain(typed);
        List<String> words = List.of(plain.split("-"));
        return words.size() == COUNT && ClassCode.words().containsAll(words) ? Optional.of(plain) : Optional.empty();
    }
}
