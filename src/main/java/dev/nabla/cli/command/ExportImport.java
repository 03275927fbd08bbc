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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A journal on its way to another machine and back. */
record ExportImport(Environment console, LearnerJournal journal) {
    /** Years of a learner's answers; whatever is larger is no journal. */
    static final int MOST = 32 << 20;

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
                Reply.OK, count(entries.size()) + " written to " + Text.harmless(name) + "\n", journal.warnings());
    }

    /** Adds what the journal does not have yet. */
    Reply from(String name) {
        String source = name.equals(Inputs.STREAM) ? "standard input" : name;
        Journal.Contents others = read(name, source);
        try {
            int fresh = journal.journal().add(others.entries());
            return new Reply(
                    Reply.OK,
                    count(fresh) + " added, " + (others.entries().size() - fresh) + " known already\n",
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
            return read(in, source);
        } catch (IOException unreadable) {
            throw BadInput.usage("unreadable", source + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** A stranger's journal, bounded in size. */
    static Journal.Contents read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw BadInput.usage("too_big", name + " is larger than " + (MOST >> 20) + " MB; that is no journal");
        }
        Journal.Contents contents = Journal.read(new ByteArrayInputStream(bytes));
        if (contents.entries().isEmpty() && !contents.aside().isEmpty()) {
            Journal.Aside first = contents.aside().get(0);
            throw BadInput.usage(
                    "not_a_journal",
                    name + " holds nothing that nabla progress export has written; line " + first.line() + ": "
                            + first.why());
        }
        return contents;
    }

    static String count(int entries) {
        return entries + (entries == 1 ? " entry" : " entries");
    }
}
