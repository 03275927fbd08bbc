package dev.nabla.store;

import dev.nabla.progress.Entry;
import dev.nabla.room.ClassStore.Backlog;
import dev.nabla.room.ClassStore.Pending;
import dev.nabla.room.ClassStore.StoreException;
import dev.nabla.room.ClassStore.StoreFault;
import dev.nabla.room.name.Student;
import dev.nabla.store.GroupCommitStore.StudentEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Entries that the store could not write, in a spool or else in memory. Each is tried again until it is written, or
 * until it causes a fault of its own. Thread-safe; only one thread may try again.
 */
final class WaitingEntries {
    private static final int MOST_WAITING = 50_000;
    private static final int MOST_AT_ONCE = 500;
    /** Least time between two attempts to write the entries student by student, in ns. */
    private static final long EACH_STUDENT = TimeUnit.SECONDS.toNanos(2);

    private final Spool spool;
    private final EntryWriter writer;
    private final Consumer<StoreFault> faults;
    private final Set<StudentEntry> waiting = Collections.synchronizedSet(new LinkedHashSet<>());
    /** Start and reason of the backlog; the number of entries in it is out of date. Empty if no entry waits. */
    private volatile Optional<Backlog> behind = Optional.empty();

    private long retriedEach = System.nanoTime() - EACH_STUDENT;

    /** Writes entries to where they belong, all or none. */
    interface EntryWriter {
        void write(List<StudentEntry> entries) throws IOException;
    }

    /** @param faults is told of each entry that is dropped, because it cannot be written at any time */
    WaitingEntries(Spool spool, EntryWriter writer, Consumer<StoreFault> faults) {
        this.spool = spool;
        this.writer = writer;
        this.faults = faults;
    }

    /** Reads what an earlier server has left in the spool. */
    void readSpool(Function<String, Optional<Student>> students) throws IOException {
        waiting.addAll(spool.read(students));
        behind = waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Backlog(Instant.now(), 0, false, "an earlier server has left them"));
    }

    /**
     * Adds entries that cannot be written now. The stage completes if the spool has stored them, and else fails with
     * {@link Pending}.
     */
    CompletionStage<Void> add(List<StudentEntry> entries, Throwable why) {
        if (why instanceof StoreException || !(why instanceof IOException)) {
            return CompletableFuture.failedStage(why);
        }
        boolean spooled = spool.add(entries);
        synchronized (waiting) {
            if (!spooled && waiting.size() + entries.size() > MOST_WAITING) {
                String words = waiting.size() + " entries wait to be written, and no more can";
                return CompletableFuture.failedStage(new StoreException(StoreException.RefusalReason.FULL, words));
            }
            waiting.addAll(entries);
            boolean inMemory = !spooled || behind.filter(Backlog::inMemory).isPresent();
            Instant since = behind.map(Backlog::since).orElseGet(Instant::now);
            behind = Optional.of(new Backlog(since, 0, inMemory, String.valueOf(why.getMessage())));
        }
        return spooled ? CompletableFuture.completedStage(null) : CompletableFuture.failedStage(new Pending(why));
    }

    /** Returns the waiting entries of a student in a course. */
    Set<Entry> of(Student student, String course) {
        synchronized (waiting) {
            return waiting.stream()
                    .filter(entry -> entry.student().id().equals(student.id())
                            && entry.course().equals(course))
                    .map(StudentEntry::entry)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    void removeAll(Student student) {
        waiting.removeIf(entry -> entry.student().id().equals(student.id()));
    }

    Optional<Backlog> backlog() {
        return behind.map(begun -> new Backlog(begun.since(), waiting.size(), begun.inMemory(), begun.why()));
    }

    /**
     * Tries to write all.
     *
     * @throws IOException if entries still wait
     */
    void retry() throws IOException {
        try {
            while (!waiting.isEmpty()) {
                retry(first(MOST_AT_ONCE));
            }
        } catch (IOException unwritable) {
            retryEachStudent(unwritable);
        }
        synchronized (waiting) {
            if (behind.isPresent() && waiting.isEmpty()) {
                spool.clear();
                behind = Optional.empty();
            }
        }
    }

    private List<StudentEntry> first(int most) {
        synchronized (waiting) {
            return waiting.stream().limit(most).toList();
        }
    }

    /**
     * Writes the entries student by student, so that no student waits because the journal of another cannot be written.
     *
     * @throws IOException if entries still wait
     */
    private void retryEachStudent(IOException unwritable) throws IOException {
        long now = System.nanoTime();
        if (now - retriedEach < EACH_STUDENT) {
            throw unwritable;
        }
        retriedEach = now;
        IOException last = unwritable;
        Map<Student, List<StudentEntry>> all = first(Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(StudentEntry::student, LinkedHashMap::new, Collectors.toList()));
        for (List<StudentEntry> entries : all.values()) {
            try {
                retry(entries);
            } catch (IOException again) {
                last = again;
            }
        }
        if (!waiting.isEmpty()) {
            throw last;
        }
    }

    /**
     * Writes some entries. Splits the list until it finds an entry that causes a fault, and drops that entry, so that
     * the others need not wait.
     */
    private void retry(List<StudentEntry> some) throws IOException {
        try {
            writer.write(some);
            some.forEach(waiting::remove);
        } catch (RuntimeException | Error fault) {
            if (some.size() > 1) {
                retry(some.subList(0, some.size() / 2));
                retry(some.subList(some.size() / 2, some.size()));
            } else {
                drop(some.get(0), fault);
            }
        }
    }

    private void drop(StudentEntry entry, Throwable fault) {
        waiting.remove(entry);
        String which = "the entry of " + entry.entry().at() + " of student "
                + entry.student().id() + " cannot be written and is dropped: " + fault;
        faults.accept(new StoreFault(Optional.of(entry.student()), new IllegalStateException(which, fault)));
    }
}
