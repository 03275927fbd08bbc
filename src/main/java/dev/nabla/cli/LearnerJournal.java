package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Days;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import java.io.IOException;
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

    public static LearnerJournal open(Environment console, Course course) {
        Environment.Learner learner = console.learner();
        Journal journal = learner.journal().apply(course);
        try {
            Days days = Days.in(learner.clock().getZone());
            Journal.Outcome outcome = journal.outcome(course, learner.clock().instant(), days);
            return new LearnerJournal(journal, outcome.progress(), outcome.aside(), learner);
        } catch (IOException unreadable) {
            throw complaint(unreadable);
        }
    }

    /** All that was done, in the order of writing. */
    public List<Entry> entries() {
        try {
            return journal.read().entries();
        } catch (IOException unreadable) {
            throw complaint(unreadable);
        }
    }

    public static BadInput complaint(IOException refused) {
        return BadInput.usage("journal", refused.getMessage());
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
