package dev.nabla.serve;

import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Student;
import dev.nabla.tui.RemoteTutorFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Reads the journals of students and adds to them, within {@link Quotas}. Nothing is kept of a teacher. */
final class Journals {
    /** For a student with an entry that cannot be kept. */
    static final String FAULT = "An answer is not kept, because of a fault in nabla itself.";

    private final ClassStore store;
    private final String course;
    private final Quotas quotas;
    private final Hub hub;

    /** @param course the id of the course */
    Journals(ClassStore store, String course, Quotas quotas, Hub hub) {
        this.store = store;
        this.course = course;
        this.quotas = quotas;
        this.hub = hub;
    }

    /**
     * Computes the progress of a user, and counts for the quotas what the journal holds of today. No entry is kept.
     *
     * @throws RetryLater if the store cannot be read
     */
    Progress progress(AuthenticatedUser user, RemoteTutorFactory tutor) {
        try {
            if (user.student().isEmpty()) {
                return tutor.progress(taker -> {});
            }
            Student student = user.student().get();
            Quotas.Today today = quotas.today();
            // Entries that are out of order are gone through again, and counted once.
            AtomicReference<Consumer<Entry>> counter = new AtomicReference<>(today);
            Progress progress = tutor.progress(taker ->
                    store.each(student, course, counter.getAndSet(again -> {}).andThen(taker)));
            quotas.known(student, today);
            return progress;
        } catch (IOException away) {
            throw new RetryLater("what you have done cannot be read now; try again in a minute");
        }
    }

    /** Adds entries. The stage fails with a sentence for the student if they are not kept. */
    CompletionStage<Void> append(AuthenticatedUser user, List<Entry> entries) {
        if (user.student().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Student student = user.student().get();
        Quotas.Admitted admitted = quotas.admit(student, entries);
        CompletionStage<Void> safe = write(user, student, admitted.entries());
        return admitted.refused()
                .map(why -> safe.<Void>thenCompose(written -> CompletableFuture.failedStage(new IOException(why))))
                .orElse(safe);
    }

    private CompletionStage<Void> write(AuthenticatedUser user, Student student, List<Entry> entries) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        hub.answered(user, entries);
        CompletionStage<Void> safe = store.append(student, course, entries);
        safe.thenRun(() -> hub.onSaved(student));
        return safe.exceptionallyCompose(why -> CompletableFuture.failedStage(new IOException(sentence(why), why)));
    }

    private static String sentence(Throwable failure) {
        Throwable why = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (why instanceof ClassStore.Pending) {
            return Hub.IN_MEMORY;
        }
        return why instanceof IOException ? "Not kept: " + why.getMessage() : FAULT;
    }

    /** True if no entry waits for the store. */
    boolean isWritten() {
        return store.backlog().isEmpty();
    }

    /**
     * Writes positions that had to wait.
     *
     * @param all whether also those that would wait longer, since the class closes
     */
    void settle(boolean all) {
        quotas.released(all).forEach((student, position) -> store.append(student, course, List.of(position)));
    }
}
