package dev.nabla.cli.school.report;

import dev.nabla.cli.Listing;
import dev.nabla.output.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a report as text: what each student has done, then the most common mistakes and the inconsistent entries.
 *
 * @param inSentences whether to tell it in sentences; else in tables, with one letter per student and section
 */
record TextPrinter(ReportedClass report, boolean inSentences) {
    /** Most rows of a table, and most places of an inconsistency, that are printed. */
    private static final int MOST = 10;

    String text() {
        List<String> lines = new ArrayList<>(inSentences ? new StudentSentences(report).lines() : students());
        report.unchecked().forEach((why, times) -> lines.add("(not checked: " + times + ", " + why + ")"));
        addFirst(mistakes(), "--csv --mistakes", lines);
        addFirst(faults(), "--json", lines);
        if (!report.leftOut().isEmpty()) {
            lines.add("");
            report.leftOut().values().forEach(why -> lines.add("left out: " + PlainText.harmless(why)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns one line per student with one letter per section, and what the letters mean. */
    private List<String> students() {
        List<String> listed = Enrolment.heads(report);
        Listing rows = new Listing()
                .add("student", report.sectionIds(), "right", report.ifDues("on time"), "not checked", listed);
        report.students()
                .forEach(student -> rows.add(
                        student.name(),
                        student.sections().stream()
                                .map(result -> result.standing().letter())
                                .toList(),
                        student.right(),
                        report.ifDues(student.onTime().map(Object::toString).orElse(Listing.NONE)),
                        student.unchecked() == 0 ? Listing.NONE : student.unchecked(),
                        Enrolment.cells(student)));
        rows.add(
                "mastered by",
                report.sections().stream()
                        .map(ReportedClass.SectionSummary::masters)
                        .toList(),
                "",
                report.ifDues(""),
                "",
                Collections.nCopies(listed.size(), ""));
        List<String> lines = new ArrayList<>(rows.lines());
        lines.add("(" + SectionStanding.LEGEND + ")");
        return lines;
    }

    private Listing mistakes() {
        Listing rows = new Listing().add("misconception", "students", "times", "questions", "what is told");
        report.mistakes()
                .forEach(made -> rows.add(
                        made.label(), made.count().students(), made.count().times(), made.items(), made.told()));
        return rows;
    }

    private Listing faults() {
        Listing rows = new Listing().add("inconsistent", "student", "times", "where");
        report.faults().forEach(found -> {
            String places = found.places().keySet().stream().limit(MOST).collect(Collectors.joining(" "));
            String more = found.places().size() > MOST ? " ..." : "";
            rows.add(found.kind().text(), found.student(), found.times(), places + more);
        });
        return rows;
    }

    /** Adds the first rows of a table to the lines, and the option that prints all if there are more. */
    private void addFirst(Listing rows, String option, List<String> lines) {
        List<String> all = inSentences ? rows.sentences() : rows.lines();
        int heads = inSentences ? 0 : 1;
        int more = all.size() - heads - MOST;
        if (more > -MOST) {
            lines.add("");
            all.stream().limit(heads + MOST).forEach(lines::add);
        }
        if (more > 0) {
            lines.add("and " + more + " more; " + option + " prints all");
        }
    }
}
