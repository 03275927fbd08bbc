package dev.nabla.cli.school.report;

import dev.nabla.cli.Listing;

/** Prints the points of a report in a wide table: a row per student, a column per section. */
record WidePrinter(ReportedClass report) {
    Listing table() {
        Listing rows = new Listing().add("student", report.sectionIds(), "total", Enrolment.heads(report));
        report.students()
                .forEach(student -> rows.add(
                        student.name(),
                        report.sectionIds().stream().map(student.points()::text).toList(),
                        student.points().total(),
                        Enrolment.cells(student)));
        return rows;
    }
}
