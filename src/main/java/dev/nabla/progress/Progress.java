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
        DayRule days,
        LocalDate today,
        Map<String, SectionProgress> sections,
        Map<String, QuestionHistory> questions,
        List<QuestionHistory> due,
        Optional<Stood> leftOff,
        long learner) {
    private static final int SECONDS_A_QUESTION = 40;
    /** How many entries that are not in order are kept at a time; they take some 80 MB. */
    private static final int SORTED_AT_ONCE = 200_000;
    /** How many entries of one moment are looked through for equal ones; only a clock that was wrong can make more. */
    private static final int MOST_A_MOMENT = 10_000;
    /** More questions, and more sections, than any course has; the ids in a stranger's journal may be without end. */
    private static final int MOST_IDS = 10_000;

    public Progress {
        sections = Collections.unmodifiableMap(sections);
        questions = Collections.unmodifiableMap(questions);
        due = List.copyOf(due);
    }

    /**
     * Computes the progress of a learner in a course. No entry is kept where they stand in the order of their times;
     * otherwise they are gone through again, and at most {@link #SORTED_AT_ONCE} are kept at a time.
     *
     * @param now what counts as today; an entry that seems to be of later was written by a clock that was wrong
     * @param days when a day ends
     * @throws IOException if the entries cannot be read
     */
    public static Progress of(Course course, EntrySource journal, Instant now, DayRule days) throws IOException {
        return of(course, journal, now, days, SORTED_AT_ONCE);
    }

    static Progress of(Course course, EntrySource journal, Instant now, DayRule days, int sortedAtOnce)
            throws IOException {
        ProgressBuilder tally = new ProgressBuilder(days);
        Dates dates = new Dates(now);
        Times times = new Times();
        journal.each(entry -> dates.at(entry).ifPresent(at -> {
            times.add(at);
            tally.add(entry, at);
        }));
        boolean inOrder = tally.inOrder && dates.early() == 0;
        return (inOrder ? tally : sorted(journal, times, dates, days, sortedAtOnce)).progress(course, days.of(now));
    }

    private static ProgressBuilder sorted(EntrySource journal, Times times, Dates dates, DayRule days, int sortedAtOnce)
            throws IOException {
        Instant first = dates.first();
        times.add(first, dates.early());
        ProgressBuilder tally = new ProgressBuilder(days);
        for (Times.TimeSpan span : times.spans(sortedAtOnce)) {
            List<DatedEntry> deeds = new ArrayList<>();
            Dates again = dates.again();
            journal.each(entry -> {
                Instant at = again.at(entry).orElse(first);
                if (span.isOneMoment() && span.contains(at)) {
                    tally.add(entry, at);
                } else if (span.contains(at)) {
                    deeds.add(new DatedEntry(entry, at));
                }
            });
            deeds.sort(Comparator.comparing(DatedEntry::at));
            deeds.forEach(deed -> tally.add(deed.entry, deed.at));
        }
        return tally;
    }

    /** The progress of a learner who has done this. */
    public static Progress of(Course course, List<Entry> done, Instant now, DayRule days) {
        try {
            return of(course, done::forEach, now, days);
        } catch (IOException never) {
            throw new UncheckedIOException(never); // a list is read already
        }
    }

    /** An entry and when it was made. */
    private record DatedEntry(Entry entry, Instant at) {}

    /** With one more entry, on its day; where somebody stood changes nothing but where he left off. */
    public Progress after(Entry entry) {
        ProgressBuilder tally = new ProgressBuilder(this);
        tally.add(entry, entry.at());
        return tally.progress(course, entry instanceof Stood ? today : days.of(entry.at()));
    }

    /** Of the same learner in a course that has been saved anew. */
    public Progress reloaded(Course other) {
        return new ProgressBuilder(this).progress(other, today);
    }

    /** The progress so far, while it is added to. */
    private static final class ProgressBuilder {
        private final Map<String, SectionProgress> sections = new LinkedHashMap<>();
        private final Map<String, QuestionHistory> questions = new LinkedHashMap<>();
        /** Those of each question's last day, if it was answered since the tally began; they grow in place. */
        private final Map<String, Set<Long>> seeds = new HashMap<>();

        private Optional<Stood> leftOff = Optional.empty();
        private final DayRule days;
        /** The entries of the last moment. */
        private Set<Entry> moment = new HashSet<>();

        private Instant last = Instant.MIN;
        private boolean inOrder = true;
        private long learner;

        ProgressBuilder(DayRule days) {
            this.days = days;
        }

        ProgressBuilder(Progress known) {
            this(known.days);
            sections.putAll(known.sections);
            questions.putAll(known.questions);
            leftOff = known.leftOff;
            learner = known.learner;
        }

        /** Adds what is not there yet: what is the same has the same time. */
        void add(Entry entry, Instant at) {
            inOrder &= !at.isBefore(last);
            if (!at.equals(last)) {
                moment = new HashSet<>();
            }
            last = at;
            if (moment.size() == MOST_A_MOMENT || moment.add(entry)) {
                add(entry, days.of(at));
            }
        }

        private void add(Entry entry, LocalDate day) {
            learner = learner == 0 ? Math.max(0, entry.at().toEpochMilli()) : learner;
            if (entry instanceof Answered answer) {
                answer(answer, day);
            } else if (entry instanceof Read read) {
                put(section(read.section()).wholeRead());
            } else if (entry instanceof Reached reached) {
                put(section(reached.section()).reaching(reached.goal()));
            } else if (entry instanceof Stood stood) {
                leftOff = Optional.of(stood);
            }
        }

        private void answer(Answered answer, LocalDate day) {
            QuestionHistory known = questions.getOrDefault(answer.item(), QuestionHistory.none(answer.item()));
            if (known.answers() == 0 && questions.size() == MOST_IDS) {
                return;
            }
            if (!known.isTried(answer.seed(), day)) {
                put(section(answer.section()).trying(answer));
            }
            if (!day.equals(known.day())) {
                seeds.put(answer.item(), new HashSet<>());
            }
            Set<Long> tried = seeds.computeIfAbsent(answer.item(), first -> new HashSet<>(known.seeds()));
            if (tried.size() < QuestionHistory.MOST_A_DAY) {
                tried.add(answer.seed());
            }
            questions.put(answer.item(), known.after(answer, day, tried));
        }

        private void put(SectionProgress section) {
            if (sections.size() < MOST_IDS || sections.containsKey(section.section())) {
                sections.put(section.section(), section);
            }
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
                if (sections.containsKey(section.id()) || !own.isEmpty()) {
                    sections.put(section.id(), section(section.id()).with(section, own, owed));
                }
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
            standings.add(sectionProgress(section.id()));
        }
        return standings;
    }

    /** How far the learner is with a section. */
    public SectionProgress sectionProgress(String section) {
        return sections.getOrDefault(section, SectionProgress.none(section));
    }

    public boolean isRead(String section) {
        return sectionProgress(section).isRead();
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
            SectionProgress standing = sectionProgress(section.id());
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
