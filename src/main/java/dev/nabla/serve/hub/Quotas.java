package dev.nabla.serve.hub;

import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.room.name.Student;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Limits how much each student writes into a class, in all sessions together, so that no script fills a disk. Answers
 * are counted apart from everything else: sections read, goals, positions and votes. Entries beyond a limit are
 * refused, except for a position: it waits, and a later position replaces it.
 */
public final class Quotas {
    static final int ANSWERS_A_SECOND = 5;
    static final int ANSWERS_A_DAY = 2000;
    private static final int OTHERS_A_MINUTE = 60;
    private static final int OTHERS_A_DAY = 2000;

    private static final String TOO_FAST =
            "Not kept: that was faster than " + ANSWERS_A_SECOND + " answers a second. Go on a little slower.";
    private static final String ENOUGH =
            "You have given " + ANSWERS_A_DAY + " answers today. Further ones are not kept until tomorrow.";
    private static final String TOO_MUCH = "Not kept: that was too much at once. Go on a little slower.";

    private final InstantSource clock;
    private final DayRule days;
    /** Quotas by student id. */
    private final Map<String, Quota> quotas = new HashMap<>();

    /** @param days rule for when a day ends in the class */
    public Quotas(InstantSource clock, DayRule days) {
        this.clock = clock;
        this.days = days;
    }

    /**
     * The entries that may be written now.
     *
     * @param refused message for the student about the other entries; empty if there are none, or only a position that
     *     waits
     */
    record Admitted(List<Entry> entries, Optional<String> refused) {}

    /** The recent writes of one student. */
    private final class Quota {
        private final Student student;
        private final QuotaWindow answers = new QuotaWindow(ANSWERS_A_SECOND, Duration.ofSeconds(1));
        private final QuotaWindow others = new QuotaWindow(OTHERS_A_MINUTE, Duration.ofMinutes(1));
        private LocalDate day = LocalDate.MIN;
        private int answersToday;
        private int othersToday;
        /** A position beyond the limit, to be written once the limit permits it. */
        private Optional<Stood> held = Optional.empty();

        Quota(Student student) {
            this.student = student;
        }

        private Quota at(Instant now) {
            LocalDate today = days.of(now);
            if (!today.equals(day)) {
                day = today;
                answersToday = 0;
                othersToday = 0;
            }
            return this;
        }

        /** Counts an entry if it may be written. Returns the message for the student if it may not, else empty. */
        private Optional<String> take(Entry entry, Instant now) {
            if (!(entry instanceof Answered)) {
                return takeOther(now);
            }
            if (answersToday >= ANSWERS_A_DAY) {
                return Optional.of(ENOUGH);
            }
            if (!answers.take(now)) {
                return Optional.of(TOO_FAST);
            }
            answersToday++;
            return Optional.empty();
        }

        private Optional<String> takeOther(Instant now) {
            if (othersToday >= OTHERS_A_DAY || !others.take(now)) {
                return Optional.of(TOO_MUCH);
            }
            othersToday++;
            return Optional.empty();
        }

        private Optional<Stood> release(Instant now, boolean anyway) {
            Optional<Stood> released =
                    held.filter(position -> anyway || takeOther(now).isEmpty());
            held = released.isPresent() ? Optional.empty() : held;
            return released;
        }
    }

    /** A limit on the number of events within a time span. */
    private static final class QuotaWindow {
        private final int most;
        private final Duration span;
        private final Deque<Instant> taken = new ArrayDeque<>();

        QuotaWindow(int most, Duration span) {
            this.most = most;
            this.span = span;
        }

        boolean take(Instant now) {
            if (!taken.isEmpty() && now.isBefore(taken.getLast())) {
                taken.clear(); // the clock has been set back
            }
            if (taken.size() == most && taken.getFirst().plus(span).isAfter(now)) {
                return false;
            }
            if (taken.size() == most) {
                taken.removeFirst();
            }
            taken.addLast(now);
            return true;
        }
    }

    private Quota quota(Student student, Instant now) {
        return quotas.computeIfAbsent(student.id(), id -> new Quota(student)).at(now);
    }

    /** A counter of the entries of today in a journal that is being read. */
    final class TodayCounter implements Consumer<Entry> {
        private final LocalDate day = days.of(clock.instant());
        private int answers;
        private int others;

        @Override
        public void accept(Entry entry) {
            if (days.of(entry.at()).equals(day)) {
                answers += entry instanceof Answered ? 1 : 0;
                others += entry instanceof Answered ? 0 : 1;
            }
        }
    }

    /** Returns a new counter for the entries of today in a journal. */
    TodayCounter counterForToday() {
        return new TodayCounter();
    }

    /**
     * Takes over the counts of today from the journal of a student, if they are higher than the counts here, as after a
     * restart.
     */
    synchronized void startFrom(Student student, TodayCounter journal) {
        Quota quota = quota(student, clock.instant());
        if (quota.day.equals(journal.day)) {
            quota.answersToday = Math.max(quota.answersToday, journal.answers);
            quota.othersToday = Math.max(quota.othersToday, journal.others);
        }
    }

    /** Counts an answer that a student has given on another host. */
    synchronized void countElsewhere(Student student) {
        quota(student, clock.instant()).answersToday++;
    }

    /** Counts the entries that a student may write now, and returns them. */
    synchronized Admitted admit(Student student, List<Entry> entries) {
        Instant now = clock.instant();
        Quota quota = quota(student, now);
        List<Entry> admitted = new ArrayList<>();
        Optional<String> refused = Optional.empty();
        for (Entry entry : entries) {
            Optional<String> why = quota.take(entry, now);
            if (why.isEmpty()) {
                admitted.add(entry);
            }
            if (entry instanceof Stood position) {
                quota.held = why.map(tooMuch -> position);
            } else {
                refused = why.isPresent() ? why : refused;
            }
        }
        return new Admitted(admitted, refused);
    }

    /** Counts a vote if it may be written. Returns the message for the student if it may not, else empty. */
    synchronized Optional<String> vote(Student student) {
        Instant now = clock.instant();
        return quota(student, now).takeOther(now);
    }

    /**
     * Returns the waiting positions that may be written now, by student.
     *
     * @param all whether to return all of them, even beyond the limit, because the class closes
     */
    synchronized Map<Student, Stood> releasePositions(boolean all) {
        Instant now = clock.instant();
        Map<Student, Stood> released = new LinkedHashMap<>();
        for (Quota quota : quotas.values()) {
            quota.at(now).release(now, all).ifPresent(position -> released.put(quota.student, position));
        }
        return released;
    }
}
