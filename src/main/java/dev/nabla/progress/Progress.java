package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * What the entries of a journal come to on a day: what is read, mastered and due.
 *
 * <p>It follows from the entries alone, whatever their order and however often one is there; the lessons need not be read.
 * Home waits for it, so it is worked out without streams: the first one costs a start ten milliseconds.
 *
 * @param standings of the sections, in the order of the course
 * @param items the course's questions that were answered, by id
 * @param due those of them that come back today, in the order to ask them
 * @param goals ids of the goals that were reached
 * @param leftOff where the learner last stood
 * @param learner what tells this learner from others: seeds are drawn from it
 */
public record Progress(
        List<SectionProgress> standings,
        Map<String, QuestionHistory> items,
        List<QuestionHistory> due,
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
     * @param days when a day ends
     */
    public static Progress of(Course course, List<Entry> entries, Instant now, Days days) {
        List<Entry> done = new ArrayList<>(new LinkedHashSet<>(entries));
        done.sort((one, other) -> one.at().compareTo(other.at()));
        List<Answered> answers = of(Answered.class, done);
        Map<String, QuestionHistory> items = items(course, answers, now, days);
        List<QuestionHistory> due = ReviewOrder.order(items.values(), days.of(now));
        List<Answered> tries = firstTries(answers, days);
        List<SectionProgress> standings = new ArrayList<>();
        for (Section section : course.sections()) {
            standings.add(standing(section.id(), done, tries, due));
        }
        Set<String> goals = new HashSet<>();
        for (Reached reached : of(Reached.class, done)) {
            goals.add(reached.goal());
        }
        return new Progress(standings, items, due, goals, last(of(Stood.class, done)), learner(done));
    }

    private static Map<String, QuestionHistory> items(Course course, List<Answered> answers, Instant now, Days days) {
        Map<String, QuestionHistory> items = new LinkedHashMap<>();
        for (Answered answer : answers) {
            LocalDate day = days.of(answer.at().isAfter(now) ? now : answer.at());
            items.merge(answer.item(), QuestionHistory.first(answer, day), (known, first) -> known.after(answer, day));
        }
        items.keySet().removeIf(id -> !course.names(id));
        return items;
    }

    /** What was answered before a hint: the first answer of a day to a question with the same numbers. */
    private static List<Answered> firstTries(List<Answered> answers, Days days) {
        Set<List<Object>> known = new HashSet<>();
        List<Answered> tries = new ArrayList<>();
        for (Answered answer : answers) {
            if (known.add(List.of(answer.item(), answer.seed(), days.of(answer.at())))) {
                tries.add(answer);
            }
        }
        return tries;
    }

    private static SectionProgress standing(
            String section, List<Entry> done, List<Answered> tries, List<QuestionHistory> due) {
        boolean read = false;
        for (Read whole : of(Read.class, done)) {
            read |= whole.section().equals(section);
        }
        Set<String> goals = new HashSet<>();
        for (Reached reached : of(Reached.class, done)) {
            if (reached.section().equals(section)) {
                goals.add(reached.goal());
            }
        }
        List<Answered> answers = new ArrayList<>(tries);
        answers.removeIf(answer -> !answer.section().equals(section));
        List<Answered> right = new ArrayList<>(answers);
        right.removeIf(answer -> !answer.right());
        List<QuestionHistory> waiting = new ArrayList<>(due);
        waiting.removeIf(item -> !item.section().equals(section));
        boolean mastered = Mastery.shownBy(answers);
        return new SectionProgress(section, read, answers.size(), right.size(), goals.size(), mastered, waiting.size());
    }

    private static <E extends Entry> List<E> of(Class<E> kind, List<Entry> done) {
        List<E> some = new ArrayList<>();
        for (Entry entry : done) {
            if (kind.isInstance(entry)) {
                some.add(kind.cast(entry));
            }
        }
        return some;
    }

    private static <E> Optional<E> last(List<E> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static long learner(List<Entry> done) {
        for (Entry entry : done) {
            if (entry.at().toEpochMilli() > 0) {
                return entry.at().toEpochMilli();
            }
        }
        return 0;
    }

    /** Ids of the sections that were read to their end. */
    public Set<String> read() {
        Set<String> read = new LinkedHashSet<>();
        for (SectionProgress standing : standings) {
            if (standing.isRead()) {
                read.add(standing.section());
            }
        }
        return read;
    }

    /** How far the learner is with a section of the course. */
    public SectionProgress standing(String section) {
        for (SectionProgress standing : standings) {
            if (standing.section().equals(section)) {
                return standing;
            }
        }
        throw new NoSuchElementException(section);
    }

    /** The seed to ask a question with: its own numbers the first time, then others every time and for every learner. */
    public long seed(String question) {
        QuestionHistory item = items.get(question);
        return item == null ? 0 : item.nextSeed(learner);
    }

    /** How long answering what is due takes, roughly. */
    public int minutes() {
        return due.isEmpty() ? 0 : Math.max(1, Math.round(due.size() * SECONDS_A_QUESTION / 60f));
    }

    /** The day on which the next question comes back, if none is due. */
    public Optional<LocalDate> next() {
        Collection<QuestionHistory> known = items.values();
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
