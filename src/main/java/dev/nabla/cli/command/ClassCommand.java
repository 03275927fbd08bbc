package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.LessonsOption;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import dev.nabla.output.Json;
import dev.nabla.progress.ClassReport;
import dev.nabla.progress.Days;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla class report DIR}: what a class has mastered and where it errs, from the journals its students exported. */
final class ClassCommand implements Command {
    private static final String CSV = "--csv";
    private static final String MISTAKES = "--mistakes";
    private static final List<String> ACTIONS = List.of("report");

    private final Environment console;

    ClassCommand(Environment console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "for teachers: report what a class has mastered, and its mistakes";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla class");
        Options.addOperand(spec, "ACTION", Options.ONE, ACTIONS, "report");
        Options.addOperand(
                spec,
                "DIR",
                Options.AT_MOST_ONE,
                "folder of journals, one a student, as nabla progress export ada.jsonl writes them");
        Options.addFlag(spec, CSV, "comma-separated values, a line a student and section");
        Options.addFlag(spec, MISTAKES, "with --csv: a line a misconception instead");
        Options.addJson(spec);
        LessonsOption.add(spec);
        spec.usageMessage().footer("", "Example: nabla class report journals --csv");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        String action = parsed.matchedPositionalValue(0, "");
        if (!ACTIONS.contains(action)) {
            throw Complaints.unknownAction(action, ACTIONS);
        }
        requireUse(parsed);
        String dir = parsed.matchedPositionalValue(1, null);
        if (dir == null) {
            throw BadInput.usage(
                    "usage", "DIR is missing: the folder of exported journals, like nabla class report journals");
        }
        Course course = CourseReader.load(LessonsOption.of(parsed, console));
        ClassFolder folder = ClassFolder.read(dir);
        ClassReport report = ClassReport.of(
                course,
                folder.journals(),
                console.learner().clock().instant(),
                Days.in(console.learner().clock().getZone()));
        return new Reply(Reply.OK, told(new ClassText(course, report), parsed), folder.warnings());
    }

    private static void requireUse(ParseResult parsed) {
        if (parsed.hasMatchedOption(Options.JSON) && parsed.hasMatchedOption(CSV)) {
            throw BadInput.usage("usage", "--json and --csv are two forms; name one");
        }
        if (parsed.hasMatchedOption(MISTAKES) && !parsed.hasMatchedOption(CSV)) {
            throw BadInput.usage("usage", "--mistakes goes with --csv; the other forms have them anyway");
        }
    }

    private String told(ClassText text, ParseResult parsed) {
        if (parsed.hasMatchedOption(Options.JSON)) {
            return Json.object(text.json());
        }
        if (parsed.hasMatchedOption(CSV)) {
            return parsed.hasMatchedOption(MISTAKES)
                    ? text.mistakes().csv()
                    : text.standings().csv();
        }
        return LookOptions.spelt(text.lines(), parsed, console);
    }

    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad, arguments, Optional.empty());
    }
}
