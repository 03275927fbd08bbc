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
import java.util.stream.Stream;

/** The report on a class, for a reader, a spreadsheet and a script. */
record ClassText(Course course, ClassReport report) {
    private static final int MOST_MISTAKES = 10;

    /** A line a student with a letter a section, then the most common mistakes. */
    String lines() {
        List<String> sections = course.sections().stream().map(Section::id).toList();
        Listing students = new Listing(row("student", sections, "right"));
        report.students().forEach((name, progress) -> students.add(row(name, letters(progress), right(progress))));
        students.add(row("mastered by", sections.stream().map(this::masters).toList(), ""));
        List<String> lines = new ArrayList<>(students.lines());
        lines.add("(M mastered, r read, a answered in part, - nothing yet)");
        if (!report.mistakes().isEmpty()) {
            lines.add("");
            lines.addAll(mistakes()
                    .lines()
                    .subList(0, 1 + Math.min(MOST_MISTAKES, report.mistakes().size())));
        }
        int more = report.mistakes().size() - MOST_MISTAKES;
        if (more > 0) {
            lines.add("and " + more + " more; --csv --mistakes prints all");
        }
        return String.join("\n", lines);
    }

    private static String[] row(String first, List<String> between, String last) {
        return Stream.of(List.of(first), between, List.of(last))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static List<String> letters(Progress progress) {
        return progress.standings().stream().map(ClassText::letter).toList();
    }

    private static String letter(SectionProgress standing) {
        if (standing.isMastered()) {
            return "M";
        }
        return standing.isRead() ? "r" : standing.answers() > 0 ? "a" : "-";
    }

    private static String right(Progress progress) {
        int right =
                progress.standings().stream().mapToInt(SectionProgress::right).sum();
        int answers =
                progress.standings().stream().mapToInt(SectionProgress::answers).sum();
        return right + " of " + answers;
    }

    private String masters(String section) {
        long masters = report.students().values().stream()
                .filter(progress -> progress.standing(section).isMastered())
                .count();
        return String.valueOf(masters);
    }

    /** A row a student and section. */
    Listing standings() {
        Listing rows = new Listing("student", "section", "read", "mastered", "answers", "right", "goals", "due");
        report.students().forEach((name, progress) -> progress.standings()
                .forEach(standing -> rows.add(
                        name,
                        standing.section(),
                        standing.isRead() ? "yes" : "no",
                        standing.isMastered() ? "yes" : "no",
                        String.valueOf(standing.answers()),
                        String.valueOf(standing.right()),
                        String.valueOf(standing.goals()),
                        String.valueOf(standing.due()))));
        return rows;
    }

    /** A row a misconception. */
    Listing mistakes() {
        Listing rows = new Listing("misconception", "students", "times", "questions");
        for (Mistake mistake : report.mistakes()) {
            rows.add(
                    mistake.misconception(),
                    String.valueOf(mistake.students()),
                    String.valueOf(mistake.times()),
                    String.join(" ", mistake.items()));
        }
        return rows;
    }

    Map<String, Object> json() {
        return Json.members(
                "students",
                        report.students().entrySet().stream()
                                .map(student -> student(student.getKey(), student.getValue()))
                                .toList(),
                "mistakes", report.mistakes().stream().map(ClassText::mistake).toList());
    }

    private Map<String, Object> student(String name, Progress progress) {
        return Json.members("student", name, "sections", ProgressText.sections(course, progress));
    }

    private static Map<String, Object> mistake(Mistake mistake) {
        return Json.members(
                "misconception", mistake.misconception(),
                "students", mistake.students(),
                "times", mistake.times(),
                "items", mistake.items());
    }
}
