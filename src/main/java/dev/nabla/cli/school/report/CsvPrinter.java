package dev.nabla.cli.school.report;

import dev.nabla.cli.Listing;
import dev.nabla.progress.SectionProgress;
import dev.nabla.room.Punctuality;
import java.util.List;
import java.util.Optional;

/** Prints a report as CSV: the results, or the mistakes. */
record CsvPrinter(ReportedClass report) {
    private static final List<String> HEADS =
            List.of("section", "read", "mastered", "answers", "right", "goals", "due");

    /** Returns a row per student and section. */
    String results() {
        Listing rows = new Listing().add("student", HEADS, report.ifDues("on time", "late"), Enrolment.heads(report));
        report.students().forEach(student -> student.sections().forEach(result -> {
            SectionProgress one = result.progress();
            Optional<Punctuality> when = result.punctuality();
            rows.add(
                    student.name(),
                    List.of(
                            one.section(),
                            one.isRead(),
                            one.isMastered(),
                            one.answers(),
                            one.right(),
                            one.goals(),
                            one.due()),
                    report.ifDues(when.map(Punctuality::onTime), when.map(Punctuality::late)),
                    Enrolment.cells(student));
        }));
        return rows.csv();
    }

    /** Returns a row per misconception. */
    String mistakes() {
        Listing rows = new Listing().add("misconception", "students", "times", "questions");
        report.mistakes()
                .forEach(made -> rows.add(
                        made.count().misconception(),
                        made.count().students(),
                        made.count().times(),
                        made.items()));
        return rows.csv();
    }
}
