package dev.nabla.room;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.progress.ClassReport.GradedJournal;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.EntrySource;
import dev.nabla.progress.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The points of a student.
 *
 * @param bySection points by id of the section, in the order of the course. A section that gave none is missing until
 *     its due date has passed, and then has 0: nobody is given 0 for what is still to come
 */
public record StudentPoints(Map<String, BigDecimal> bySection) {
    /**
     * Computes the points of a student. Reads the journal once more per due date that has passed.
     *
     * @param dues due dates of the student by section; sections without one are missing
     */
    public static StudentPoints of(
            PointRule rule, Course course, GradedJournal journal, Map<String, Instant> dues, Instant now, DayRule days)
            throws IOException {
        Map<Instant, Progress> byDue = new HashMap<>();
        for (Instant due : dues.values()) {
            if (due.isBefore(now) && !byDue.containsKey(due)) {
                byDue.put(due, Progress.of(course, until(due, journal.entries()), now, days));
            }
        }
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (Section section : course.sections()) {
            BigDecimal earned = rule.earned(section, journal.progress());
            Optional<Progress> then =
                    Optional.ofNullable(dues.get(section.id())).map(byDue::get);
            BigDecimal all = then.map(past -> rule.points(rule.earned(section, past), earned))
                    .orElse(earned);
            if (then.isPresent() || all.signum() > 0) {
                points.put(section.id(), all);
            }
        }
        return new StudentPoints(points);
    }

    private static EntrySource until(Instant due, EntrySource journal) {
        return taker -> journal.each(entry -> {
            if (!entry.at().isAfter(due)) {
                taker.accept(entry);
            }
        });
    }

    /** Returns the points of a section as a decimal number; empty if it has none. */
    public Optional<String> text(String section) {
        return Optional.ofNullable(bySection.get(section)).map(StudentPoints::plain);
    }

    /** Returns the points of a section; null if it has none. */
    public Double number(String section) {
        return bySection.containsKey(section)
                ? Double.valueOf(bySection.get(section).doubleValue())
                : null;
    }

    /** Returns the sum over all sections. */
    public String total() {
        return plain(bySection.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Returns a number of points as digits, with a point and without zeros at the end. */
    public static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
