package dev.nabla.cli.school.report;

import dev.nabla.lesson.Section;
import dev.nabla.progress.SectionProgress;
import dev.nabla.room.Punctuality;
import dev.nabla.room.StudentPoints;
import java.util.List;
import java.util.Optional;

/**
 * What a report says of a student.
 *
 * @param name name of the student, or words in its place
 * @param enrolment what the roster says; empty without a roster
 * @param sections the results in all sections, in the order of the course
 * @param right how many answers were right
 * @param onTime how many answers were on time; empty if no section has a due date
 * @param unchecked how many entries were not graded again
 * @param points none if the form of the report shows no points
 */
record ReportedStudent(
        String name,
        Optional<Enrolment> enrolment,
        List<SectionResult> sections,
        AnswerShare right,
        Optional<AnswerShare> onTime,
        int unchecked,
        StudentPoints points) {
    /**
     * What a student has done in a section.
     *
     * @param punctuality how many answers were on time; empty if the section has no due date
     */
    record SectionResult(
            Section section, SectionProgress progress, SectionStanding standing, Optional<Punctuality> punctuality) {}

    /** Some of a number of answers. */
    record AnswerShare(int some, int all) {
        /** Returns both numbers, like {@code 3 of 4}. */
        @Override
        public String toString() {
            return some + " of " + all;
        }
    }
}
