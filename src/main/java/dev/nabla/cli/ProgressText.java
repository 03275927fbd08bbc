package dev.nabla.cli;

import dev.nabla.closing.CourseEnd;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.output.Json;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Progress;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.progress.SectionProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A learner's progress as text and as JSON. */
public record ProgressText(Course course, LearnerJournal journal) {
    private Progress progress() {
        return journal.progress();
    }

    /** Returns the summary, then a table with a row per section. */
    public String table() {
        Listing listing = new Listing().add("section", "read", "mastered", "right", "goals", "due");
        for (Section section : course.sections()) {
            SectionProgress standing = progress().sectionProgress(section.id());
            listing.add(
                    section.id() + "  " + section.title(),
                    standing.isRead() ? "yes" : "-",
                    standing.isMastered() ? "yes" : "-",
                    standing.answers() == 0 ? "-" : standing.right() + " of " + standing.answers(),
                    count(standing.goals()),
                    count(standing.due()));
        }
        List<String> lines = new ArrayList<>(summary());
        lines.add("");
        lines.addAll(listing.lines());
        return String.join("\n", lines);
    }

    /** Returns the summary, then a sentence per section, for a screen reader. */
    public String sentences() {
        List<String> lines = new ArrayList<>(summary());
        lines.add("");
        for (Section section : course.sections()) {
            lines.add(section.id() + " " + section.title() + ": " + sentence(section) + ".");
        }
        return String.join("\n", lines);
    }

    /** Returns what is read, mastered and due, and where the learner left off, a sentence each. */
    private List<String> summary() {
        CourseEnd end = new CourseEnd(course, progress());
        CourseEnd.Standing done = end.standing(end.sections());
        List<String> lines = new ArrayList<>();
        lines.add(
                done.read() + end.answered() == 0
                        ? "You have not begun. nabla learn opens the first section."
                        : "You have read " + done.read() + " of " + WorkedSteps.count(done.sections(), "section")
                                + " and mastered " + done.mastered() + ".");
        if (!progress().items().isEmpty()) {
            String agenda = progress().agendaSentence();
            lines.add(progress().due().isEmpty() ? agenda : agenda + " nabla review asks them.");
        }
        leftOff().ifPresent(stood -> lines.add("You left off at " + place(stood)));
        return lines;
    }

    private String sentence(Section section) {
        if (!section.isWritten()) {
            return "not written yet";
        }
        SectionProgress standing = progress().sectionProgress(section.id());
        List<String> parts = new ArrayList<>();
        if (standing.isRead() || standing.isMastered()) {
            parts.add(!standing.isMastered() ? "read" : standing.isRead() ? "read and mastered" : "mastered");
        }
        if (standing.answers() > 0) {
            parts.add(standing.right() + " of " + WorkedSteps.count(standing.answers(), "answer") + " right");
        }
        if (standing.goals() > 0) {
            parts.add(WorkedSteps.count(standing.goals(), "goal") + " reached");
        }
        if (standing.due() > 0) {
            parts.add(WorkedSteps.count(standing.due(), "question") + " due");
        }
        return parts.isEmpty() ? "not begun" : String.join(", ", parts);
    }

    /**
     * Returns where the learner left off. Empty if the journal holds only a choice of characters, without a section.
     */
    private Optional<Stood> leftOff() {
        return progress().leftOff().filter(stood -> !stood.section().isEmpty());
    }

    private static String count(int many) {
        return many == 0 ? "-" : String.valueOf(many);
    }

    private static String place(Stood stood) {
        String settings = stood.settings().entrySet().stream()
                .map(setting -> " --" + setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining());
        return "section " + stood.section() + (stood.figure().isEmpty() ? "" : ", " + stood.figure() + settings);
    }

    public Map<String, Object> json() {
        return Json.members(
                "sections",
                        course.sections().stream()
                                .map(section -> section(section, progress().sectionProgress(section.id())))
                                .toList(),
                "due", progress().due().stream().map(ProgressText::item).toList(),
                "minutes", progress().minutes(),
                "next", progress().next().map(LocalDate::toString).orElse(null),
                "left_off", leftOff().map(ProgressText::stood).orElse(null),
                "passed_over", journal.aside().count());
    }

    /** Returns the progress in a section, as members for JSON. */
    public static Map<String, Object> section(Section section, SectionProgress standing) {
        return Json.members(
                "section", section.id(),
                "title", section.title(),
                "read", standing.isRead(),
                "mastered", standing.isMastered(),
                "answers", standing.answers(),
                "right", standing.right(),
                "goals", standing.goals(),
                "due", standing.due());
    }

    private static Map<String, Object> item(QuestionHistory item) {
        return Json.members(
                "item", item.id(),
                "section", item.section(),
                "box", item.box().number(),
                "due", item.box().due().toString(),
                "sure_and_wrong", item.box().sureAndWrong());
    }

    private static Map<String, Object> stood(Stood stood) {
        return Json.members("section", stood.section(), "figure", stood.figure(), "settings", stood.settings());
    }
}
