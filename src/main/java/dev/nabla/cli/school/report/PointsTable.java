package dev.nabla.cli.school.report;

import dev.nabla.cli.Listing;
import dev.nabla.lesson.Section;
import dev.nabla.room.PointRule;
import dev.nabla.room.StudentPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The points of a class.
 *
 * @param sections the sections of the course
 * @param students the points by name of the student
 * @param enrolments what the roster says of each student, by name; empty without a roster
 */
record PointsTable(
        List<Section> sections,
        PointRule rule,
        Map<String, StudentPoints> students,
        Optional<Map<String, Enrolment>> enrolments) {
    /** Returns the points in a section as a decimal number; empty if there are none. */
    Optional<String> text(String student, Section section) {
        return students.get(student).text(section.id());
    }

    /** Returns one row per student, with one column per section. */
    Listing wide() {
        List<Object> heads = new ArrayList<>(List.of("student"));
        sections.forEach(section -> heads.add(section.id()));
        heads.add("total");
        enrolments.ifPresent(all -> heads.addAll(Enrolment.HEADS));
        Listing rows = new Listing().add(heads.toArray());
        students.forEach((name, points) -> {
            List<Object> cells = new ArrayList<>(List.of(name));
            sections.forEach(section -> cells.add(points.text(section.id())));
            cells.add(points.total());
            enrolments.ifPresent(all -> cells.addAll(all.get(name).cells()));
            rows.add(cells.toArray());
        });
        return rows;
    }

    /** Returns the students who have an id that no other student has, by name. */
    Map<String, Enrolment> identified() {
        Map<String, Enrolment> identified = new TreeMap<>(enrolments.orElse(Map.of()));
        identified.keySet().removeAll(withoutId());
        sharedIds().values().forEach(identified.keySet()::removeAll);
        return identified;
    }

    /** Returns the names of the students who have no id. */
    List<String> withoutId() {
        return enrolments.orElse(Map.of()).entrySet().stream()
                .filter(student -> student.getValue().id().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the names of the students who share an id, by that id. */
    Map<String, List<String>> sharedIds() {
        Map<String, String> ids = new TreeMap<>();
        enrolments.orElse(Map.of()).forEach((name, student) -> ids.put(name, student.id()));
        return Enrolment.sharedIds(ids);
    }
}
