package dev.nabla.cli.school.report;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.output.PlainText;
import dev.nabla.progress.Progress;
import dev.nabla.progress.SectionProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What each student has done, in sentences, for a reader who does not see a table. */
record ReportSentences(ReportText text) {
    /** Returns a line per student, then a line for each section that someone has mastered. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        text.report().students().forEach((name, progress) -> lines.add(student(name, progress)));
        for (String section : text.course().sectionIds()) {
            long masters = text.masters(section);
            if (masters > 0) {
                lines.add(
                        "Section " + section + " is mastered by " + WorkedSteps.count((int) masters, "student") + ".");
            }
        }
        return lines;
    }

    private String student(String name, Progress progress) {
        List<String> parts = new ArrayList<>();
        add(parts, "mastered", progress, SectionProgress::isMastered);
        add(parts, "read", progress, standing -> standing.isRead() && !standing.isMastered());
        add(parts, "answered in part", progress, ReportSentences::isInPart);
        parts.add(ReportText.right(progress) + " answers right");
        if (text.punctual().isPresent() && !text.onTime(name).equals(ReportText.NONE)) {
            parts.add(text.onTime(name) + " on time");
        }
        if (text.unchecked(name) > 0) {
            parts.add(text.unchecked(name) + " not checked");
        }
        text.points().enrolments().map(all -> all.get(name)).ifPresent(listed -> add(parts, listed));
        return PlainText.harmless(name + ": " + String.join("; ", parts) + ".");
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

    private static boolean isInPart(SectionProgress standing) {
        return standing.answers() > 0 && !standing.isRead() && !standing.isMastered();
    }

    /** Adds the sections with a standing, unless there is none. */
    private static void add(
            List<String> parts, String standing, Progress progress, Predicate<SectionProgress> isCounted) {
        String sections = progress.sectionProgress().stream()
                .filter(isCounted)
                .map(SectionProgress::section)
                .collect(Collectors.joining(", "));
        if (!sections.isEmpty()) {
            parts.add(standing + " " + sections);
        }
    }
}
