package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Asides;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * The learner's journal, as commands use it.
 *
 * @param journal the stored journal
 * @param progress the learner's progress when the journal was opened
 * @param aside the lines that could not be read
 * @param learner the owner of the journal
 */
public record LearnerJournal(Journal journal, Progress progress, Asides aside, Environment.Learner learner) {
    /** Largest size of an imported journal, in bytes (32 MB). The answers of years fit into it. */
    private static final int MOST = 32 << 20;
    /** Size from which reading takes long enough to be shown, in bytes: about half a second. */
    private static final int LONG = 8 << 20;

    public static LearnerJournal open(Environment console, Course course) {
        Environment.Learner learner = console.learner();
        Journal journal = learner.journal().apply(course);
        try {
            String note = journal.size() < LONG ? "" : "reading a journal of " + (journal.size() >> 20) + " MB";
            showProgress(console, note);
            Journal.Outcome outcome = journal.outcome(course, learner.clock().instant(), days(learner));
            showProgress(console, " ".repeat(note.length()));
            return new LearnerJournal(journal, outcome.progress(), outcome.aside(), learner);
        } catch (IOException unreadable) {
            throw complaint(unreadable);
        }
    }

    /** Shows a line that the next one replaces. */
    private static void showProgress(Environment console, String line) {
        try {
            if (!line.isEmpty()) {
                console.streams().progress().write(("\r" + line + "\r").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException unseen) {
            return; // the journal is read all the same
        }
    }

    /**
     * Opens the journal for the tutor. A journal that cannot be read counts as empty; the first write then reports the
     * error.
     */
    public static LearnerJournal orEmpty(Environment console, Course course) {
        try {
            return open(console, course);
        } catch (BadInput unreadable) {
            Environment.Learner learner = console.learner();
            Progress none = Progress.of(course, List.of(), learner.clock().instant(), days(learner));
            return new LearnerJournal(learner.journal().apply(course), none, new Asides(), learner);
        }
    }

    private static DayRule days(Environment.Learner learner) {
        return DayRule.inZone(learner.clock().getZone());
    }

    /**
     * Returns the number of entries.
     *
     * @throws BadInput if the journal cannot be read
     */
    public long count() {
        long[] count = {0};
        try {
            journal.each(entry -> count[0]++, aside -> {});
            return count[0];
        } catch (IOException unreadable) {
            throw complaint(unreadable);
        }
    }

    /**
     * Reads a journal from outside, at most 32 MB, and passes its entries to the taker.
     *
     * @param name the name of the file in error messages
     * @throws BadInput if the journal is too large, or has lines but none of them is an entry
     */
    public static void each(InputStream in, String name, Consumer<Entry> taker, Asides aside) throws IOException {
        boolean[] any = {false};
        Journal.each(
                bounded(in, name),
                entry -> {
                    any[0] = true;
                    taker.accept(entry);
                },
                aside);
        if (!any[0] && aside.count() > 0) {
            Journal.Aside first = aside.first().get(0);
            throw BadInput.usage(
                    "not_a_journal",
                    name + " holds nothing that nabla progress export has written; line " + first.line() + ": "
                            + first.why());
        }
    }

    private static InputStream bounded(InputStream in, String name) {
        return new FilterInputStream(in) {
            private long left = MOST;

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int many = super.read(bytes, from, length);
                left -= Math.max(0, many);
                if (left < 0) {
                    throw BadInput.usage(
                            "too_big", name + " is larger than " + (MOST >> 20) + " MB; that is no journal");
                }
                return many;
            }
        };
    }

    /** Returns the number of entries in words, like "1 entry" or "2 entries". */
    public static String count(long entries) {
        return entries + (entries == 1 ? " entry" : " entries");
    }

    public static BadInput complaint(IOException refused) {
        return BadInput.machine("journal", refused.getMessage());
    }

    /** Returns the tutor with the learner's progress. */
    public Tutor tutor() {
        return Tutor.of(progress, learner.clock().instant());
    }

    public ProgressRecorder recorder() {
        return new ProgressRecorder(journal::append);
    }

    /** Returns one warning per skipped line for the first of them, then the number of the others. */
    public String warnings() {
        return warnings(journal.file().toString(), aside, "it stays in the file");
    }

    public static String warnings(String file, Asides aside, String fate) {
        StringBuilder text = new StringBuilder();
        for (Journal.Aside line : aside.first()) {
            text.append(CommandResult.errorLine(
                    file + ": line " + line.line() + " is passed over: " + line.why() + "; " + fate));
        }
        long more = aside.count() - aside.first().size();
        return more > 0 ? text + CommandResult.errorLine(file + ": and " + more + " more lines") : text.toString();
    }
}
