package dev.nabla.cli.school.report;

import dev.nabla.progress.Entry;
import dev.nabla.progress.EntrySource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Reading of the journals of a class in a second thread, one journal ahead of the work, so that at most two are in
 * memory. A long journal is not kept in memory but read each time it is used.
 */
final class ReadAhead {
    /** Most entries of a journal that is kept in memory. A student needs years to reach it. */
    static final int MOST_KEPT = 10_000;

    private ReadAhead() {}

    /** Work on the journal of a student. */
    interface JournalTask<S> {
        void run(S student, EntrySource journal) throws IOException;
    }

    /** The exception that stops the reading of a long journal. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("more entries than are kept", null, false, false);
        }
    }

    /**
     * Works on the journals of all students in their order.
     *
     * @param journals returns the journal of a student
     */
    static <S> void each(List<S> students, Function<S, EntrySource> journals, JournalTask<S> work) throws IOException {
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "nabla-read-ahead");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletableFuture<EntrySource> next = CompletableFuture.completedFuture(taker -> {});
            for (int i = 0; i <= students.size(); i++) {
                EntrySource journal = next.join();
                if (i < students.size()) {
                    EntrySource following = journals.apply(students.get(i));
                    next = CompletableFuture.supplyAsync(() -> read(following), reader);
                }
                if (i > 0) {
                    work.run(students.get(i - 1), journal);
                }
            }
        } finally {
            reader.shutdownNow();
        }
    }

    /**
     * Returns the entries, held in memory. Returns the journal itself if it is long or cannot be read; the error then
     * occurs when it is used.
     */
    private static EntrySource read(EntrySource journal) {
        List<Entry> entries = new ArrayList<>();
        try {
            journal.each(entry -> {
                if (entries.size() == MOST_KEPT) {
                    throw new TooLong();
                }
                entries.add(entry);
            });
            return entries::forEach;
        } catch (IOException | RuntimeException again) {
            return journal;
        }
    }
}
