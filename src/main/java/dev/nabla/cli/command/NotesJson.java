package dev.nabla.cli.command;

import dev.nabla.closing.CourseEnd;
import dev.nabla.closing.CourseEnd.NextReview;
import dev.nabla.closing.CourseEnd.Standing;
import dev.nabla.closing.CourseModel;
import dev.nabla.closing.CourseRecord;
import dev.nabla.closing.CourseRecord.Formulas;
import dev.nabla.closing.CourseRecord.MadeMistake;
import dev.nabla.closing.CourseRecord.OpenGoal;
import dev.nabla.lesson.Section;
import dev.nabla.output.Json;
import java.util.Map;

/** The record of a course as members for JSON: the content of the Markdown record, as values. */
record NotesJson(CourseRecord record) {
    Map<String, Object> members() {
        return Json.members(
                "day", record.end().progress().today().toString(),
                "totals", totals(record.end()),
                "sections",
                        record.end().course().sections().stream()
                                .map(this::section)
                                .toList(),
                "formulas", record.formulas().stream().map(NotesJson::formulas).toList(),
                "mistakes", record.mistakes().stream().map(NotesJson::mistake).toList(),
                "open", open(),
                "model", record.model().map(NotesJson::model).orElse(null),
                "figures", record.figures());
    }

    private static Map<String, Object> totals(CourseEnd end) {
        Standing done = end.standing(end.sections());
        return Json.members(
                "sections", done.sections(),
                "read", done.read(),
                "mastered", done.mastered(),
                "answered", end.answered(),
                "right", end.right());
    }

    private Map<String, Object> section(Section section) {
        return Json.members(
                "section", section.id(),
                "title", section.title(),
                "gist", section.gist(),
                "read", record.end().progress().isRead(section.id()));
    }

    private static Map<String, Object> formulas(Formulas formulas) {
        return Json.members(
                "section", formulas.section().id(), "heading", formulas.heading(), "lines", formulas.lines());
    }

    private static Map<String, Object> mistake(MadeMistake mistake) {
        return Json.members(
                "item", mistake.question(),
                "section", mistake.section().id(),
                "mistake", mistake.name(),
                "times", mistake.times(),
                "right_since", mistake.rightSince());
    }

    private Map<String, Object> open() {
        return Json.members(
                "sections",
                        record.end().unreadSections().stream().map(Section::id).toList(),
                "questions", record.end().nextReview().map(NotesJson::review).orElse(null),
                "goals", record.goals().stream().map(NotesJson::goal).toList());
    }

    private static Map<String, Object> review(NextReview next) {
        return Json.members("count", next.questions(), "day", next.day().toString());
    }

    private static Map<String, Object> goal(OpenGoal open) {
        return Json.members(
                "goal", open.goal().id(),
                "section", open.section().id(),
                "ask", open.goal().ask());
    }

    private static Map<String, Object> model(CourseModel model) {
        return Json.members("command", model.command(), "seed", model.recipe().seed(), "steps", model.step());
    }
}
