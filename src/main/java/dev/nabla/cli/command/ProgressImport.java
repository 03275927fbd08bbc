package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.Inputs;
import dev.nabla.file.FileReason;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Asides;
import dev.nabla.progress.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code nabla progress import [FILE]}: adds the entries that the journal does not have yet. */
record ProgressImport() implements Command {
    @Override
    public void declare(Options options) {
        options.summary("add what was done on another machine")
                .operand("[FILE]", "to import from (default: - for standard input)")
                .lessons()
                .notes("Example: nabla progress import ada.jsonl");
    }

    @Override
    public CommandResult run(Arguments given) {
        LearnerJournal journal = LearnerJournal.open(given.console(), given.course());
        return added(given.console(), journal, given.operand(0).orElse(Inputs.STREAM));
    }

    /** Adds the entries that the journal does not have yet, and reports how many were new. */
    private static CommandResult added(Environment console, LearnerJournal journal, String name) {
        String source = name.equals(Inputs.STREAM) ? "standard input" : name;
        Asides aside = new Asides();
        List<Entry> others = read(console, name, source, aside);
        try {
            int fresh = journal.journal().add(others);
            return new CommandResult(
                    ExitCode.OK,
                    LearnerJournal.count(fresh) + " added, " + (others.size() - fresh) + " known already\n",
                    LearnerJournal.warnings(source, aside, "it is left out"));
        } catch (IOException unwritable) {
            throw LearnerJournal.complaint(unwritable);
        }
    }

    private static List<Entry> read(Environment console, String name, String source, Asides aside) {
        String which = " that nabla progress export has written";
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = console.open(name, name, which, "progress import")) {
            LearnerJournal.each(in, source, entries::add, aside);
            return entries;
        } catch (IOException unreadable) {
            throw BadInput.usage("unreadable", source + " cannot be read: " + FileReason.of(unreadable));
        }
    }

    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.empty());
    }
}
