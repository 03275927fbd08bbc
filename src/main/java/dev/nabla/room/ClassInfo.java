package dev.nabla.room;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a class is.
 *
 * @param title its name
 * @param lessons folder of its course; nabla's own if empty
 * @param zone where midnight is
 * @param code whoever joins has to type it; empty lets everybody in
 * @param dues when sections are due
 */
public record ClassInfo(String title, Optional<String> lessons, ZoneId zone, Optional<String> code, List<Due> dues) {
    /**
     * When a section is due; a later answer is marked, never refused.
     *
     * @param student id of whom it is for; everybody if empty
     */
    public record Due(String section, Instant at, Optional<String> student) {}

    public ClassInfo {
        dues = List.copyOf(dues);
    }

    public ClassInfo coded(Optional<String> other) {
        return new ClassInfo(title, lessons, zone, other, dues);
    }

    public ClassInfo due(List<Due> others) {
        return new ClassInfo(title, lessons, zone, code, others);
    }

    /** When a section is due for a student: the own date goes before everybody's. */
    public Optional<Instant> due(String section, Student student) {
        return dues.stream()
                .filter(due -> due.section().equals(section))
                .filter(due -> due.student().isEmpty() || due.student().get().equals(student.id()))
                .max((one, other) -> Boolean.compare(
                        one.student().isPresent(), other.student().isPresent()))
                .map(Due::at);
    }
}
