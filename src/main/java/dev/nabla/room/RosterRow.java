package dev.nabla.room;

import dev.nabla.room.account.JoinWord;
import dev.nabla.room.name.StudentName;
import java.util.Optional;

/**
 * A row of a roster.
 *
 * @param name name with which the student joins, in the spelling that is displayed
 * @param id id of the student elsewhere, as in a learning management system; may be empty
 * @param group group of the student within the class; may be empty
 * @param word word that joins under this name; empty without one
 */
public record RosterRow(StudentName name, String id, String group, Optional<JoinWord> word) {
    public RosterRow withName(StudentName other) {
        return new RosterRow(other, id, group, word);
    }

    public RosterRow withWord(Optional<JoinWord> other) {
        return new RosterRow(name, id, group, other);
    }
}
