package dev.nabla.cli.school.report;

import dev.nabla.cli.Listing;
import dev.nabla.cli.ProgressText;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question.WrongSpec;
import dev.nabla.output.Json;
import dev.nabla.output.PlainText;
import dev.nabla.progress.ClassReport;
import dev.nabla.progress.ClassReport.MistakeCount;
import dev.nabla.progress.Finding;
import dev.nabla.progress.Finding.FindingKind;
import dev.nabla.progress.Progress;
import dev.nabla.progress.SectionProgress;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.Punctuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report on a class, as text, CSV and JSON.
 *
 * @param leftOut the reasons why files were skipped, by file name
 * @param punctual how many answers were on time, by student and by section with a due date; empty for a folder of
 *     journals
 * @param points points of the students, and what the roster says of them; without students if no form of the report
 *     that has points was asked for
 */
record ReportText(
        Course course,
        ClassReport report,
        Map<String, String> leftOut,
        Optional<Map<String, Map<String, Punctuality>>> punctual,
        PointsTable points) {
    private static final int MOST = 10;
    static final String NONE = Listing.NONE;

    /**
     * Returns what each student has done. The most common mistakes and the inconsistent entries follow.
     *
     * @param inSentences whether to tell it in sentences; else in tables, with one letter per student and section
     */
    String lines(boolean inSentences) {
        List<String> lines = new ArrayList<>(inSentences ? new ReportSentences(this).lines() : students());
        int passedOver = report.passedOver().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (passedOver > 0) {
            lines.add("(not checked: " + passedOver + ", question changed; they do not count)");
        }
        for (FindingKind kind : FindingKind.values()) {
            int times = unchecked(found -> found.kind() == kind);
            if (times > 0) {
                lines.add("(not checked: " + times + ", " + kind.text() + ")");
            }
        }
        first(mistakes(true), inSentences, "--csv --mistakes", lines);
        first(faults(), inSentences, "--json", lines);
        if (!leftOut.isEmpty()) {
            lines.add("");
            leftOut.values().forEach(why -> lines.add("left out: " + PlainText.harmless(why)));
        }
        return String.join("\n", lines);
    }

    /** Returns one line per student with one letter per section, and what the letters mean. */
    private List<String> students() {
        List<String> sections = course.sections().stream().map(Section::id).toList();
        Listing students = new Listing()
                .add(row("student", sections, "right", timed("on time"), "not checked", listed(Enrolment.HEADS)));
        report.students()
                .forEach((name, progress) -> students.add(row(
                        name,
                        progress.sectionProgress().stream()
                                .map(ReportText::letter)
                                .toList(),
                        right(progress),
                        timed(onTime(name)),
                        number(unchecked(name)),
                        listed(enrolment(name)))));
        students.add(row(
                "mastered by",
                sections.stream().map(this::masters).toList(),
                "",
                timed(""),
                "",
                listed(List.of("", "", ""))));
        List<String> lines = new ArrayList<>(students.lines());
        lines.add("(M mastered, r read, a answered in part, - nothing yet)");
        return lines;
    }

    /** Returns how many entries of a student were not graded again. */
    int unchecked(String student) {
        return unchecked(found -> found.student().equals(student))
                + report.passedOver().getOrDefault(student, 0);
    }

    /** Adds the first rows of a table to the lines, and the option that prints all if there are more. */
    private static void first(Listing rows, boolean inSentences, String option, List<String> lines) {
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

    /** Returns the cells of a row; a list among them stands for several cells. */
    private static Object[] row(Object... cells) {
        return Stream.of(cells)
                .flatMap(cell -> cell instanceof List<?> many ? many.stream() : Stream.of(cell))
                .toArray();
    }

    /** Returns the cells if the report has due dates, else none. */
    private List<?> timed(Object... cells) {
        return punctual.isPresent() ? List.of(cells) : List.of();
    }

    /** Returns the cells if the class has a roster, else none. */
    private List<?> listed(List<?> cells) {
        return points.enrolments().isPresent() ? cells : List.of();
    }

    private List<?> enrolment(String student) {
        return points.enrolments().isPresent()
                ? points.enrolments().get().get(student).cells()
                : List.of();
    }

    /** Returns how many answers were on time, summed over all sections with a due date. */
    String onTime(String student) {
        return punctual.flatMap(all -> all.get(student).values().stream().reduce(Punctuality::and))
                .map(sum -> sum.onTime() + " of " + sum.answered())
                .orElse(NONE);
    }

    Optional<Punctuality> onTime(String student, String section) {
        return punctual.map(all -> all.get(student).get(section));
    }

    /** Returns how many answers were not graded again, summed over the findings that match. */
    private int unchecked(Predicate<Finding> wanted) {
        return report.findings().stream()
                .filter(found -> !found.kind().isFault())
                .filter(wanted)
                .mapToInt(Finding::times)
                .sum();
    }

    private static String number(int times) {
        return times == 0 ? NONE : String.valueOf(times);
    }

    /** Returns one row per student and kind of inconsistency. */
    private Listing faults() {
        Listing rows = new Listing().add("inconsistent", "student", "times", "where");
        report.faults().forEach(found -> {
            String places = found.places().keySet().stream().limit(MOST).collect(Collectors.joining(" "));
            String more = found.places().size() > MOST ? " ..." : "";
            rows.add(found.kind().text(), found.student(), found.times(), places + more);
        });
        return rows;
    }

    static String letter(SectionProgress standing) {
        if (standing.isMastered()) {
            return "M";
        }
        return standing.isRead() ? "r" : standing.answers() > 0 ? "a" : NONE;
    }

    static String right(Progress progress) {
        List<SectionProgress> all = progress.sectionProgress();
        return all.stream().mapToInt(SectionProgress::right).sum() + " of "
                + all.stream().mapToInt(SectionProgress::answers).sum();
    }

    long masters(String section) {
        return report.students().values().stream()
                .filter(progress -> progress.sectionProgress(section).isMastered())
                .count();
    }

    /** Returns one row per student and section. */
    Listing standings() {
        List<String> heads = List.of("section", "read", "mastered", "answers", "right", "goals", "due");
        Listing rows = new Listing().add(row("student", heads, timed("on time", "late"), listed(Enrolment.HEADS)));
        report.students().forEach((name, progress) -> progress.sectionProgress().forEach(one -> {
            Optional<Punctuality> when = onTime(name, one.section());
            List<?> cells = List.of(
                    one.section(), one.isRead(), one.isMastered(), one.answers(), one.right(), one.goals(), one.due());
            rows.add(row(
                    name, cells, timed(when.map(Punctuality::onTime), when.map(Punctuality::late)), enrolment(name)));
        }));
        return rows;
    }

    /**
     * Returns one row per misconception.
     *
     * @param read whether to write for people: the label of the misconception, and what the course says about it
     */
    Listing mistakes(boolean read) {
        Listing rows = new Listing()
                .add(row("misconception", "students", "times", "questions", read ? "what is told" : List.of()));
        report.mistakes().forEach(made -> {
            String id = made.misconception();
            String items = String.join(" ", made.items());
            String name = read ? WrongSpec.label(id) : id;
            rows.add(row(name, made.students(), made.times(), items, read ? mistakeLine(made) : List.of()));
        });
        return rows;
    }

    String mistakeLine(MistakeCount made) {
        return PollQuestion.of(course, made.items().get(0), 0)
                .flatMap(question -> question.reveals(made.misconception()))
                .map(PollQuestion::brief)
                .orElse("");
    }

    Map<String, Object> json() {
        List<Map<String, Object>> students = new ArrayList<>();
        report.students().forEach((name, progress) -> students.add(student(name, progress)));
        return Json.members(
                "students",
                students,
                "mistakes",
                report.mistakes().stream().map(ReportText::mistake).toList(),
                "findings",
                report.findings().stream().map(ReportText::finding).toList(),
                "left_out",
                leftOut.entrySet().stream()
                        .map(file -> Json.members("file", file.getKey(), "why", file.getValue()))
                        .toList());
    }

    private Map<String, Object> student(String name, Progress progress) {
        Map<String, Object> student = Json.members("student", name, "sections", sections(name, progress));
        points.enrolments().map(all -> all.get(name)).ifPresent(listed -> {
            student.put("id", listed.id());
            student.put("group", listed.group());
            student.put("joined", listed.joined());
        });
        return student;
    }

    private List<Map<String, Object>> sections(String name, Progress progress) {
        List<Map<String, Object>> sections = ProgressText.sections(course, progress);
        sections.forEach(section -> {
            String id = (String) section.get("section");
            section.put("points", points.students().get(name).number(id));
            onTime(name, id).ifPresent(when -> {
                section.put("on_time", when.onTime());
                section.put("late", when.late());
            });
        });
        return sections;
    }

    private static Map<String, Object> finding(Finding found) {
        return Json.members(
                "finding", found.kind().name().toLowerCase(Locale.ROOT),
                "fault", found.kind().isFault(),
                "student", found.student(),
                "times", found.times(),
                "places", List.copyOf(found.places().keySet()));
    }

    private static Map<String, Object> mistake(MistakeCount mistake) {
        return Json.members(
                "misconception", mistake.misconception(),
                "students", mistake.students(),
                "times", mistake.times(),
                "items", mistake.items());
    }
}
