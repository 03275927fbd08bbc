package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.progress.Entry.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the journals of a class come to: how far everybody is, and which mistakes are common.
 *
 * @param students their progress, by name
 * @param mistakes the misconceptions behind wrong answers, those of most students first
 */
public record ClassReport(Map<String, Progress> students, List<Mistake> mistakes) {
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

    /** The report on journals by the students' names. */
    public static ClassReport of(Course course, Map<String, List<Entry>> journals, Instant now, Days days) {
        Map<String, Progress> students = new LinkedHashMap<>();
        Map<String, List<Made>> made = new TreeMap<>();
        new TreeMap<>(journals).forEach((student, entries) -> {
            students.put(student, Progress.of(course, entries, now, days));
            for (Entry entry : Set.copyOf(entries)) {
                if (entry instanceof Answered answer && answer.misconception().isPresent()) {
                    made.computeIfAbsent(answer.misconception().get(), name -> new ArrayList<>())
                            .add(new Made(student, answer.item()));
                }
            }
        });
        List<Mistake> mistakes = new ArrayList<>();
        made.forEach((name, all) -> mistakes.add(new Mistake(
                name,
                all.stream().map(Made::item).distinct().sorted().toList(),
                (int) all.stream().map(Made::student).distinct().count(),
                all.size())));
        mistakes.sort(Comparator.comparing(Mistake::students)
                .thenComparing(Mistake::times)
                .reversed());
        return new ClassReport(students, mistakes);
    }
}
