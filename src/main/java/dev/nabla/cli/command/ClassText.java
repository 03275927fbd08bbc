package dev.nabla.cli.command;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.output.Json;
import dev.nabla.progress.ClassReport;
import dev.nabla.progress.ClassReport.Mistake;
import dev.nabla.progress.Progress;
import dev.nabla.progress.SectionProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The report on a class, for a reader, a spreadsheet and a script. */
record ClassText(Course course, ClassReport report) {
    private static final int MOST_MISTAKES = 10;

    /** A line a student with a letter a section, then the most common mistakes. */
    String lines() {
        List<String> sections = course.sections().stream().map(Section::id).toList();
        Listing students = new Listing().add(row("student", sections.stream(), "right"));
        report.students()
                .forEach((name, progress) ->
                        students.add(row(name, progress.standings().stream().map(ClassText::letter), right(progress))));
        students.add(row("mastered by", sections.stream().map(this::masters), ""));
        List<String> lines = new ArrayList<>(students.lines());
        lines.add("(M mastered, r read, a answered in part, - nothing yet)");
        if (!report.mistakes().isEmpty()) {
            lines.add("");
            mistakes().lines().stream().limit(1 + MOST_MISTAKES).forEach(lines::add);
        }
        int more = report.mistakes().size() - MOST_MISTAKES;
        if (more > 0) {
            lines.add("and " + more + " more; --csv --mistakes prints all");
        }
        return String.join("\n", lines);
    }

    private static Object[] row(String first, Stream<?> between, String last) {
        return Stream.of(Stream.of(first), between, Stream.of(last))
                .flatMap(Function.identity())
                .toArray();
    }

    private static String letter(SectionProgress standing) {
        if (standing.isMastered()) {
            return "M";
        }
        return standing.isRead() ? "r" : standing.answers() > 0 ? "a" : "-";
    }

    private static String right(Progress progress) {
        List<SectionProgress> all = progress.standings();
        return all.stream().mapToInt(SectionProgress::right).sum() + " of "
                + all.stream().mapToInt(SectionProgress::answers).sum();
    }

    private long masters(String section) {
        return report.students().values().stream()
                .filter(progress -> progress.standing(section).isMastered())
                .count();
    }

    /** A row a student and section. */
    Listing standings() {
        Listing rows = new Listing().add("student", "section", "read", "mastered", "answers", "right", "goals", "due");
        report.students().forEach((name, progress) -> progress.standings()
                .forEach(one -> rows.add(
                        name,
                        one.section(),
                        one.isRead(),
                        one.isMastered(),
                        one.answers(),
                        one.right(),
                        one.goals(),
                        one.due())));
        return rows;
    }

    /** A row a misconception. */
    Listing mistakes() {
        Listing rows = new Listing().add("misconception", "students", "times", "questions");
        report.mistakes()
                .forEach(made ->
                        rows.add(made.misconception(), made.students(), made.times(), String.join(" ", made.items())));
        return rows;
    }

    Map<String, Object> json() {
        List<Map<String, Object>> students = new ArrayList<>();
        report.students()
                .forEach((name, progress) -> students.add(
                        Json.members("student", name, "sections", ProgressText.sections(course, progress))));
        return Json.members(
                "students",
                students,
                "mistakes",
                report.mistakes().stream().map(ClassText::mistake).toList());
    }

    private static Map<String, Object> mistake(Mistake mistake) {
        return Json.members(
                "misconception", mistake.misconception(),
                "students", mistake.students(),
                "times", mistake.times(),
                "items", mistake.items());
    }
}
