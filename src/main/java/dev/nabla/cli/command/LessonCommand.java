package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.figure.ShellLine;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.lint.Lint;
import dev.nabla.lesson.read.Starter;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Text;
import java.nio.file.Path;
import java.util.List;

/** {@code nabla lesson list|lint|new}: what a course holds, what is wrong with it, and one to begin with. */
record LessonCommand() implements Command {
    private static final List<String> ACTIONS = List.of("list", "lint", "new");
    private static final String QUESTIONS = "--questions";

    @Override
    public Options options(List<String> arguments) {
        return new Options()
                .operand(
                        "ACTION",
                        ACTIONS,
                        "list: the sections; lint: exit " + ExitCode.WRONG.code()
                                + " if there are mistakes, each with file and line; new: write a"
                                + " small course to begin with")
                .operand("[DIR]", "for new: the folder to make")
                .flag(QUESTIONS, "with list: the id and the words of every question")
                .lessons()
                .footer(
                        "",
                        "A lesson is Markdown below a title and minutes. A page of it ends at a figure or at a line ***;",
                        "{{dot.cosine:2 b=0.4,2}} is a number with two places. Blocks between three backticks:",
                        "",
                        "  figure    figure, set: its knobs as it opens",
                        "  formula   lines as they stand",
                        "  steps     id, ask, numbers, where, blanks, lines: line with ___, answer, places, wrong, hints",
                        "  question  id, ask, kind, numbers, where, answer, holds, places, unit, within, wrong, hints,",
                        "            steps or worked; for a guess before a figure predict, figure, plays, hides",
                        "  goal      id, ask, holds, figure, set, free",
                        "",
                        "kind: number, vector, choice, order, expression. wrong: is or when, misconception, reveals.",
                        "",
                        "Example: nabla lesson list --questions",
                        "Example: nabla lesson new my-course",
                        "Example: nabla lesson lint --lessons my-course");
    }

    @Override
    public Reply run(Arguments given) {
        String action = given.action(ACTIONS);
        String dir = given.operand(1).orElse("");
        Arguments.require(
                given.operand(1).isEmpty() || action.equals("new"),
                "'" + dir + "' is one argument too many; name the course with --lessons " + dir);
        Arguments.require(
                action.equals("list") || !given.has(QUESTIONS),
                QUESTIONS + " goes with nabla lesson list alone; leave it out");
        return switch (action) {
            case "list" ->
                Reply.ok(given.spelt(list(given.course(), given.has(QUESTIONS)).text()));
            case "lint" -> lint(given);
            default -> begin(given);
        };
    }

    private static Reply begin(Arguments given) {
        String name = Arguments.require(
                given.operand(1), "DIR is missing: the folder to make, like nabla lesson new my-course");
        List<Path> files = Starter.write(given.console().disk().at(name, Arguments.FOLDER, "make it on yours"));
        String folder = ShellLine.quoted(name);
        return Reply.ok(Text.harmless("write your lesson:   " + files.get(files.size() - 1)) + "\n"
                + Text.harmless("see it as you save:  nabla learn 01 --lessons " + folder + " --watch") + "\n"
                + Text.harmless("look for mistakes:   nabla lesson lint --lessons " + folder) + "\n");
    }

    private static Reply lint(Arguments given) {
        List<String> mistakes = Lint.of(given.lessons());
        return mistakes.isEmpty()
                ? Reply.ok("no mistakes\n")
                : new Reply(ExitCode.WRONG, given.spelt(String.join("\n", mistakes)), "");
    }

    /** A line however long, so that grep finds it whole. */
    private static Listing list(Course course, boolean questions) {
        Listing listing = new Listing();
        if (questions) {
            course.lessons().stream()
                    .flatMap(lesson -> lesson.questions().stream())
                    .forEach(question ->
                            listing.add(question.id(), question.draw(0).prompt().replace('\n', ' ')));
        } else {
            course.sections().forEach(section -> listing.add(section.id(), section.title(), held(section)));
        }
        return listing;
    }

    private static String held(Section section) {
        return section.outline()
                .map(outline -> section.draft().orElseThrow().minutes() + " min, "
                        + count(outline.questions().size(), "question") + ", "
                        + count(outline.goals().size(), "goal"))
                .orElse("not written yet");
    }

    private static String count(int many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }
}
