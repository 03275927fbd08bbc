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
 * What the journals of a class come to: how far everybody is, and which mistakes are common.
 *
 * @param students their progress, by name
 * @param mistakes the misconceptions behind wrong answers, those of most students first
 * @param findings what is not as the journals say, and what was not graded again; by kind
 * @param passedOver by student the number of answers to questions that are not worded so today, and are not right today
 */
public record ClassReport(
        Map<String, Progress> students,
        List<MistakeCount> mistakes,
        List<Finding> findings,
        Map<String, Integer> passedOver) {
    /**
     * A misconception in a class.
     *
     * @param misconception its name, like {@code not-normalised}
     * @param items ids of the questions it was met in
     * @param students how many made it
     * @param times how often it was made
     */
    public record MistakeCount(String misconception, List<String> items, int students, int times) {}

    /** The report while journals are read, one after the other; none is kept. */
    public static final class ReportBuilder {
        private final Map<String, Progress> students = new TreeMap<>();
        private final Map<String, Made> made = new TreeMap<>();
        private final JournalAudit audit;
        private final Course course;
        private final Instant now;
        private final DayRule days;

        /** A misconception so far. */
        private static final class Made {
            private final Set<String> items = new TreeSet<>();
            private final Set<String> students = new HashSet<>();
            private int times;
        }

        /** Nothing yet; trusting, no answer is graded again. */
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
         */
        public void add(String student, EntrySource journal, Consumer<Answered> fresh) throws IOException {
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
            students.put(student, Progress.of(course, counted, now, days));
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
            return new ClassReport(students, mistakes, audit.findings(), audit.passedOver());
        }
    }

    /** What is not as the journals say. */
    public List<Finding> faults() {
        return findings.stream().filter(found -> found.kind().isFault()).toList();
    }
}
