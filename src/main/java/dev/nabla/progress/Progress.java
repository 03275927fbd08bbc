package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the entries of a journal come to on a day: what is read, mastered and due.
 *
 * <p>It follows from the entries alone, whatever their order and however often one is there; the lessons need not be read.
 * One more entry is added to what is known, and no entry is kept for that. Home waits for it, so it is worked out without
 * streams: the first one costs a start ten milliseconds.
 *
 * @param course what is learnt
 * @param days when a day ends
 * @param today the day that was asked for
 * @param sections what is known of sections where something was done, by id
 * @param questions those that were answered, by id; some may have left the course
 * @param due those of the course that come back today, in the order to ask them
 * @param leftOff where the learner last stood
 * @param learner what tells this learner from others: seeds are drawn from it
 */
public record Progress(
        Course course,
        Days days,
        LocalDate today,
        Map<String, SectionProgress> sections,
        Map<String, QuestionHistory> questions,
        List<QuestionHistory> due,
        Optional<Stood> leftOff,
        long learner) {
    private static final int SECONDS_A_QUESTION = 40;

    public Progress {
        sections = Collections.unmodifiableMap(sections);
        questions = Collections.unmodifiableMap(questions);
        due = List.copyOf(due);
    }

    /** Entries that can be gone through, in the order in which they were written. */
    interface Entries {
        void each(Consumer<Entry> taker) throws IOException;
    }

    /**
     * The progress of a learner in a course. Entries in the order of their times are gone through once and none is kept; others
     * are sorted.
     *
     * @param now what counts as today; an entry that seems to be of later was written by a clock that was wrong
     * @param days when a day ends
     * @throws IOException if the entries cannot be read
     */
    static Progress of(Course course, Entries journal, Instant now, Days days) throws IOException {
        Tally tally = new Tally(days);
        Deed.each(journal, now, tally::add);
        if (!tally.inOrder) {
            List<Deed> deeds = new ArrayList<>();
            Deed.each(journal, now, deeds::add);
            deeds.sort(Comparator.comparing(Deed::at));
            tally = new Tally(days);
            deeds.forEach(tally::add);
        }
        return tally.progress(course, days.of(now));
    }

    /** The progress of a learner who has done this. */
    public static Progress of(Course course, List<Entry> done, Instant now, Days days) {
        try {
            return of(course, done::forEach, now, days);
        } catch (IOException never) {
            throw new UncheckedIOException(never); // a list is read already
        }
    }

    /** An entry and when it was made. */
    private record Deed(Entry entry, Instant at) {
        /** What seems to be of a later day was made at the time of the entry before it, or now if all are so; else no later than now. */
        static void each(Entries journal, Instant now, Consumer<Deed> taker) throws IOException {
            Instant tomorrow = now.plusSeconds(Days.A_DAY);
            List<Entry> early = new ArrayList<>();
            Instant[] last = {null};
            journal.each(entry -> {
                early.add(entry);
                if (entry.at().isBefore(tomorrow)) {
                    last[0] = entry.at().isAfter(now) ? now : entry.at();
                }
                if (last[0] != null) {
                    early.forEach(deed -> taker.accept(new Deed(deed, last[0])));
                    early.clear();
                }
            });
            early.forEach(first -> taker.accept(new Deed(first, now)));
        }
    }

    /** With one more entry, on its day; where somebody stood changes nothing but where he left off. */
    public Progress after(Entry entry) {
        Tally tally = new Tally(this);
        tally.add(new Deed(entry, entry.at()));
        return tally.progress(course, entry instanceof Stood ? today : days.of(entry.at()));
    }

    /** Of the same learner in a course that has been saved anew. */
    public Progress in(Course other) {
        return new Tally(this).progress(other, today);
    }

    /** The progress so far, while it is added to. */
    private static final class Tally {
        private final Map<String, SectionProgress> sections = new LinkedHashMap<>();
        private final Map<String, QuestionHistory> questions = new LinkedHashMap<>();
        /** Those of each question's last day, if it was answered since the tally began; they grow in place. */
        private final Map<String, Set<Long>> seeds = new HashMap<>();

        private Optional<Stood> leftOff = Optional.empty();
        private final Days days;
        private final Set<Entry> moment = new HashSet<>();
        private Instant last = Instant.MIN;
        private boolean inOrder = true;
        private long learner;

        Tally(Days days) {
            this.days = days;
        }

        Tally(Progress known) {
            this(known.days);
            sections.putAll(known.sections);
            questions.putAll(known.questions);
            leftOff = known.leftOff;
            learner = known.learner;
        }

        /** Adds what is not there yet: what is the same has the same time. */
        void add(Deed deed) {
            inOrder &= !deed.at.isBefore(last);
            if (!deed.at.equals(last)) {
                moment.clear();
            }
            last = deed.at;
            if (moment.add(deed.entry)) {
                add(deed.entry, days.of(deed.at));
            }
        }

        private void add(Entry entry, LocalDate day) {
            learner = learner == 0 ? Math.max(0, entry.at().toEpochMilli()) : learner;
            if (entry instanceof Answered answer) {
                answer(answer, day);
            } else if (entry instanceof Read read) {
                sections.put(read.section(), section(read.section()).wholeRead());
            } else if (entry instanceof Reached reached) {
                sections.put(reached.section(), section(reached.section()).reaching(reached.goal()));
            } else if (entry instanceof Stood stood) {
                leftOff = Optional.of(stood);
            }
        }

        private void answer(Answered answer, LocalDate day) {
            QuestionHistory known = questions.getOrDefault(answer.item(), QuestionHistory.none(answer.item()));
            if (!known.isTried(answer.seed(), day)) {
                sections.put(answer.section(), section(answer.section()).trying(answer));
            }
            if (!day.equals(known.day())) {
                seeds.put(answer.item(), new HashSet<>());
            }
            Set<Long> tried = seeds.computeIfAbsent(answer.item(), first -> new HashSet<>(known.seeds()));
            tried.add(answer.seed());
            questions.put(answer.item(), known.after(answer, day, tried));
        }

        private SectionProgress section(String id) {
            return sections.getOrDefault(id, SectionProgress.none(id));
        }

        Progress progress(Course course, LocalDate today) {
            Map<String, List<QuestionHistory>> answered = new HashMap<>();
            List<QuestionHistory> all = new ArrayList<>();
            for (QuestionHistory question : questions.values()) {
                Section home = home(course, question.id());
                if (home != null) {
                    answered.computeIfAbsent(home.id(), first -> new ArrayList<>())
                            .add(question);
                    all.add(question);
                }
            }
            List<QuestionHistory> due = ReviewOrder.order(all, today);
            for (Section section : course.sections()) {
                List<QuestionHistory> own = answered.getOrDefault(section.id(), List.of());
                int owed = 0;
                for (QuestionHistory question : own) {
                    owed += question.box().due().isAfter(today) ? 0 : 1;
                }
                sections.put(section.id(), section(section.id()).with(section, own, owed));
            }
            return new Progress(course, days, today, sections, questions, due, leftOff, learner);
        }
    }

    /** The section that asks a question, null if it has left the course. */
    private static Section home(Course course, String question) {
        for (Section section : course.sections()) {
            if (section.names(question)) {
                return section;
            }
        }
        return null;
    }

    /** The course's questions that were answered, by id. */
    public Map<String, QuestionHistory> items() {
        Map<String, QuestionHistory> items = new LinkedHashMap<>(questions);
        items.keySet().removeIf(id -> !course.names(id));
        return items;
    }

    /** How far the learner is with the sections, in the order of the course. */
    public List<SectionProgress> standings() {
        List<SectionProgress> standings = new ArrayList<>();
        for (Section section : course.sections()) {
            standings.add(standing(section.id()));
        }
        return standings;
    }

    /** How far the learner is with a section. */
    public SectionProgress standing(String section) {
        return sections.getOrDefault(section, SectionProgress.none(section));
    }

    public boolean isRead(String section) {
        return standing(section).isRead();
    }

    /** True if the last answer to a question was right. */
    public boolean isRight(String question) {
        QuestionHistory known = questions.get(question);
        return known != null && known.right();
    }

    /** Ids of the sections that are done: mastered, or read to the end where there is no question. */
    public Set<String> done() {
        Set<String> done = new HashSet<>();
        for (Section section : course.sections()) {
            SectionProgress standing = standing(section.id());
            if (standing.isMastered() || standing.isRead() && section.questionCount() == 0) {
                done.add(section.id());
            }
        }
        return done;
    }

    /** Ids of the goals that were reached. */
    public Set<String> goals() {
        Set<String> goals = new HashSet<>();
        for (SectionProgress section : sections.values()) {
            goals.addAll(section.reached());
        }
        return goals;
    }

    /** The seed to ask a question with: its own numbers the first time, then others every time and for every learner. */
    public long seed(String question) {
        QuestionHistory item = course.names(question) ? questions.get(question) : null;
        return item == null ? 0 : item.nextSeed(learner);
    }

    /** How long answering what is due takes, roughly. */
    public int minutes() {
        return due.isEmpty() ? 0 : Math.max(1, Math.round(due.size() * SECONDS_A_QUESTION / 60f));
    }

    /** The day on which the next question comes back, if none is due. */
    public Optional<LocalDate> next() {
        LocalDate next = null;
        for (QuestionHistory item : items().values()) {
            LocalDate back = item.box().due();
            next = next == null || back.isBefore(next) ? back : next;
        }
        return due.isEmpty() ? Optional.ofNullable(next) : Optional.empty();
    }

    /** The questions that are due, in a few words: {@code 3 due · about 2 min}. */
    public String agenda() {
        return due.isEmpty()
                ? next().map(day -> "nothing due before " + day).orElse("nothing to review yet")
                : due.size() + " due · about " + minutes() + " min";
    }
}
