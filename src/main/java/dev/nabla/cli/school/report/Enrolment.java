package dev.nabla.cli.school.report;

import dev.nabla.room.ClassStore;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.StudentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the roster says of a student in a report.
 *
 * @param id id of the student elsewhere; empty if unknown
 * @param group group of the student; empty if unknown
 * @param joined whether the student has joined; if not, only the roster has the name
 */
public record Enrolment(String id, String group, boolean joined) {
    /** Heads of the columns of {@link #cells}. */
    static final List<String> HEADS = List.of("id", "group", "joined");

    /** Returns the enrolments of all students and names on the roster, by name; empty without a roster. */
    static Optional<Map<String, Enrolment>> of(ClassStore store) {
        return store.roster().map(roster -> {
            Map<String, Enrolment> all = new TreeMap<>();
            for (Account account : store.accounts()) {
                StudentName name = account.student().name();
                Optional<RosterRow> row = roster.row(name);
                String id = row.map(RosterRow::id).orElse("");
                all.put(name.text(), new Enrolment(id, row.map(RosterRow::group).orElse(""), true));
            }
            store.neverCame().forEach(row -> all.put(row.name().text(), new Enrolment(row.id(), row.group(), false)));
            return all;
        });
    }

    /**
     * Returns the names that share an id, by that id.
     *
     * @param ids ids by name; an empty id is none
     */
    public static Map<String, List<String>> sharedIds(Map<String, String> ids) {
        Map<String, List<String>> names = new TreeMap<>();
        ids.forEach((name, id) ->
                names.computeIfAbsent(id, first -> new ArrayList<>()).add(name));
        names.remove("");
        names.values().removeIf(sharing -> sharing.size() == 1);
        return names;
    }

    List<?> cells() {
        return List.of(id, group, joined);
    }
}
