package dev.nabla.cli.school.report;

import dev.nabla.cli.school.report.ReportedClass.SectionSummary;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.output.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what each student has done in sentences, for a reader who does not see a table. */
record StudentSentences(ReportedClass report) {
    /** Returns a line per student, then a line for each section that someone has mastered. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        report.students().forEach(student -> lines.add(sentence(student)));
        for (SectionSummary section : report.sections()) {
            if (section.masters() > 0) {
                lines.add("Section " + section.id() + " is mastered by "
                        + WorkedSteps.count(section.masters(), "student") + ".");
            }
        }
        return lines;
    }

    private static String sentence(ReportedStudent student) {
        List<String> parts = new ArrayList<>();
        for (SectionStanding standing :
                List.of(SectionStanding.MASTERED, SectionStanding.READ, SectionStanding.IN_PART)) {
            String sections = student.sections().stream()
                    .filter(result -> result.standing() == standing)
                    .map(result -> result.section().id())
                    .collect(Collectors.joining(", "));
            if (!sections.isEmpty()) {
                parts.add(standing.words() + " " + sections);
            }
        }
        parts.add(student.right() + " answers right");
        student.onTime().ifPresent(share -> parts.add(share + " on time"));
        if (student.unchecked() > 0) {
            parts.add(student.unchecked() + " not checked");
        }
        student.enrolment().ifPresent(listed -> add(parts, listed));
        return PlainText.harmless(student.name() + ": " + String.join("; ", parts) + ".");
    }

    private static void add(List<String> parts, Enrolment listed) {
        if (!listed.id().isEmpty()) {
            parts.add("id " + listed.id());
        }
        if (!listed.group().isEmpty()) {
            parts.add("group " + listed.group());
        }
        if (!listed.joined()) {
            parts.add("has not joined");
        }
    }
}
