package dev.nabla.room;

import dev.nabla.room.name.ListedName;
import dev.nabla.room.name.StudentName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names that may join a class, each once.
 *
 * @param byKey rows by the {@linkplain StudentName#key key} of their name
 */
public record Roster(SortedMap<String, RosterRow> byKey) {
    public Roster {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    /** Returns the roster of these rows. A later row replaces an earlier one with the same name. */
    public static Roster of(Collection<RosterRow> rows) {
        TreeMap<String, RosterRow> byKey = new TreeMap<>();
        rows.forEach(row -> byKey.put(row.name().key(), row));
        return new Roster(byKey);
    }

    /** Returns the rows, ordered by name. */
    public List<RosterRow> rows() {
        return List.copyOf(byKey.values());
    }

    /** Returns the row of a name; case does not matter. */
    public Optional<RosterRow> row(StudentName name) {
        return Optional.ofNullable(byKey.get(name.key()));
    }

    /** Returns whether a word is asked for in place of the class code. It is drawn for all names or for none. */
    public boolean hasWords() {
        return byKey.values().stream().anyMatch(row -> row.word().isPresent());
    }

    /** Returns a copy without words. */
    public Roster withoutWords() {
        return of(rows().stream().map(row -> row.withWord(Optional.empty())).toList());
    }

    /** Returns the names of the students who are not among those who are present, ordered by name. */
    public List<ListedName> absent(Collection<Presence> present) {
        Set<String> here = new HashSet<>();
        present.forEach(one -> here.add(one.student().name().key()));
        List<ListedName> absent = new ArrayList<>();
        int number = 1;
        for (RosterRow row : byKey.values()) {
            ListedName listed = new ListedName(number++, row.name());
            if (!here.contains(row.name().key())) {
                absent.add(listed);
            }
        }
        return absent;
    }

    /** Returns a copy with a row that replaces the one with the same name. */
    public Roster with(RosterRow row) {
        TreeMap<String, RosterRow> rows = new TreeMap<>(byKey);
        rows.put(row.name().key(), row);
        return new Roster(rows);
    }

    /** Returns a copy of another roster, with the rows of this one whose names it lacks. */
    public Roster addedTo(Roster other) {
        TreeMap<String, RosterRow> rows = new TreeMap<>(byKey);
        rows.putAll(other.byKey);
        return new Roster(rows);
    }

    /** Returns a copy without a name. */
    public Roster without(StudentName name) {
        TreeMap<String, RosterRow> rows = new TreeMap<>(byKey);
        rows.remove(name.key());
        return new Roster(rows);
    }

    /**
     * Returns a copy in which the row of a name has another name. Returns this roster if it has no such row, or another
     * row with the new name.
     */
    public Roster renamed(StudentName from, StudentName to) {
        boolean taken = row(to).isPresent() && !from.key().equals(to.key());
        return row(from)
                .filter(row -> !taken)
                .map(row -> without(from).with(row.withName(to)))
                .orElse(this);
    }
}
