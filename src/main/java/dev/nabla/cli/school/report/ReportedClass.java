package dev.nabla.cli.school.report;

import dev.nabla.cli.school.roster.IdGaps;
import dev.nabla.lesson.Section;
import dev.nabla.progress.ClassReport.MistakeCount;
import dev.nabla.progress.Finding;
import dev.nabla.room.ClassInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report on a class, as values that every form of it prints.
 *
 * @param info the settings of the class
 * @param now the time of the report
 * @param sections the sections, in the order of the course
 * @param students the students, ordered by name
 * @param mistakes misconceptions behind wrong answers, those of the most students first
 * @param findings inconsistent entries, and answers that were not graded again, by kind
 * @param unchecked how many entries were not graded again, by reason
 * @param ids ids of the roster that a gradebook cannot use
 * @param leftOut the reasons why files were skipped, by file name
 * @param hasDues whether sections can have due dates; those of exported journals cannot
 * @param hasRoster whether the class has a roster
 */
record ReportedClass(
        ClassInfo info,
        Instant now,
        List<SectionSummary> sections,
        List<ReportedStudent> students,
        List<ToldMistake> mistakes,
        List<Finding> findings,
        Map<String, Integer> unchecked,
        IdGaps ids,
        Map<String, String> leftOut,
        boolean hasDues,
        boolean hasRoster) {
    /**
     * A section in a report.
     *
     * @param masters how many students have mastered it
     * @param due due date for the class; empty if it has none
     */
    record SectionSummary(Section section, long masters, Optional<Instant> due) {
        String id() {
            return section.id();
        }
    }

    /**
     * A misconception in a class.
     *
     * @param label its name for readers
     * @param told the first sentence of what the course says about it; empty if it says nothing
     */
    record ToldMistake(MistakeCount count, String label, String told) {
        /** Returns the ids of the questions where it occurred. */
        String items() {
            return String.join(" ", count.items());
        }
    }

    List<String> sectionIds() {
        return sections.stream().map(SectionSummary::id).toList();
    }

    /** Returns the findings that are inconsistencies. */
    List<Finding> faults() {
        return findings.stream().filter(found -> found.kind().isFault()).toList();
    }

    /** Returns the cells of columns for due dates; none if sections cannot have any. */
    List<?> ifDues(Object... cells) {
        return hasDues ? List.of(cells) : List.of();
    }
}
