package dev.nabla.cli.school.report;

import dev.nabla.cli.Listing;
import dev.nabla.room.StudentPoints;

/**
 * Prints the points of a report as CSV that a gradebook imports. A student is left out if the gradebook cannot tell by
 * the id who it is.
 *
 * @param column head of the column for ids
 */
record GradebookPrinter(ReportedClass report, Gradebook book, String column) {
    /** Returns a row per student, with a column per section. */
    String csv() {
        Listing rows = new Listing()
                .add(
                        book.heads(column),
                        report.sectionIds().stream().map(Gradebook::assignment).toList());
        book.possible()
                .ifPresent(first -> rows.add(
                        first,
                        report.sections().stream()
                                .map(section -> report.info().points().most(section.section()))
                                .map(StudentPoints::plain)
                                .toList()));
        report.students().stream()
                .filter(student -> !report.ids().has(student.name()))
                .forEach(student -> rows.add(
                        book.row(student.name(), student.enrolment().orElseThrow(), column),
                        report.sectionIds().stream()
                                .map(section -> student.points().text(section).orElse(book.none()))
                                .toList()));
        return rows.csv();
    }
}
