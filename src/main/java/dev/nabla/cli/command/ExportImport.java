package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Inputs;
import dev.nabla.figure.ShellLine;
import dev.nabla.math.BadInput;
import dev.nabla.output.Text;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A journal on its way to another machine and back. */
record ExportImport(Environment console, LearnerJournal journal) {
    /** Writes a file that does not exist yet. */
    Reply toFile(String name) {
        List<Entry> entries = journal.entries();
        String lines = Journal.export(entries);
        if (name.equals(Inputs.STREAM)) {
            return new Reply(Reply.OK, lines, journal.warnings());
        }
        String shell = " > " + ShellLine.quoted(name);
        if (!console.disk().write(name, "ada.jsonl", lines, "", "keep it on yours: …" + shell)) {
            throw BadInput.usage(
                    "exists",
                    name + " is there already; type another name, or nabla progress export" + shell
                            + " to write over it");
        }
        return new Reply(
                Reply.OK,
                LearnerJournal.count(entries.size()) + " written to " + Text.harmless(name) + "\n",
                journal.warnings());
    }

    /** Adds what the journal does not have yet. */
    Reply from(String name) {
        String source = name.equals(Inputs.STREAM) ? "standard input" : name;
        Journal.Contents others = read(name, source);
        try {
            int fresh = journal.journal().add(others.entries());
            return new Reply(
                    Reply.OK,
                    LearnerJournal.count(fresh) + " added, " + (others.entries().size() - fresh) + " known already\n",
                    LearnerJournal.warnings(source, others.aside(), "it is left out"));
        } catch (IOException unwritable) {
            throw LearnerJournal.complaint(unwritable);
        }
    }

    private Journal.Contents read(String name, String source) {
        try (InputStream in = name.equals(Inputs.STREAM)
                ? console.streams().in()
                : Inputs.named(name + ":", () -> console.disk()
                        .open(name, " that nabla progress export has written", Inputs.sent("progress import", name)))) {
            return LearnerJournal.read(in, source);
        } catch (IOException unreadable) {
            throw BadInput.usage("unreadable", source + " cannot be read: " + unreadable.getMessage());
        }
    }
}
