package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Days;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The learner's journal as commands meet it.
 *
 * @param journal the file
 * @param progress of its learner when it was opened
 * @param aside its lines that could not be read
 * @param learner whose it is
 */
public record LearnerJournal(
        Journal journal, Progress progress, List<Journal.Aside> aside, Environment.Learner learner) {
    private static final int MOST_WARNINGS = 3;
    /** Years of a learner's answers; whatever is larger is no journal. */
    private static final int MOST = 32 << 20;

    public static LearnerJournal open(Environment console, Course course) {
        Environment.Learner learner = console.learner();
        Journal journal = learner.journal().apply(course);
        try {
            Journal.Outcome outcome = journal.outcome(course, learner.clock().instant(), days(learner));
            return new LearnerJournal(journal, outcome.progress(), outcome.aside(), learner);
        } catch (IOException unreadable) {
            throw complaint(unreadable);
        }
    }

    /** To be taught with: one that cannot be read is an empty one, and writing to it will say so. */
    public static LearnerJournal orEmpty(Environment console, Course course) {
        try {
            return open(console, course);
        } catch (BadInput unreadable) {
            Environment.Learner learner = console.learner();
            Progress none = Progress.of(course, List.of(), learner.clock().instant(), days(learner));
            return new LearnerJournal(learner.journal().apply(course), none, List.of(), learner);
        }
    }

    private static Days days(Environment.Learner learner) {
        return Days.in(learner.clock().getZone());
    }

    /** All that was done, in the order of writing. */
    public List<Entry> entries() {
        try {
            return journal.read().entries();
        } catch (IOException unreadable) {
            throw complaint(unreadable);
        }
    }

    /** A stranger's journal, bounded in size. */
    public static Journal.Contents read(InputStream in, String name) throws IOException {
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

    /** As many entries, in words. */
    public static String count(int entries) {
        return entries + (entries == 1 ? " entry" : " entries");
    }

    public static BadInput complaint(IOException refused) {
        return BadInput.machine("journal", refused.getMessage());
    }

    /** The tutor with what has been done. */
    public Tutor tutor() {
        return Tutor.of(progress, learner.clock().instant());
    }

    public ProgressRecorder recorder() {
        return new ProgressRecorder(journal::append);
    }

    /** A line for each of the first lines that were passed over. */
    public String warnings() {
        return warnings(journal.file().toString(), aside, "it stays in the file");
    }

    public static String warnings(String file, List<Journal.Aside> aside, String fate) {
        StringBuilder said = new StringBuilder();
        for (Journal.Aside line : aside.subList(0, Math.min(aside.size(), MOST_WARNINGS))) {
            said.append(Reply.said(file + ": line " + line.line() + " is passed over: " + line.why() + "; " + fate));
        }
        int more = aside.size() - MOST_WARNINGS;
        return more > 0 ? said + Reply.said(file + ": and " + more + " more lines") : said.toString();
    }
}
