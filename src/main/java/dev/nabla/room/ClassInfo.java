package dev.nabla.room;

import dev.nabla.math.BadInput;
import dev.nabla.room.account.ClassCode;
import dev.nabla.room.name.Student;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a class.
 *
 * @param title name of the class
 * @param lessons folder of its course; nabla's own course if empty
 * @param zone time zone that decides when a day ends
 * @param code code that a new student has to type; if empty, none is needed
 * @param dues due dates of sections
 * @param closed whether only students who have joined may log in, and nobody new
 * @param points how many points a section gives in a report
 */
public record ClassInfo(
        String title,
        Optional<String> lessons,
        ZoneId zone,
        Optional<String> code,
        List<Due> dues,
        boolean closed,
        PointRule points) {
    /**
     * The due date of a section. A later answer is marked, never refused.
     *
     * @param student id of the student for whom it is; all students if empty
     */
    public record Due(String section, Instant at, Optional<String> student) {}

    public ClassInfo {
        dues = List.copyOf(dues);
    }

    /** Creates the settings of a class that new students may join. */
    public ClassInfo(String title, Optional<String> lessons, ZoneId zone, Optional<String> code, List<Due> dues) {
        this(title, lessons, zone, code, dues, false, PointRule.DEFAULT);
    }

    /** Returns whether a text is the class code; true for any text if the class has none. */
    public boolean hasCode(String typed) {
        return code.isEmpty() || ClassCode.is(code.get(), typed);
    }

    public ClassInfo coded(Optional<String> other) {
        return new ClassInfo(title, lessons, zone, other, dues, closed, points);
    }

    public ClassInfo due(List<Due> others) {
        return new ClassInfo(title, lessons, zone, code, others, closed, points);
    }

    public ClassInfo closed(boolean other) {
        return new ClassInfo(title, lessons, zone, code, dues, other, points);
    }

    public ClassInfo points(PointRule other) {
        return new ClassInfo(title, lessons, zone, code, dues, closed, other);
    }

    /** Returns a copy without the due dates of a student. */
    public ClassInfo without(Student student) {
        return due(dues.stream()
                .filter(due -> !due.student().equals(Optional.of(student.id())))
                .toList());
    }

    /**
     * Returns the due date of a section for a student. The student's own date takes precedence over that of the class.
     */
    public Optional<Instant> due(String section, Student student) {
        return dues.stream()
                .filter(due -> due.section().equals(section))
                .filter(due -> due.student().isEmpty() || due.student().get().equals(student.id()))
                .max((one, other) -> Boolean.compare(
                        one.student().isPresent(), other.student().isPresent()))
                .map(Due::at);
    }

    /**
     * Returns the moment of a local time in the zone of the class, like {@code 2026-12-01T18:00}. A time that occurs
     * twice means the later one; a skipped time moves by the length of the gap. Thus a change of the clocks makes
     * nobody late.
     *
     * @throws BadInput if the text is no such time
     */
    public Instant parseTime(String when) {
        try {
            return LocalDateTime.parse(when)
                    .atZone(zone)
                    .withLaterOffsetAtOverlap()
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw BadInput.usage("bad_time", "'" + when + "' is no time; type one like 2026-12-01T18:00");
        }
    }

    /**
     * Returns the moment of a local time as {@link #parseTime} does. A time of day like {@code 10:05} means its last
     * occurrence.
     *
     * @throws BadInput if the text is no such time
     */
    public Instant parsePast(String when, Instant now) {
        if (!when.matches("\\d\\d:\\d\\d")) {
            return parseTime(when);
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant at = parseTime(today + "T" + when);
        return at.isAfter(now) ? parseTime(today.minusDays(1) + "T" + when) : at;
    }

    /** Returns a moment as local time of the class, to the minute. */
    public String clock(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /**
     * Returns a copy with another due date for a section, or without one. Removing the date of all students also
     * removes the dates of single students.
     *
     * @param student student for whom the date is; all students if empty
     * @param at due date; none if empty
     */
    public ClassInfo due(String section, Optional<Student> student, Optional<Instant> at) {
        Optional<String> id = student.map(Student::id);
        List<Due> others = new ArrayList<>(dues);
        others.removeIf(
                due -> due.section().equals(section) && (due.student().equals(id) || at.isEmpty() && id.isEmpty()));
        at.map(moment -> new Due(section, moment, id)).ifPresent(others::add);
        return due(others);
    }
}
