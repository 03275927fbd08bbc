package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.cli.ProgressText;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Disk;
import dev.nabla.cli.input.Inputs;
import dev.nabla.figure.ShellLine;
import dev.nabla.file.FileReason;
import dev.nabla.file.WholeFile;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import dev.nabla.output.Text;
import dev.nabla.progress.Asides;
import dev.nabla.progress.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code nabla progress [export|import|reset]}: what the journal says, and taking it to another machine. */
record ProgressCommand() implements Command {
    private static final List<String> ACTIONS = List.of("export", "import", "reset");

    @Override
    public Options options(List<String> arguments) {
        return new Options()
                .operand(
                        "[ACTION]",
                        ACTIONS,
                        "export what was done, import it on another machine, or reset to begin anew (default: say it)")
                .operand("[FILE]", "to export to or to import from (default: - for standard output and input)")
                .json()
                .flag(Options.YES, "reset without asking")
                .lessons()
                .footer(
                        "",
                        "A section is mastered when five of its questions, or all if it has fewer, were answered right the last",
                        "time, and more than half of those answered. Guesses about a figure do not count.",
                        "Import adds what is not there yet, however often. Reset keeps what was under another name.",
                        "",
                        "On one machine nabla progress export ada.jsonl, on the other nabla progress import ada.jsonl.",
                        "",
                        "Example: nabla progress");
    }

    @Override
    public Reply run(Arguments given) {
        String action = given.operand(0).isEmpty() ? "" : given.action(ACTIONS);
        String file = given.operand(1).orElse(Inputs.STREAM);
        Arguments.require(
                !action.equals("reset") || given.operand(1).isEmpty(),
                "'" + file + "' is one argument too many; see nabla progress --help");
        Arguments.require(
                action.isEmpty() || !given.json(), Options.JSON + " goes with nabla progress alone; leave it out");
        Arguments.require(
                action.equals("reset") || !given.has(Options.YES),
                Options.YES + " goes with nabla progress reset alone; leave it out");
        Course course = given.course();
        LearnerJournal journal = LearnerJournal.open(given.console(), course);
        return switch (action) {
            case "" -> told(course, journal, given);
            case "export" -> written(given.console(), journal, file);
            case "import" -> added(given.console(), journal, file);
            default -> reset(given.console(), journal, given.has(Options.YES));
        };
    }

    private static Reply told(Course course, LearnerJournal journal, Arguments given) {
        ProgressText told = new ProgressText(course, journal);
        String out = given.json() ? Json.object(told.json()) : given.spelt(told.lines());
        return new Reply(ExitCode.OK, out, journal.warnings());
    }

    /** Writes a file that does not exist yet. */
    private static Reply written(Environment console, LearnerJournal journal, String name) {
        try {
            if (name.equals(Inputs.STREAM)) {
                journal.journal().export(console.streams().out());
                return new Reply(ExitCode.OK, "", journal.warnings());
            }
            return created(console, journal, name);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static Reply created(Environment console, LearnerJournal journal, String name) {
        String shell = " > " + ShellLine.quoted(name);
        WholeFile file = console.disk()
                .absent(name, "file here; type one like ada.jsonl", "keep it on yours: …" + shell)
                .orElseThrow(() -> BadInput.usage(
                        "exists",
                        name + " is there already; type another name, or nabla progress export" + shell
                                + " to write over it"));
        long[] entries = {0};
        Disk.write(file, name, out -> entries[0] = journal.journal().export(out));
        return new Reply(
                ExitCode.OK,
                LearnerJournal.count(entries[0]) + " written to " + Text.harmless(name) + "\n",
                journal.warnings());
    }

    /** Adds what the journal does not have yet. */
    private static Reply added(Environment console, LearnerJournal journal, String name) {
        String source = name.equals(Inputs.STREAM) ? "standard input" : name;
        Asides aside = new Asides();
        List<Entry> others = read(console, name, source, aside);
        try {
            int fresh = journal.journal().add(others);
            return new Reply(
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

    /** A fresh start: the journal goes on under another name. */
    private static Reply reset(Environment console, LearnerJournal journal, boolean sure) {
        long entries = journal.count();
        if (entries == 0 && journal.aside().count() == 0) {
            return Reply.ok("nothing has been done yet\n");
        }
        if (!sure && !console.isWanted("Begin anew, with " + LearnerJournal.count(entries) + " put away?")) {
            return Reply.complaint(ExitCode.USAGE, "nothing has been changed; to begin anew answer yes, or type --yes");
        }
        try {
            Optional<Path> kept =
                    journal.journal().setAside(LocalDate.now(console.learner().clock()));
            return Reply.ok(kept.map(file -> Text.harmless(file.toString()))
                    .map(file -> "begun anew; what was is kept in " + file + "\nnabla progress import " + file
                            + " brings it back\n")
                    .orElse("nothing has been done yet\n"));
        } catch (IOException unwritable) {
            throw LearnerJournal.complaint(unwritable);
        }
    }

    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad, arguments, Optional.empty());
    }
}
