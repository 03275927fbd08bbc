package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.progress.Entry.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the journals of a class come to: how far everybody is, and which mistakes are common.
 *
 * @param students their progress, by name
 * @param mistakes the misconceptions behind wrong answers, those of most students first
 * @param findings what is not as the journals say, and what was not graded again; by kind
 */
public record ClassReport(Map<String, Progress> students, List<Mistake> mistakes, List<Finding> findings) {
    /**
     * A misconception in a class.
     *
     * @param misconception its name, like {@code not-normalised}
     * @param items ids of the questions it was met in
     * @param students how many made it
     * @param times how often it was made
     */
    public record Mistake(String misconception, List<String> items, int students, int times) {}

    /** Somebody who made a mistake, and the question. */
    private record Made(String student, String item) {}

    /** The report while journals are read, one after the other; none is kept. */
    public static final class Tally {
        private final Map<String, Progress> students = new TreeMap<>();
        private final Map<String, List<Made>> made = new TreeMap<>();
        private final JournalAudit audit;
        private final Course course;
        private final Instant now;
        private final Days days;

        /** Nothing yet; trusting, no answer is graded again. */
        public Tally(Course course, Instant now, Days days, boolean trusting) {
            audit = new JournalAudit(course, now, trusting);
            this.course = course;
            this.now = now;
            this.days = days;
        }

        /** Adds the journal of a student. */
        public void add(String student, List<Entry> entries) {
            List<Entry> graded = audit.graded(student, entries);
            students.put(student, Progress.of(course, graded, now, days));
            graded.stream()
                    .filter(entry -> entry instanceof Answered answer
                            && answer.misconception().isPresent())
                    .distinct()
                    .map(Answered.class::cast)
                    .forEach(answer -> made.computeIfAbsent(
                                    answer.misconception().get(), name -> new ArrayList<>())
                            .add(new Made(student, answer.item())));
        }

        public ClassReport report() {
            List<Mistake> mistakes = new ArrayList<>();
            made.forEach((name, all) -> mistakes.add(new Mistake(
                    name,
                    all.stream().map(Made::item).distinct().sorted().toList(),
                    (int) all.stream().map(Made::student).distinct().count(),
                    all.size())));
            mistakes.sort(Comparator.comparing(Mistake::students)
                    .thenComparing(Mistake::times)
                    .reversed());
            return new ClassReport(students, mistakes, audit.findings());
        }
    }

    /** What is not as the journals say. */
    public List<Finding> faults() {
        return findings.stream().filter(found -> found.kind().isFault()).toList();
    }
}
