package dev.nabla.cli.school.roster;

import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.JoinWord;
import dev.nabla.room.account.ThreeWords;
import dev.nabla.room.name.StudentName;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that were drawn for names on a roster. The store keeps only their hashes, and when they end. */
record RosterWords(Map<String, DrawnWord> byKey) {
    static final RosterWords NONE = new RosterWords(Map.of());

    /**
     * A word with its stored form.
     *
     * @param text word to hand out
     */
    record DrawnWord(String text, JoinWord stored) {}

    /** Draws a word per row. Hashing takes milliseconds per word, so this is not done while the store is locked. */
    static RosterWords draw(List<RosterRow> rows, Instant now) {
        SecureRandom random = new SecureRandom();
        Map<String, DrawnWord> words = new HashMap<>();
        for (RosterRow row : rows) {
            String word = ThreeWords.draw(random);
            words.put(row.name().key(), new DrawnWord(word, JoinWord.of(word, now)));
        }
        return new RosterWords(words);
    }

    /** Returns the stored form of the word that was drawn for a name; empty if none was. */
    Optional<JoinWord> stored(StudentName name) {
        return Optional.ofNullable(byKey.get(name.key())).map(DrawnWord::stored);
    }

    /** Returns the rows whose stored word is the one that was drawn here. */
    List<RosterRow> handedOut(Roster kept) {
        return kept.rows().stream()
                .filter(row -> row.word().isPresent() && row.word().equals(stored(row.name())))
                .toList();
    }

    String text(StudentName name) {
        return byKey.get(name.key()).text();
    }
}
