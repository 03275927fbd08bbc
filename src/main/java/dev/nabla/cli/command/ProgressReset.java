package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** {@code nabla progress reset}: starts a new journal and keeps the old one under another name. */
record ProgressReset() implements Command {
    @Override
    public void declare(Options options) {
        options.summary("begin anew; what was is kept")
                .flag(Options.YES, "reset without asking")
                .lessons()
                .notes("Example: nabla progress reset", "Example: nabla progress reset --yes");
    }

    @Override
    public CommandResult run(Arguments given) {
        LearnerJournal journal = LearnerJournal.open(given.console(), given.course());
        return reset(given, journal);
    }

    /** Renames the journal, after a question unless {@code --yes} is given. */
    private static CommandResult reset(Arguments given, LearnerJournal journal) {
        Environment console = given.console();
        long entries = journal.count();
        if (entries == 0 && journal.aside().count() == 0) {
            return CommandResult.ok("nothing has been done yet\n");
        }
        String question = "Begin anew, with " + LearnerJournal.count(entries) + " put away?";
        if (!given.has(Options.YES)
                && !console.isWanted(question, given.displayProfile().glyphs().value())) {
            return CommandResult.complaint(
                    ExitCode.USAGE, "nothing has been changed; to begin anew answer yes, or type --yes");
        }
        try {
            Optional<Path> kept =
                    journal.journal().setAside(LocalDate.now(console.learner().clock()));
            return CommandResult.ok(kept.map(file -> PlainText.harmless(file.toString()))
                    .map(file -> "begun anew; what was is kept in " + file + "\nnabla progress import " + file
                            + " brings it back\n")
                    .orElse("nothing has been done yet\n"));
        } catch (IOException unwritable) {
            throw LearnerJournal.complaint(unwritable);
        }
    }

    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.empty());
    }
}
