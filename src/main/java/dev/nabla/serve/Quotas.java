package dev.nabla.serve;

import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.room.Student;
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
 * Bounds how much each student writes into a class, in all sessions together, so that no script fills a disk: answers,
 * and everything else (sections read, goals, positions, votes). What is too much is refused, except for a position: it
 * waits, and a later one takes its place.
 */
final class Quotas {
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
    /** By id. */
    private final Map<String, Quota> quotas = new HashMap<>();

    /** @param days when a day ends for the class */
    Quotas(InstantSource clock, DayRule days) {
        this.clock = clock;
        this.days = days;
    }

    /**
     * What may be written now.
     *
     * @param refused what to tell the student of the rest; empty if there is none, or only a position that waits
     */
    record Admitted(List<Entry> entries, Optional<String> refused) {}

    /** What a student has written lately. */
    private final class Quota {
        private final Student student;
        private final QuotaWindow answers = new QuotaWindow(ANSWERS_A_SECOND, Duration.ofSeconds(1));
        private final QuotaWindow others = new QuotaWindow(OTHERS_A_MINUTE, Duration.ofMinutes(1));
        private LocalDate day = LocalDate.MIN;
        private int answersToday;
        private int othersToday;
        /** A position that was too much, to be written when it is not. */
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

        /** Empty if an entry may be written, which then counts; else what to tell the student. */
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

    /** At most so many within a time. */
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
                taken.clear(); // the clock was set back
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

    /** Counts the entries of today in a journal that is gone through. */
    final class Today implements Consumer<Entry> {
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

    /** Begins to count the entries of today in a journal. */
    Today today() {
        return new Today();
    }

    /** Takes over what the journal of a student holds of today: after a restart more than is known here. */
    synchronized void known(Student student, Today journal) {
        Quota quota = quota(student, clock.instant());
        if (quota.day.equals(journal.day)) {
            quota.answersToday = Math.max(quota.answersToday, journal.answers);
            quota.othersToday = Math.max(quota.othersToday, journal.others);
        }
    }

    /** Counts an answer that a student has given at another host. */
    synchronized void elsewhere(Student student) {
        quota(student, clock.instant()).answersToday++;
    }

    /** Which of these a student may write now. */
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

    /** What to tell a student whose vote is one too many; empty if it may be written, which then counts. */
    synchronized Optional<String> vote(Student student) {
        Instant now = clock.instant();
        return quota(student, now).takeOther(now);
    }

    /**
     * Positions that have waited and may be written now, by student.
     *
     * @param all whether those that are still too much may be too, since the class closes
     */
    synchronized Map<Student, Stood> released(boolean all) {
        Instant now = clock.instant();
        Map<Student, Stood> released = new LinkedHashMap<>();
        for (Quota quota : quotas.values()) {
            quota.at(now).release(now, all).ifPresent(position -> released.put(quota.student, position));
        }
        return released;
    }
}
