package dev.nabla.cli.school;

import dev.nabla.room.ClassCode;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Draws words for names on a roster. The store keeps only their hashes. */
final class RosterWords {
    private RosterWords() {}

    /**
     * Draws a word for each row that is chosen, and stores its hash.
     *
     * @return the words by key of the name
     */
    static Map<String, String> draw(ClassStore store, Predicate<RosterRow> chosen) throws IOException {
        SecureRandom random = new SecureRandom();
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, String> hashes = new LinkedHashMap<>();
        for (RosterRow row : rows(store.roster()).stream().filter(chosen).toList()) {
            String word = ClassCode.draw(random);
            words.put(row.name().key(), word);
            hashes.put(row.name().key(), RosterRow.hash(word)); // slow, so it is not done while the store is locked
        }
        Optional<Roster> kept =
                ClassStore.done(store.changeRoster(roster -> roster.map(known -> hashed(known, hashes))));
        words.keySet().removeIf(key -> rows(kept).stream()
                .noneMatch(row -> row.name().key().equals(key)));
        return words;
    }

    static List<RosterRow> rows(Optional<Roster> roster) {
        return roster.map(Roster::rows).orElse(List.of());
    }

    private static Roster hashed(Roster roster, Map<String, String> hashes) {
        return Roster.of(roster.rows().stream()
                .map(row -> hashes.containsKey(row.name().key())
                        ? row.withWord(Optional.of(hashes.get(row.name().key())))
                        : row)
                .toList());
    }
}
