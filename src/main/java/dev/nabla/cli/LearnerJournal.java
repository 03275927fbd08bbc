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
import java.util.List;
import java.util.function.Consumer;

/**
 * The learner's journal as commands meet it.
 *
 * @param journal the file
 * @param progress of its learner when it was opened
 * @param aside its lines that could not be read
 * @param learner whose it is
 */
public record LearnerJournal(Journal journal, Progress progress, Asides aside, Environment.Learner learner) {
    /** In bytes; years of a learner's answers, and whatever is larger is no journal. */
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
            return new LearnerJournal(learner.journal().apply(course), none, new Asides(), learner);
        }
    }

    private static DayRule days(Environment.Learner learner) {
        return DayRule.inZone(learner.clock().getZone());
    }

    /** How many entries it has. */
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
     * Hands over the entries of a stranger's journal, which is bounded in size.
     *
     * @param name of the file, for complaints
     * @throws BadInput if it is too large, or no line of it is an entry
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

    /** As many entries, in words. */
    public static String count(long entries) {
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

    public static String warnings(String file, Asides aside, String fate) {
        StringBuilder said = new StringBuilder();
        for (Journal.Aside line : aside.first()) {
            said.append(CommandResult.errorLine(
                    file + ": line " + line.line() + " is passed over: " + line.why() + "; " + fate));
        }
        long more = aside.count() - aside.first().size();
        return more > 0 ? said + CommandResult.errorLine(file + ": and " + more + " more lines") : said.toString();
    }
}
