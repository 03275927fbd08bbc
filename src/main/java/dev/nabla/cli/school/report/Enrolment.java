package dev.nabla.cli.school.report;

import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.name.StudentName;
import java.util.List;
import java.util.Optional;

/**
 * What the roster says of a student in a report.
 *
 * @param id id of the student elsewhere; empty if unknown
 * @param group group of the student; empty if unknown
 * @param joined whether the student has joined; if not, only the roster has the name
 */
record Enrolment(String id, String group, boolean joined) {
    private static final List<String> HEADS = List.of("id", "group", "joined");

    /** Returns the enrolment of a student who has joined, who need not be on the roster. */
    static Enrolment joined(Roster roster, StudentName name) {
        Optional<RosterRow> row = roster.row(name);
        return new Enrolment(
                row.map(RosterRow::id).orElse(""), row.map(RosterRow::group).orElse(""), true);
    }

    /** Returns the heads of the columns of {@link #cells}; none for a class without a roster. */
    static List<String> heads(ReportedClass report) {
        return report.hasRoster() ? HEADS : List.of();
    }

    static List<?> cells(ReportedStudent student) {
        return student.enrolment()
                .map(listed -> List.of(listed.id, listed.group, listed.joined))
                .orElse(List.of());
    }
}
