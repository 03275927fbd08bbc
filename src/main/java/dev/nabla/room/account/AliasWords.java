package dev.nabla.room.account;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Words in place of the names of students, like {@code fern-otter}, for a page that others see. */
public final class AliasWords {
    private AliasWords() {}

    /**
     * Returns two words for each name. They depend only on the id of the student, which was drawn at random, so they
     * reveal nothing about the name and stay the same. Words of a name without an id are drawn each time.
     *
     * @param ids ids of the students by name; empty for a name that has none
     */
    public static Map<String, String> of(Map<String, Optional<String>> ids, RandomGenerator chance) {
        List<String> words = ClassCode.words();
        Map<String, String> aliases = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        Map<String, String> names = new TreeMap<>();
        ids.forEach((name, id) -> id.ifPresent(known -> names.put(known, name)));
        names.forEach((id, name) -> aliases.put(name, free(pair(words, Long.parseLong(id)), taken)));
        ids.forEach((name, id) -> {
            if (id.isEmpty()) {
                aliases.put(name, free(pair(words, chance.nextLong(Long.MAX_VALUE)), taken));
            }
        });
        return aliases;
    }

    private static String pair(List<String> words, long number) {
        return words.get((int) (number % words.size())) + "-" + words.get((int) (number / words.size() % words.size()));
    }

    /** Returns the words, with a number behind them if they are taken. */
    private static String free(String pair, Set<String> taken) {
        String alias = pair;
        for (int number = 2; !taken.add(alias); number++) {
            alias = pair + "-" + number;
        }
        return alias;
    }
}
