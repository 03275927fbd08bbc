package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.progress.Entry.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** The report on journals by the students' names. */
    public static ClassReport of(Course course, Map<String, List<Entry>> journals, Instant now, Days days) {
        Map<String, Progress> students = new LinkedHashMap<>();
        List<Made> made = new ArrayList<>();
        new TreeMap<>(journals).forEach((student, entries) -> {
            students.put(student, Progress.of(course, entries, now, days));
            entries.stream()
                    .distinct()
                    .filter(Answered.class::isInstance)
                    .map(entry -> new Made(student, (Answered) entry))
                    .filter(mistake -> mistake.answer.misconception().isPresent())
                    .forEach(made::add);
        });
        return new ClassReport(students, mistakes(made));
    }

    /** A wrong answer whose mistake has a name. */
    private record Made(String student, Answered answer) {
        String name() {
            return answer.misconception().orElseThrow();
        }
    }

    private static List<Mistake> mistakes(List<Made> made) {
        return made.stream()
                .collect(Collectors.groupingBy(Made::name, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(named -> mistake(named.getKey(), named.getValue()))
                .sorted(Comparator.comparing(Mistake::students)
                        .thenComparing(Mistake::times)
                        .reversed())
                .toList();
    }

    private static Mistake mistake(String name, List<Made> made) {
        return new Mistake(
                name,
                made.stream()
                        .map(each -> each.answer.item())
                        .distinct()
                        .sorted()
                        .toList(),
                (int) made.stream().map(Made::student).distinct().count(),
                made.size());
    }
}
