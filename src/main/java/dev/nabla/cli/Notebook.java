package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Days;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import java.io.IOException;
import java.util.List;

/**
 * The learner's journal as commands meet it.
 *
 * @param journal the file
 * @param contents what it said when it was opened
 * @param learner whose it is
 */
record Notebook(Journal journal, Journal.Contents contents, Console.Learner learner) {
    private static final int MOST_WARNINGS = 3;

    static Notebook open(Console console, Course course) {
        Journal journal = Journal.of(console.learner().journal(), course);
        try {
            return new Notebook(journal, journal.read(), console.learner());
        } catch (IOException unreadable) {
            throw complaint(unreadable);
        }
    }

    static BadInput complaint(IOException refused) {
        return BadInput.usage("journal", refused.getMessage());
    }

    Progress progress(Course course) {
        return progress(course, contents.entries(), learner);
    }

    static Progress progress(Course course, List<Entry> entries, Console.Learner learner) {
        return Progress.of(
                course,
                entries,
                learner.clock().instant(),
                Days.in(learner.clock().getZone()));
    }

    /** A line for each of the first lines that were passed over. */
    String warnings() {
        return warnings(journal.file().toString(), contents.aside(), "it stays in the file");
    }

    static String warnings(String file, List<Journal.Aside> aside, String fate) {
        StringBuilder said = new StringBuilder();
        for (Journal.Aside line : aside.subList(0, Math.min(aside.size(), MOST_WARNINGS))) {
            said.append(Reply.said(file + ": line " + line.line() + " is passed over: " + line.why() + "; " + fate));
        }
        int more = aside.size() - MOST_WARNINGS;
        return more > 0 ? said + Reply.said(file + ": and " + more + " more lines") : said.toString();
    }
}
