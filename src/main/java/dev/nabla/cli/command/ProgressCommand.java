package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.LessonsOption;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Inputs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import dev.nabla.output.Json;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla progress [export|import|reset]}: what the journal says, and taking it to another machine. */
final class ProgressCommand implements Command {
    static final String YES = "--yes";
    private static final List<String> ACTIONS = List.of("export", "import", "reset");

    private static final String[] FOOTER = {
        "",
        "A section is mastered when 4 of the last 5 first answers were right, one of them a prediction.",
        "Import adds what is not there yet, however often. Reset keeps what was under another name.",
        "",
        "On one machine nabla progress export ada.jsonl, on the other nabla progress import ada.jsonl.",
        "",
        "Example: nabla progress"
    };

    private final Environment console;

    ProgressCommand(Environment console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "say what is mastered and what is due; export, import, reset";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla progress");
        Options.addOperand(
                spec,
                "ACTION",
                Options.AT_MOST_ONE,
                ACTIONS,
                "export what was done, import it on another machine, or reset to begin anew (default: say it)");
        Options.addOperand(
                spec,
                "FILE",
                Options.AT_MOST_ONE,
                List.of(),
                "to export to or to import from (default: - for standard output and input)");
        Options.addJson(spec);
        Options.addFlag(spec, YES, "reset without asking");
        LessonsOption.add(spec);
        spec.usageMessage().footer(FOOTER);
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        String action = parsed.matchedPositionalValue(0, "");
        Optional<String> file = Optional.ofNullable(parsed.matchedPositionalValue(1, null));
        requireUse(action, file, parsed);
        Course course = CourseReader.load(LessonsOption.of(parsed, console));
        LearnerJournal journal = LearnerJournal.open(console, course);
        return switch (action) {
            case "" -> told(course, journal, parsed);
            case "export" -> new ExportImport(console, journal).toFile(file.orElse(Inputs.STREAM));
            case "import" -> new ExportImport(console, journal).from(file.orElse(Inputs.STREAM));
            default -> new ResetProgress(console, journal).start(parsed.hasMatchedOption(YES));
        };
    }

    private static void requireUse(String action, Optional<String> file, ParseResult parsed) {
        if (!action.isEmpty() && !ACTIONS.contains(action)) {
            throw Complaints.unknownAction(action, ACTIONS);
        }
        if (action.equals("reset") && file.isPresent()) {
            throw BadInput.usage("usage", "'" + file.get() + "' is one argument too many; see nabla progress --help");
        }
        requireOnly("", Options.JSON, action, parsed);
        requireOnly("reset", YES, action, parsed);
    }

    private static void requireOnly(String owner, String option, String action, ParseResult parsed) {
        if (parsed.hasMatchedOption(option) && !action.equals(owner)) {
            throw BadInput.usage(
                    "usage",
                    option + " goes with nabla progress" + (owner.isEmpty() ? "" : " " + owner)
                            + " alone; leave it out");
        }
    }

    private Reply told(Course course, LearnerJournal journal, ParseResult parsed) {
        ProgressText told = new ProgressText(course, journal.tutor(course).progress(), journal);
        String out = parsed.hasMatchedOption(Options.JSON)
                ? Json.object(told.json())
                : LookOptions.spelt(told.lines(), parsed, console);
        return new Reply(Reply.OK, out, journal.warnings());
    }

    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad, arguments, Optional.empty());
    }
}
