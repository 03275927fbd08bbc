package dev.nabla.room;

import java.util.Optional;

/**
 * A row of a roster.
 *
 * @param name name with which the student joins, in the spelling that is displayed
 * @param id id of the student elsewhere, as in a learning management system; may be empty
 * @param group group of the student within the class; may be empty
 * @param word salted hash of the word that joins under this name; empty without one
 */
public record RosterRow(StudentName name, String id, String group, Optional<String> word) {
    /** Returns the stored form of a word that was drawn. */
    public static String hash(String word) {
        return SaltedHash.of(ClassCode.plain(word));
    }

    public RosterRow withName(StudentName other) {
        return new RosterRow(other, id, group, word);
    }

    public RosterRow withWord(Optional<String> hash) {
        return new RosterRow(name, id, group, hash);
    }

    /** Returns whether a typed text is the word of this row. Case, and blanks in place of dashes, do not matter. */
    public boolean hasWord(String typed) {
        return word.filter(hash -> SaltedHash.matches(ClassCode.plain(typed), hash))
                .isPresent();
    }
}
