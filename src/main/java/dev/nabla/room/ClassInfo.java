package dev.nabla.room;

import dev.nabla.math.BadInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

    /** Whether this is the class code; true for any text if the class has none. */
    public boolean hasCode(String typed) {
        return code.isEmpty() || ClassCode.is(code.get(), typed);
    }

    public ClassInfo coded(Optional<String> other) {
        return new ClassInfo(title, lessons, zone, other, dues);
    }

    public ClassInfo due(List<Due> others) {
        return new ClassInfo(title, lessons, zone, code, others);
    }

    /** Without the dates of a student. */
    public ClassInfo without(Student student) {
        return due(dues.stream()
                .filter(due -> !due.student().equals(Optional.of(student.id())))
                .toList());
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

    /**
     * The moment of a date and time of the class like {@code 2026-12-01T18:00}. Of an hour that the clocks show twice the later one
     * counts, of one that they leave out the time after it: nobody is late for the clocks.
     */
    public Instant moment(String when) {
        try {
            return LocalDateTime.parse(when)
                    .atZone(zone)
                    .withLaterOffsetAtOverlap()
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw BadInput.usage("bad_time", "'" + when + "' is no time; type one like 2026-12-01T18:00");
        }
    }

    /** A moment as the clocks of the class show it, to the minute. */
    public String clock(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** With another date for a section, or none; for one student, or for everybody. */
    public ClassInfo due(String section, Optional<Student> student, Optional<Instant> at) {
        Optional<String> id = student.map(Student::id);
        List<Due> others = new ArrayList<>(dues);
        others.removeIf(
                due -> due.section().equals(section) && (due.student().equals(id) || at.isEmpty() && id.isEmpty()));
        at.map(moment -> new Due(section, moment, id)).ifPresent(others::add);
        return due(others);
    }
}
