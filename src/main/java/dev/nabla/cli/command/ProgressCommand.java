package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.cli.ProgressText;
import dev.nabla.lesson.Course;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import java.util.List;

/** {@code nabla progress}: prints what the journal records; its subcommands move and reset it. */
record ProgressCommand() implements Command {
    private static final String TEXT = "--text";

    @Override
    public void declare(Options options) {
        options.summary("say what is mastered and what is due; export, import, reset, notes")
                .subcommand(
                        "[ACTION]",
                        "export what was done, import it on another machine, reset to begin anew, or notes to keep"
                                + " (default: say it)")
                .json()
                .flag(TEXT, "a sentence a section, for a screen reader; also where TERM=dumb")
                .lessons()
                .notes(
                        "A section is mastered when five of its questions, or all if it has fewer, were answered right the last",
                        "time, and more than half of those answered. Guesses about a figure do not count.",
                        "Importing twice is safe: only new entries are added. Reset renames the old journal.",
                        "",
                        "On one machine nabla progress export ada.jsonl, on the other nabla progress import ada.jsonl.",
                        "",
                        "Example: nabla progress");
    }

    @Override
    public List<String> subcommands() {
        return List.of("export", "import", "reset", "notes");
    }

    @Override
    public Command subcommand(String name) {
        return switch (name) {
            case "export" -> new ProgressExport();
            case "import" -> new ProgressImport();
            case "reset" -> new ProgressReset();
            case "notes" -> new ProgressNotes();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public CommandResult run(Arguments given) {
        if (given.operand(0).isPresent()) {
            throw given.noSubcommand();
        }
        Arguments.require(!given.json() || !given.has(TEXT), TEXT + " and --json are two forms; name one");
        Course course = given.course();
        LearnerJournal journal = LearnerJournal.open(given.console(), course);
        ProgressText text = new ProgressText(course, journal);
        String out = given.json() ? Json.object(text.json()) : given.forDisplay(lines(text, given));
        return new CommandResult(ExitCode.OK, out, journal.warnings());
    }

    /** Returns sentences where a table cannot be read, else the table. A pipe gets the table. */
    private static String lines(ProgressText text, Arguments given) {
        return given.has(TEXT) || given.displayProfile().isLineByLine() ? text.sentences() : text.table();
    }
}
