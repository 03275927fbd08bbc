package dev.nabla.serve.hub;

import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.room.ClassStore;
import dev.nabla.room.name.Student;
import dev.nabla.serve.log.RetryLater;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.tui.RemoteTutorFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Reads the journals of students and adds to them, within {@link Quotas}. Teachers have no journal. */
public final class Journals {
    /** Message for a student whose entry was dropped. */
    public static final String ENTRY_DROPPED = "An answer is not kept, because of a fault in nabla itself.";

    private final ClassStore store;
    private final String course;
    private final Quotas quotas;
    private final Hub hub;

    /** @param course id of the course */
    public Journals(ClassStore store, String course, Quotas quotas, Hub hub) {
        this.store = store;
        this.course = course;
        this.quotas = quotas;
        this.hub = hub;
    }

    /**
     * Computes the progress of a user. Counts the entries of today in the journal for the quotas.
     *
     * @throws RetryLater if the store cannot be read
     */
    public Progress progress(AuthenticatedUser user, RemoteTutorFactory tutor) {
        try {
            if (user.student().isEmpty()) {
                return tutor.progress(taker -> {});
            }
            Student student = user.student().get();
            Quotas.TodayCounter today = quotas.counterForToday();
            // If entries are out of order, the journal is read twice; they are counted in the first pass only.
            AtomicReference<Consumer<Entry>> counter = new AtomicReference<>(today);
            Progress progress = tutor.progress(taker ->
                    store.each(student, course, counter.getAndSet(again -> {}).andThen(taker)));
            quotas.startFrom(student, today);
            return progress;
        } catch (IOException away) {
            throw new RetryLater("what you have done cannot be read now; try again in a minute");
        }
    }

    /**
     * Adds entries to the journal of a user. The stage fails with a message for the student if some of them are not
     * kept.
     */
    public CompletionStage<Void> append(AuthenticatedUser user, List<Entry> entries) {
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
        return safe.exceptionallyCompose(why -> CompletableFuture.failedStage(new IOException(message(why), why)));
    }

    private static String message(Throwable failure) {
        Throwable why = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (why instanceof ClassStore.Pending) {
            return Hub.ANSWERS_IN_MEMORY;
        }
        return why instanceof IOException ? "Not kept: " + why.getMessage() : ENTRY_DROPPED;
    }

    /** Returns whether no entry of any student waits to be written. */
    public boolean hasWrittenAll() {
        return store.backlog().isEmpty();
    }

    /**
     * Writes positions that the quotas have held back.
     *
     * @param all whether to write all of them, even beyond the quota, because the class closes
     */
    public void writeHeldPositions(boolean all) {
        quotas.releasePositions(all).forEach((student, position) -> store.append(student, course, List.of(position)));
    }
}
