package dev.nabla.closing;

import dev.nabla.closing.CourseRecord.Formulas;
import dev.nabla.closing.CourseRecord.MadeMistake;
import dev.nabla.closing.CourseRecord.OpenGoal;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.ControlCharacters;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question.WrongSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The record as Markdown. Code is indented, not fenced, so that nothing in it can end it.
 *
 * @param card what the learner's model makes, if it is trained
 */
public record MarkdownRecord(CourseRecord record, Optional<ModelCard> card) {
    private static final String CODE = "    ";

    /** Characters that mean something to Markdown inside a line. */
    private static final String SPECIAL = "\\`*_[]<>#|~&$";

    /** Returns the whole record. No character of it can control a terminal. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# What I have learnt with nabla");
        lines.add("");
        lines.add(summary());
        part("Sections", sections(), lines);
        part("Formulas", formulas(), lines);
        part("Mistakes", mistakes(), lines);
        part("Open", open(), lines);
        part("My model", model(), lines);
        part("Figures", code(record.figures()), lines);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            line.codePoints().map(c -> ControlCharacters.is(c) ? '?' : c).forEach(text::appendCodePoint);
            text.append('\n');
        }
        return text.toString();
    }

    private static void part(String heading, List<String> content, List<String> lines) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add("## " + heading);
            lines.add("");
            lines.addAll(content);
        }
    }

    private String summary() {
        CourseEnd end = record.end();
        CourseEnd.Standing done = end.standing(end.sections());
        return end.progress().today() + ": " + done.read() + " of " + done.sections() + " sections read, "
                + done.mastered() + " mastered. " + WorkedSteps.count(end.answered(), "question") + " answered, "
                + end.right() + " right.";
    }

    private List<String> sections() {
        List<String> lines = new ArrayList<>();
        for (Section section : record.end().course().sections()) {
            String box = record.end().isRead(section) ? "- [x] " : "- [ ] ";
            lines.add(box + title(section) + ": " + escaped(section.gist()));
        }
        return lines;
    }

    private static String title(Section section) {
        return section.id() + " " + escaped(section.title());
    }

    private List<String> formulas() {
        List<String> lines = new ArrayList<>();
        Optional<Section> before = Optional.empty();
        for (Formulas formulas : record.formulas()) {
            blank(lines);
            if (!before.equals(Optional.of(formulas.section()))) {
                lines.add("### " + title(formulas.section()));
                lines.add("");
            }
            if (!formulas.heading().isEmpty()) {
                lines.add(escaped(formulas.heading()) + ":");
                lines.add("");
            }
            lines.addAll(code(formulas.lines()));
            before = Optional.of(formulas.section());
        }
        return lines;
    }

    private static void blank(List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private List<String> mistakes() {
        List<String> lines = new ArrayList<>();
        for (MadeMistake mistake : record.mistakes()) {
            String times = mistake.times() == 1 ? "once" : mistake.times() + " times";
            lines.add("- " + mistake.question() + " in " + title(mistake.section()) + ": "
                    + escaped(WrongSpec.label(mistake.name())) + ", " + times
                    + (mistake.rightSince() ? ", right since" : ""));
        }
        return lines;
    }

    private List<String> open() {
        List<String> lines = new ArrayList<>();
        record.end().unread().ifPresent(unread -> lines.add("- " + unread));
        record.end().questions().ifPresent(questions -> lines.add("- " + questions));
        for (OpenGoal open : record.goals()) {
            lines.add("- goal " + open.goal().id() + " in " + title(open.section()) + ": "
                    + escaped(open.goal().ask()));
        }
        return lines;
    }

    private List<String> model() {
        List<String> lines = new ArrayList<>();
        record.model().ifPresent(model -> {
            card.ifPresent(made -> {
                ClosingWords.made(made).forEach(line -> lines.add(escaped(line) + "  "));
                lines.add("");
            });
            lines.addAll(code(List.of(model.command())));
        });
        return lines;
    }

    private static List<String> code(List<String> lines) {
        return lines.stream().map(line -> CODE + line).toList();
    }

    /** Returns a text that Markdown shows as it is. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return escaped.toString();
    }
}
