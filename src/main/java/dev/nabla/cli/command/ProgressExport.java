package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.figure.ShellCommand;
import dev.nabla.file.WholeFile;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** {@code nabla progress export [FILE]}: writes the journal to standard output or a new file. */
record ProgressExport() implements Command {
    @Override
    public void declare(Options options) {
        options.summary("write what was done into a file")
                .operand("[FILE]", "to export to (default: - for standard output)")
                .lessons()
                .notes("Example: nabla progress export ada.jsonl");
    }

    @Override
    public CommandResult run(Arguments given) {
        LearnerJournal journal = LearnerJournal.open(given.console(), given.course());
        return written(given.console(), journal, given.operand(0).orElse(Inputs.STREAM));
    }

    /** Writes the journal to standard output for {@code -}, else to a new file. */
    private static CommandResult written(Environment console, LearnerJournal journal, String name) {
        try {
            if (name.equals(Inputs.STREAM)) {
                journal.journal().export(console.streams().out());
                return new CommandResult(ExitCode.OK, "", journal.warnings());
            }
            return created(console, journal, name);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static CommandResult created(Environment console, LearnerJournal journal, String name) {
        String shell = " > " + ShellCommand.quoted(name);
        WholeFile file = console.disk()
                .absent(name, "file here; type one like ada.jsonl", "keep it on yours: …" + shell)
                .orElseThrow(() -> BadInput.usage(
                        "exists",
                        name + " is there already; type another name, or nabla progress export" + shell
                                + " to write over it"));
        long[] entries = {0};
        FileAccess.write(file, name, out -> entries[0] = journal.journal().export(out));
        return new CommandResult(
                ExitCode.OK,
                LearnerJournal.count(entries[0]) + " written to " + PlainText.harmless(name) + "\n",
                journal.warnings());
    }

    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.empty());
    }
}
