package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.progress.Entry.Answered;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A report on the journals of a class: the progress of each student, common mistakes, and inconsistent entries.
 *
 * @param students progress by name of the student
 * @param mistakes misconceptions behind wrong answers, those of the most students first
 * @param findings inconsistent entries, and answers that were not graded again, by kind
 * @param passedOver number of ignored answers by student: the question is now worded otherwise, and the answer is not
 *     right today
 */
public record ClassReport(
        Map<String, Progress> students,
        List<MistakeCount> mistakes,
        List<Finding> findings,
        Map<String, Integer> passedOver) {
    /**
     * A misconception in a class.
     *
     * @param misconception name of the misconception, like {@code not-normalised}
     * @param items ids of the questions where it occurred
     * @param students number of students who made it
     * @param times number of answers that show it
     */
    public record MistakeCount(String misconception, List<String> items, int students, int times) {}

    /**
     * A journal of which only the entries that count are left.
     *
     * @param entries these entries, answers with today's grade
     * @param progress the progress by them
     */
    public record GradedJournal(EntrySource entries, Progress progress) {}

    /** Builds a report from journals that are read in turn. Keeps no journal in memory. */
    public static final class ReportBuilder {
        private final Map<String, Progress> students = new TreeMap<>();
        private final Map<String, Made> made = new TreeMap<>();
        private final JournalAudit audit;
        private final Course course;
        private final Instant now;
        private final DayRule days;

        /** The counts of a misconception so far. */
        private static final class Made {
            private final Set<String> items = new TreeSet<>();
            private final Set<String> students = new HashSet<>();
            private int times;
        }

        /**
         * Starts an empty report.
         *
         * @param trusting whether answers count as recorded, without being graded again
         */
        public ReportBuilder(Course course, Instant now, DayRule days, boolean trusting) {
            audit = new JournalAudit(course, now, trusting);
            this.course = course;
            this.now = now;
            this.days = days;
        }

        /**
         * Adds the journal of a student.
         *
         * @param fresh takes each answer that counts, once
         * @throws IOException if the journal cannot be read
         */
        public GradedJournal add(String student, EntrySource journal, Consumer<Answered> fresh) throws IOException {
            JournalAudit.AuditPass[] pass = {
                audit.first(student, answer -> {
                    mistake(student, answer);
                    fresh.accept(answer);
                })
            };
            EntrySource counted = taker -> {
                JournalAudit.AuditPass now = pass[0];
                pass[0] = audit.again(student);
                journal.each(entry -> now.counted(entry).ifPresent(taker));
            };
            Progress progress = Progress.of(course, counted, now, days);
            students.put(student, progress);
            return new GradedJournal(counted, progress);
        }

        private void mistake(String student, Answered answer) {
            answer.misconception().ifPresent(name -> {
                Made mistake = made.computeIfAbsent(name, first -> new Made());
                mistake.items.add(answer.item());
                mistake.students.add(student);
                mistake.times++;
            });
        }

        public ClassReport report() {
            List<MistakeCount> mistakes = new ArrayList<>();
            made.forEach((name, all) ->
                    mistakes.add(new MistakeCount(name, List.copyOf(all.items), all.students.size(), all.times)));
            mistakes.sort(Comparator.comparing(MistakeCount::students)
                    .thenComparing(MistakeCount::times)
                    .reversed());
            return new ClassReport(students, mistakes, audit.findings(), audit.ignoredAnswers());
        }
    }
}
