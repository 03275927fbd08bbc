package dev.nabla.serve;

import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Warns the operator about entries that wait to be written: when the first one waits, every minute, and when all are
 * written.
 */
final class BacklogAlarm {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final ClassStore store;
    private final InstantSource clock;
    private final Consumer<String> operator;
    private Optional<Backlog> reported = Optional.empty();
    private Instant reportedAt = Instant.MIN;

    BacklogAlarm(ClassStore store, InstantSource clock, Consumer<String> operator) {
        this.store = store;
        this.clock = clock;
        this.operator = operator;
    }

    /** Reports a change of the backlog, and every minute that it lasts. Called once a second. */
    synchronized void check() {
        Optional<Backlog> now = store.backlog();
        if (now.isEmpty()) {
            reported.ifPresent(written -> operator.accept(
                    "ALL WRITTEN: no answer waits any more; the first had waited since " + time(written)));
            reported = now;
        } else if (reported.isEmpty() || !reportedAt.plus(INTERVAL).isAfter(clock.instant())) {
            operator.accept(waiting(now.get()));
            reported = now;
            reportedAt = clock.instant();
        }
    }

    private String waiting(Backlog backlog) {
        return "NOT WRITTEN: " + backlog.entries() + " answers and other entries of students wait since "
                + time(backlog) + " ("
                + backlog.why() + "). "
                + (backlog.inMemory()
                        ? "They are in memory alone: do not stop this server before they are written, or they are lost."
                        : "They are in a file on this machine, and are written when the database is there.");
    }

    /**
     * Reports the entries that are not written now that the store is closed.
     *
     * @return whether these entries are lost, because they were in memory only
     */
    synchronized boolean reportUnwritten() {
        Optional<Backlog> left = store.backlog();
        left.ifPresent(backlog -> operator.accept(
                backlog.inMemory()
                        ? "LOST: " + backlog.entries() + " answers and other entries of students since " + time(backlog)
                                + " were not written (" + backlog.why() + ")"
                        : backlog.entries()
                                + " answers and other entries of students wait in a file on this machine; the next"
                                + " nabla serve writes them"));
        return left.filter(Backlog::inMemory).isPresent();
    }

    private String time(Backlog backlog) {
        return LocalTime.ofInstant(backlog.since(), store.info().zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
