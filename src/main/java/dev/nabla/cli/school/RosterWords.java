package dev.nabla.cli.school;

import dev.nabla.room.ClassCode;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.StudentName;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that were drawn for names on a roster. The store keeps only their hashes. */
record RosterWords(Map<String, DrawnWord> byKey) {
    static final RosterWords NONE = new RosterWords(Map.of());

    /**
     * A word with its salted hash.
     *
     * @param text word to hand out
     */
    record DrawnWord(String text, String hash) {}

    /** Draws a word per row. Hashing takes milliseconds per word, so this is not done while the store is locked. */
    static RosterWords draw(List<RosterRow> rows) {
        SecureRandom random = new SecureRandom();
        Map<String, DrawnWord> words = new HashMap<>();
        for (RosterRow row : rows) {
            String word = ClassCode.draw(random);
            words.put(row.name().key(), new DrawnWord(word, RosterRow.hash(word)));
        }
        return new RosterWords(words);
    }

    /** Returns the hash of the word that was drawn for a name; empty if none was. */
    Optional<String> hash(StudentName name) {
        return Optional.ofNullable(byKey.get(name.key())).map(DrawnWord::hash);
    }

    /** Returns the rows whose stored word is the one that was drawn here. */
    List<RosterRow> handedOut(Roster kept) {
        return kept.rows().stream()
                .filter(row -> row.word().isPresent() && row.word().equals(hash(row.name())))
                .toList();
    }

    String text(StudentName name) {
        return byKey.get(name.key()).text();
    }
}
