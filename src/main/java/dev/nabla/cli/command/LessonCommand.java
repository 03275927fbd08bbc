package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Inputs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.lint.Lint;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.read.Starter;
import dev.nabla.output.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                        "list: the sections; lint: exit 1 if there are mistakes, each with file and line; new: write a"
                                + " small course to begin with")
                .operand("[DIR]", "for new: the folder to make")
                .flag(QUESTIONS, "with list: the id and the words of every question")
                .lessons()
                .footer(
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
            case "list" -> Reply.ok(given.spelt(list(given.course(), given.has(QUESTIONS))));
            case "lint" -> lint(given);
            default -> begin(given.operand(1));
        };
    }

    private static Reply begin(Optional<String> dir) {
        String name = Arguments.require(dir, "DIR is missing: the folder to make, like nabla lesson new my-course");
        List<Path> files = Starter.write(Inputs.path(name, Arguments.FOLDER));
        String folder = Inputs.word(name);
        return Reply.ok(Text.harmless("write your lesson:   " + files.get(files.size() - 1)) + "\n"
                + Text.harmless("see it as you save:  nabla learn 01 --lessons " + folder + " --watch") + "\n"
                + Text.harmless("look for mistakes:   nabla lesson lint --lessons " + folder) + "\n");
    }

    private static Reply lint(Arguments given) {
        if (!Files.isDirectory(given.lessons())) {
            given.course();
        }
        List<String> mistakes = Lint.of(given.lessons());
        return mistakes.isEmpty()
                ? Reply.ok("no mistakes\n")
                : new Reply(Reply.WRONG, given.spelt(String.join("\n", mistakes)), "");
    }

    private static String list(Course course, boolean questions) {
        Stream<String> lines = questions
                ? course.lessons().stream()
                        .flatMap(lesson -> lesson.questions().stream())
                        .map(LessonCommand::line)
                : course.sections().stream().map(LessonCommand::line);
        return lines.collect(Collectors.joining("\n"));
    }

    /** A line however long, so that grep finds it whole. */
    private static String line(Question question) {
        String id = question.id();
        return id
                + " ".repeat(Math.max(1, 6 - id.length()))
                + question.draw(0).prompt().replace('\n', ' ');
    }

    private static String line(Section section) {
        String title = section.id() + "  " + section.title();
        Optional<Lesson> lesson = section.lesson();
        String held = lesson.map(written -> written.minutes() + " min, "
                        + count(written.questions().size(), "question") + ", "
                        + count(written.goals().size(), "goal"))
                .orElse("not written yet");
        return title + " ".repeat(Math.max(2, 36 - title.length())) + held;
    }

    private static String count(int many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }
}
