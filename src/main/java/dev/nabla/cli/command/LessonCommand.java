package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.LessonsOption;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.FileName;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.lint.Lint;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.Starter;
import dev.nabla.math.BadInput;
import dev.nabla.output.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla lesson list|lint|new}: what a course holds, what is wrong with it, and one to begin with. */
final class LessonCommand implements Command {
    private static final List<String> ACTIONS = List.of("list", "lint", "new");

    private static final String QUESTIONS = "--questions";

    private final Environment console;

    LessonCommand(Environment console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "for authors: list what a course holds, lint it for mistakes, begin a new one";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla lesson");
        Options.addOperand(
                spec,
                "ACTION",
                Options.ONE,
                ACTIONS,
                "list: the sections; lint: exit 1 if there are mistakes, each with file and line; new: write a"
                        + " small course to begin with");
        Options.addOperand(spec, "DIR", Options.AT_MOST_ONE, "for new: the folder to make");
        Options.addFlag(spec, QUESTIONS, "with list: the id and the words of every question");
        LessonsOption.add(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Example: nabla lesson list --questions",
                        "Example: nabla lesson new my-course",
                        "Example: nabla lesson lint --lessons my-course");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        String action = parsed.matchedPositionalValue(0, "");
        Optional<String> dir = Optional.ofNullable(parsed.matchedPositionalValue(1, null));
        if (dir.isPresent() && List.of("list", "lint").contains(action)) {
            throw BadInput.usage(
                    "usage",
                    "'" + dir.get() + "' is one argument too many; name the course with --lessons " + dir.get());
        }
        if (parsed.hasMatchedOption(QUESTIONS) && !action.equals("list")) {
            throw BadInput.usage("usage", QUESTIONS + " goes with nabla lesson list alone; leave it out");
        }
        return switch (action) {
            case "list" -> list(CourseReader.load(LessonsOption.of(parsed, console)), parsed);
            case "lint" -> lint(LessonsOption.of(parsed, console), parsed);
            case "new" -> begin(dir);
            default -> throw Complaints.unknownAction(action, ACTIONS);
        };
    }

    private static Reply begin(Optional<String> dir) {
        String name = dir.orElseThrow(
                () -> BadInput.usage("usage", "DIR is missing: the folder to make, like nabla lesson new my-course"));
        List<Path> files = Starter.write(LessonsOption.folder(name));
        String folder = FileName.word(name);
        return Reply.ok(Text.harmless("write your lesson:   " + files.get(files.size() - 1)) + "\n"
                + Text.harmless("see it as you save:  nabla learn 01 --lessons " + folder + " --watch") + "\n"
                + Text.harmless("look for mistakes:   nabla lesson lint --lessons " + folder) + "\n");
    }

    private Reply lint(Path folder, ParseResult parsed) {
        if (!Files.isDirectory(folder)) {
            CourseReader.load(folder);
        }
        List<String> mistakes = Lint.of(folder);
        return mistakes.isEmpty()
                ? Reply.ok("no mistakes\n")
                : new Reply(Reply.WRONG, LookOptions.spelt(String.join("\n", mistakes), parsed, console), "");
    }

    private Reply list(Course course, ParseResult parsed) {
        Stream<String> lines = parsed.hasMatchedOption(QUESTIONS)
                ? course.lessons().stream()
                        .flatMap(lesson -> lesson.questions().stream())
                        .map(LessonCommand::line)
                : course.sections().stream().map(LessonCommand::line);
        return Reply.ok(LookOptions.spelt(lines.collect(Collectors.joining("\n")), parsed, console));
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
