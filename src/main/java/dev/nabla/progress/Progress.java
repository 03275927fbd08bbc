package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.progress.AnswerPace.AnswerPaceBuilder;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Traces.TracesBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The progress of a learner on a given day: what is read, mastered and due.
 *
 * <p>It depends only on the entries, not on their order or on duplicates, and needs no lesson to be read. Adding an
 * entry needs no earlier entries. The home screen waits for this computation, so it avoids streams: the first stream
 * costs 10 ms at start-up.
 *
 * @param course the course
 * @param days when a day ends
 * @param today the day that the progress is computed for
 * @param sections progress of the sections where something was done, by id
 * @param questions history of all answered questions, by id; some may no longer be in the course
 * @param due the questions of the course that are due today, in the order to ask them
 * @param leftOff the learner's last position
 * @param traces the mistakes that were made, and how figures were left
 * @param pace how long the learner takes for an answer
 * @param learner a number that differs between learners; seeds of questions are drawn from it
 */
public record Progress(
        Course course,
        DayRule days,
        LocalDate today,
        Map<String, SectionProgress> sections,
        Map<String, QuestionHistory> questions,
        List<QuestionHistory> due,
        Optional<Stood> leftOff,
        Traces traces,
        AnswerPace pace,
        long learner) {
    private static final int SECONDS_A_QUESTION = 40;
    /** Number of entries kept in memory while entries are sorted; they take about 80 MB. */
    private static final int SORTED_AT_ONCE = 200_000;
    /** Number of entries of one moment that are searched for duplicates. Only a wrong clock makes more. */
    private static final int MOST_A_MOMENT = 10_000;
    /**
     * Limit for questions and for sections, larger than any course. It bounds the memory for a foreign journal with
     * made-up ids.
     */
    private static final int MOST_IDS = 10_000;

    public Progress {
        sections = Collections.unmodifiableMap(sections);
        questions = Collections.unmodifiableMap(questions);
        due = List.copyOf(due);
    }

    /**
     * Computes the progress of a learner in a course. Keeps no entries if they are in the order of their times.
     * Otherwise reads them again, and keeps at most {@link #SORTED_AT_ONCE} at a time.
     *
     * @param now the current time; an entry with a later time was written with a wrong clock and is corrected
     * @param days when a day ends
     * @throws IOException if the entries cannot be read
     */
    public static Progress of(Course course, EntrySource journal, Instant now, DayRule days) throws IOException {
        return of(course, journal, now, days, SORTED_AT_ONCE);
    }

    static Progress of(Course course, EntrySource journal, Instant now, DayRule days, int sortedAtOnce)
            throws IOException {
        ProgressBuilder tally = new ProgressBuilder(course, days);
        Dates dates = new Dates(now);
        Times times = new Times();
        journal.each(entry -> dates.at(entry).ifPresent(at -> {
            times.add(at);
            tally.add(entry, at);
        }));
        boolean inOrder = tally.inOrder && dates.early() == 0;
        ProgressBuilder all =
                inOrder ? tally : sorted(journal, times, dates, new ProgressBuilder(course, days), sortedAtOnce);
        return all.progress(days.of(now));
    }

    private static ProgressBuilder sorted(
            EntrySource journal, Times times, Dates dates, ProgressBuilder tally, int sortedAtOnce) throws IOException {
        Instant first = dates.first();
        times.add(first, dates.early());
        for (Times.TimeSpan span : times.spans(sortedAtOnce)) {
            List<DatedEntry> dated = new ArrayList<>();
            Dates again = dates.again();
            journal.each(entry -> {
                Instant at = again.at(entry).orElse(first);
                if (span.isOneMoment() && span.contains(at)) {
                    tally.add(entry, at);
                } else if (span.contains(at)) {
                    dated.add(new DatedEntry(entry, at));
                }
            });
            dated.sort(Comparator.comparing(DatedEntry::at));
            dated.forEach(each -> tally.add(each.entry, each.at));
        }
        return tally;
    }

    /** Computes the progress of a learner from a list of entries. */
    public static Progress of(Course course, List<Entry> done, Instant now, DayRule days) {
        try {
            return of(course, done::forEach, now, days);
        } catch (IOException never) {
            throw new UncheckedIOException(never); // the list is in memory
        }
    }

    /** An entry and its corrected time. */
    private record DatedEntry(Entry entry, Instant at) {}

    /**
     * Returns the progress after one more entry, as of its day. A position changes only {@link #leftOff}, not the day.
     */
    public Progress after(Entry entry) {
        ProgressBuilder tally = new ProgressBuilder(this, course);
        tally.add(entry, entry.at());
        return tally.progress(entry instanceof Stood ? today : days.of(entry.at()));
    }

    /**
     * Returns the progress of the same learner in a reloaded course. The counts of answers keep those to a question
     * that was retired meanwhile, until the journal is read again.
     */
    public Progress reloaded(Course other) {
        return new ProgressBuilder(this, other).progress(today);
    }

    /** The state of a computation of progress, to which entries are added. */
    private static final class ProgressBuilder {
        private final Map<String, SectionProgress> sections = new LinkedHashMap<>();
        private final Map<String, QuestionHistory> questions = new LinkedHashMap<>();
        /**
         * The seeds of each question on its last day, for questions answered since this builder was created. Modified
         * in place.
         */
        private final Map<String, Set<Long>> seeds = new HashMap<>();

        private final TracesBuilder traces;
        private final AnswerPaceBuilder pace;

        private Optional<Stood> leftOff = Optional.empty();
        private final Course course;
        private final DayRule days;
        /** The entries with the time of the last added one. */
        private Set<Entry> moment = new HashSet<>();

        private Instant last = Instant.MIN;
        private boolean inOrder = true;
        private long learner;

        ProgressBuilder(Course course, DayRule days) {
            this(course, days, new TracesBuilder(), new AnswerPaceBuilder(AnswerPace.NONE));
        }

        private ProgressBuilder(Course course, DayRule days, TracesBuilder traces, AnswerPaceBuilder pace) {
            this.course = course;
            this.days = days;
            this.traces = traces;
            this.pace = pace;
        }

        ProgressBuilder(Progress known, Course course) {
            this(course, known.days, new TracesBuilder(known.traces), new AnswerPaceBuilder(known.pace));
            sections.putAll(known.sections);
            questions.putAll(known.questions);
            leftOff = known.leftOff;
            learner = known.learner;
        }

        /**
         * Adds an entry unless an equal one was added. Equal entries have equal times, so only those of one moment are
         * compared.
         */
        void add(Entry entry, Instant at) {
            inOrder &= !at.isBefore(last);
            if (!at.equals(last)) {
                moment = new HashSet<>();
            }
            last = at;
            if (moment.size() == MOST_A_MOMENT || moment.add(entry)) {
                add(entry, at, days.of(at));
            }
        }

        private void add(Entry entry, Instant at, LocalDate day) {
            learner = learner == 0 ? Math.max(0, entry.at().toEpochMilli()) : learner;
            if (entry.isRetired(course)) {
                return;
            }
            if (entry instanceof Answered answer) {
                Answered here = answer.in(home(answer.item(), answer.section()));
                answer(here, day);
                traces.add(here);
                pace.add(here, at);
            } else if (entry instanceof Read read) {
                put(section(read.section()).wholeRead());
            } else if (entry instanceof Reached reached) {
                put(section(home(reached.goal(), reached.section())).reaching(reached.goal()));
            } else if (entry instanceof Stood stood) {
                leftOff = Optional.of(stood);
                traces.add(stood);
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

        /** Returns the id of the section that has a question or goal now, or else of the one that its entry names. */
        private String home(String item, String written) {
            Section home = Progress.home(course, item);
            return home == null ? written : home.id();
        }

        private SectionProgress section(String id) {
            return sections.getOrDefault(id, SectionProgress.none(id));
        }

        Progress progress(LocalDate today) {
            Map<String, List<QuestionHistory>> answered = new HashMap<>();
            List<QuestionHistory> all = new ArrayList<>();
            for (QuestionHistory question : questions.values()) {
                Section home = Progress.home(course, question.id());
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
            return new Progress(
                    course,
                    days,
                    today,
                    sections,
                    questions,
                    due,
                    leftOff,
                    traces.traces(),
                    pace.pace(course, sections),
                    learner);
        }
    }

    /** Returns the section that has a question or goal; null if the course no longer has it. */
    private static Section home(Course course, String item) {
        for (Section section : course.sections()) {
            if (section.names(item)) {
                return section;
            }
        }
        return null;
    }

    /** Returns the answered questions that the course still has, by id. */
    public Map<String, QuestionHistory> items() {
        Map<String, QuestionHistory> items = new LinkedHashMap<>(questions);
        items.keySet().removeIf(id -> !course.names(id));
        return items;
    }

    /** Returns the progress of all sections, in the order of the course. */
    public List<SectionProgress> sectionProgress() {
        List<SectionProgress> standings = new ArrayList<>();
        for (Section section : course.sections()) {
            standings.add(sectionProgress(section.id()));
        }
        return standings;
    }

    /** Returns the progress of a section; an empty one if nothing was done there. */
    public SectionProgress sectionProgress(String section) {
        return sections.getOrDefault(section, SectionProgress.none(section));
    }

    public boolean isRead(String section) {
        return sectionProgress(section).isRead();
    }

    /** Returns whether the last answer to a question was right. */
    public boolean isRight(String question) {
        QuestionHistory known = questions.get(question);
        return known != null && known.right();
    }

    /** Returns the days until a question comes back, 0 if it is due; empty if it was never answered. */
    public Optional<Long> daysUntil(String question) {
        return Optional.ofNullable(questions.get(question))
                .map(known ->
                        Math.max(0, ChronoUnit.DAYS.between(today, known.box().due())));
    }

    /** Returns whether a section is finished: mastered, or read to the end if it has no questions. */
    public boolean isDone(Section section) {
        return sectionProgress(section.id()).isDone(section);
    }

    /**
     * Returns by what to multiply the estimated time for the exercises of a section: the learner's own pace, from 0.5
     * to 2. It is 1 for a finished section, and until 20 answers in three finished sections tell the pace.
     */
    public double pace(Section section) {
        return isDone(section) ? 1 : pace.ratio();
    }

    /** Returns whether the learner's own pace changes the estimated time for one of these sections. */
    public boolean hasOwnPace(List<Section> sections) {
        for (Section section : sections) {
            if (section.isWritten() && pace(section) != 1) {
                return true;
            }
        }
        return false;
    }

    /** Returns the ids of the finished sections. */
    public Set<String> done() {
        Set<String> done = new HashSet<>();
        for (Section section : course.sections()) {
            if (isDone(section)) {
                done.add(section.id());
            }
        }
        return done;
    }

    /** Returns the ids of the reached goals. */
    public Set<String> goals() {
        Set<String> goals = new HashSet<>();
        for (SectionProgress section : sections.values()) {
            goals.addAll(section.reached());
        }
        return goals;
    }

    /**
     * Returns the seed for asking a question: 0, that is its own numbers, the first time. Later seeds differ each time
     * and between learners.
     */
    public long seed(String question) {
        QuestionHistory item = course.names(question) ? questions.get(question) : null;
        return item == null ? 0 : item.nextSeed(learner);
    }

    /** Returns the minutes that the due questions take, at 40 s each, at least 1; 0 if none is due. */
    public int minutes() {
        return due.isEmpty() ? 0 : Math.max(1, Math.round(due.size() * SECONDS_A_QUESTION / 60f));
    }

    /** Returns the day when the next question comes back; empty if questions are due now or none was answered. */
    public Optional<LocalDate> next() {
        LocalDate next = null;
        for (QuestionHistory item : items().values()) {
            LocalDate back = item.box().due();
            next = next == null || back.isBefore(next) ? back : next;
        }
        return due.isEmpty() ? Optional.ofNullable(next) : Optional.empty();
    }

    /** Returns what is due, as a clause: {@code 3 questions are due, about 2 minutes}. */
    public String agenda() {
        int minutes = minutes();
        return due.isEmpty()
                ? next().map(day -> "nothing is due before " + day).orElse("nothing to review yet")
                : due.size()
                        + (due.size() == 1 ? " question is due, about " : " questions are due, about ")
                        + (minutes == 1 ? "a minute" : minutes + " minutes");
    }

    /** Returns {@link #agenda} as a sentence. */
    public String agendaSentence() {
        String agenda = agenda();
        return agenda.substring(0, 1).toUpperCase(Locale.ROOT) + agenda.substring(1) + ".";
    }
}
