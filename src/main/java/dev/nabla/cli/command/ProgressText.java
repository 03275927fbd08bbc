package dev.nabla.cli.command;

import dev.nabla.cli.LearnerJournal;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Progress;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.progress.SectionProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A learner's progress, for a reader and for a script. */
record ProgressText(Course course, Progress progress, LearnerJournal journal) {
    /** A line a section, what is due, and where the learner left off. */
    String lines() {
        Listing listing = new Listing("section", "read", "mastered", "right", "goals", "due");
        for (Section section : course.sections()) {
            SectionProgress standing = progress.standing(section.id());
            listing.add(
                    section.id() + "  " + section.title(),
                    standing.isRead() ? "yes" : "-",
                    standing.isMastered() ? "yes" : "-",
                    standing.answers() == 0 ? "-" : standing.right() + " of " + standing.answers(),
                    count(standing.goals()),
                    count(standing.due()));
        }
        List<String> lines = new ArrayList<>(listing.lines());
        lines.add("");
        lines.add(progress.agenda() + (progress.due().isEmpty() ? "" : ": nabla review"));
        progress.leftOff().ifPresent(stood -> lines.add("left off at " + place(stood)));
        return String.join("\n", lines);
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

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sections", sections(course, progress));
        json.put("due", progress.due().stream().map(ProgressText::item).toList());
        json.put("minutes", progress.minutes());
        json.put("next", progress.next().map(LocalDate::toString).orElse(null));
        json.put("left_off", progress.leftOff().map(ProgressText::stood).orElse(null));
        json.put("passed_over", journal.contents().aside().size());
        return json;
    }

    /** How far a learner is with each section, for a script. */
    static List<Map<String, Object>> sections(Course course, Progress progress) {
        return course.sections().stream()
                .map(section -> section(section, progress.standing(section.id())))
                .toList();
    }

    private static Map<String, Object> section(Section section, SectionProgress standing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", section.id());
        json.put("title", section.title());
        json.put("read", standing.isRead());
        json.put("mastered", standing.isMastered());
        json.put("answers", standing.answers());
        json.put("right", standing.right());
        json.put("goals", standing.goals());
        json.put("due", standing.due());
        return json;
    }

    private static Map<String, Object> item(QuestionHistory item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item", item.id());
        json.put("section", item.section());
        json.put("box", item.box().number());
        json.put("due", item.box().due().toString());
        json.put("sure_and_wrong", item.box().sureAndWrong());
        return json;
    }

    private static Map<String, Object> stood(Stood stood) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", stood.section());
        json.put("figure", stood.figure());
        json.put("settings", stood.settings());
        return json;
    }
}
