package dev.nabla.lesson;

import dev.nabla.lesson.Entry.Answered;
import dev.nabla.lesson.Entry.Reached;
import dev.nabla.lesson.Entry.Read;
import dev.nabla.lesson.Entry.Stood;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the entries of a journal come to on a day: what is read, mastered and due.
 *
 * <p>It follows from the entries alone, whatever their order and however often one is there; the lessons need not be read.
 *
 * @param standings of the sections, in the order of the course
 * @param items the course's questions that were answered, by id
 * @param due those of them that come back today, in the order to ask them
 * @param goals ids of the goals that were reached
 * @param leftOff where the learner last stood
 * @param learner what tells this learner from others: seeds are drawn from it
 */
public record Progress(
        List<Standing> standings,
        Map<String, Item> items,
        List<Item> due,
        Set<String> goals,
        Optional<Stood> leftOff,
        long learner) {
    private static final int SECONDS_A_QUESTION = 40;

    public Progress {
        standings = List.copyOf(standings);
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        due = List.copyOf(due);
        goals = Set.copyOf(goals);
    }

    /**
     * The progress of a learner in a course.
     *
     * @param now what counts as today; what seems to have been done later was done today, by a clock that was wrong
     * @param zone whose midnight ends a day
     */
    public static Progress of(Course course, List<Entry> entries, Instant now, ZoneId zone) {
        List<Entry> done = entries.stream()
                .distinct()
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Map<String, Item> items = new LinkedHashMap<>();
        for (Answered answer : of(Answered.class, done)) {
            LocalDate day = LocalDate.ofInstant(answer.at().isAfter(now) ? now : answer.at(), zone);
            items.merge(answer.item(), Item.first(answer, day), (known, first) -> known.after(answer, day));
        }
        items.keySet().removeIf(id -> !course.names(id));
        List<Item> due = Due.order(items.values(), today);
        List<Answered> tries = firstTries(of(Answered.class, done), zone);
        return new Progress(
                course.sections().stream()
                        .map(section -> standing(section.id(), done, tries, due))
                        .toList(),
                items,
                due,
                of(Reached.class, done).stream().map(Reached::goal).collect(Collectors.toSet()),
                last(of(Stood.class, done)),
                done.stream()
                        .map(entry -> entry.at().toEpochMilli())
                        .filter(millis -> millis > 0)
                        .findFirst()
                        .orElse(0L));
    }

    /** What was answered before a hint: the first answer of a day to a question with the same numbers. */
    private static List<Answered> firstTries(List<Answered> answers, ZoneId zone) {
        Set<List<Object>> known = new HashSet<>();
        return answers.stream()
                .filter(answer ->
                        known.add(List.of(answer.item(), answer.seed(), LocalDate.ofInstant(answer.at(), zone))))
                .toList();
    }

    private static Standing standing(String section, List<Entry> done, List<Answered> tries, List<Item> due) {
        List<Answered> answers = tries.stream()
                .filter(answer -> answer.section().equals(section))
                .toList();
        return new Standing(
                section,
                of(Read.class, done).stream().anyMatch(read -> read.section().equals(section)),
                answers.size(),
                (int) answers.stream().filter(Answered::right).count(),
                (int) of(Reached.class, done).stream()
                        .filter(reached -> reached.section().equals(section))
                        .map(Reached::goal)
                        .distinct()
                        .count(),
                Mastery.shownBy(answers),
                (int) due.stream()
                        .filter(item -> item.section().equals(section))
                        .count());
    }

    private static <E extends Entry> List<E> of(Class<E> kind, List<Entry> done) {
        return done.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <E> Optional<E> last(List<E> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Ids of the sections that were read to their end. */
    public Set<String> read() {
        return standings.stream()
                .filter(Standing::isRead)
                .map(Standing::section)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How far the learner is with a section of the course. */
    public Standing standing(String section) {
        return standings.stream()
                .filter(standing -> standing.section().equals(section))
                .findFirst()
                .orElseThrow();
    }

    /** The seed to ask a question with: its own numbers the first time, then others every time and for every learner. */
    public long seed(String question) {
        Item item = items.get(question);
        return item == null ? 0 : item.nextSeed(learner);
    }

    /** How long answering what is due takes, roughly. */
    public int minutes() {
        return due.isEmpty() ? 0 : Math.max(1, Math.round(due.size() * SECONDS_A_QUESTION / 60f));
    }

    /** The day on which the next question comes back, if none is due. */
    public Optional<LocalDate> next() {
        Collection<Item> known = items.values();
        return due.isEmpty()
                ? known.stream().map(item -> item.box().due()).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** What is due, in a few words: {@code 3 due · about 2 min}. */
    public String agenda() {
        return due.isEmpty()
                ? next().map(day -> "nothing due before " + day).orElse("nothing to review yet")
                : due.size() + " due · about " + minutes() + " min";
    }
}
