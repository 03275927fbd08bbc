package dev.nabla.cli.school;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.cli.school.report.ReportAction;
import dev.nabla.cli.school.roster.RosterAction;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import java.util.List;
import java.util.Optional;

/** {@code nabla class}: the subcommands with which a teacher looks at a class or changes it. */
public record ClassCommand() implements Command {
    @Override
    public void declare(Options options) {
        options.summary("for teachers: report on a class; its code, roster, dates, keys, names and polls")
                .subcommand("ACTION", String.join(", ", subcommands()))
                .classes()
                .notes("What can be done, and the words it takes:", "")
                .notes(this::actions)
                .notes(
                        "",
                        "All of this works while the class is open, too. WHEN is a time in its zone, like",
                        "2026-12-01T18:00; a later answer is accepted and marked in the report.",
                        "",
                        "A report grades the answers to unchanged questions again and uses that result. It lists wrong",
                        "verdicts, repeated and copied answers, wrong sections, future dates and skipped files;",
                        "if there are any, the exit code is " + ExitCode.IN_PART.code() + ".",
                        "",
                        "Example: nabla class new maths-10b --title 'Maths 10b'",
                        "Example: nabla class roster names.csv --words --class maths-10b",
                        "Example: nabla class due 02 2026-12-01T18:00 --class maths-10b",
                        "Example: nabla class report --class maths-10b --csv",
                        "Example: nabla class report journals");
    }

    @Override
    public List<String> subcommands() {
        return List.of(
                "new", "code", "roster", "close", "open", "list", "report", "points", "due", "key", "pin", "let",
                "rename", "polls", "status", "export", "import", "erase");
    }

    @Override
    public Command subcommand(String name) {
        return switch (name) {
            case "new" -> new NewAction();
            case "code" -> new CodeAction();
            case "roster" -> new RosterAction();
            case "close" -> new DoorAction(true);
            case "open" -> new DoorAction(false);
            case "list" -> new ListAction();
            case "report" -> new ReportAction();
            case "points" -> new PointsAction();
            case "due" -> new DueAction();
            case "key" -> new KeyAction();
            case "pin" -> new PinAction();
            case "let" -> new LetAction();
            case "rename" -> new RenameAction();
            case "polls" -> new PollsAction();
            case "status" -> new StatusAction();
            case "export" -> new ExportAction();
            case "import" -> new ImportAction();
            case "erase" -> new EraseAction();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Returns one line per action, with its operands and summary. */
    private List<String> actions() {
        Listing lines = new Listing();
        for (String name : subcommands()) {
            Options options = Options.declaredBy(subcommand(name), name);
            lines.add("  " + options.synopsis(name), options.summary());
        }
        return lines.lines();
    }

    @Override
    public CommandResult run(Arguments given) {
        throw given.noSubcommand();
    }

    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.empty());
    }
}
