package dev.nabla.progress;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Writes entries to the journal at once. Entries that cannot be written are reported and retried with the next ones.
 */
public final class ProgressRecorder {
    private static final String LATE = "Not kept yet: the class does not answer; if the server stops now, it is lost.";

    private final JournalSink journal;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private boolean complained;
    private Optional<String> why = Optional.empty();

    /** A receiver of entries, like {@link Journal#append}. */
    public interface JournalSink {
        void append(Entry entry) throws IOException;

        /**
         * Returns a future that completes when the entries appended since the last call are on disk; empty if
         * {@link #append} waits for that.
         */
        default Optional<CompletableFuture<Void>> safe() {
            return Optional.empty();
        }
    }

    public ProgressRecorder(JournalSink journal) {
        this.journal = journal;
    }

    /**
     * Writes entries, after those that are waiting. Returns the reason if an entry cannot be written yet. While writing
     * fails, a call with positions only does not repeat the reason.
     */
    public Optional<String> keep(List<Entry> entries) {
        waiting.addAll(entries);
        try {
            while (!waiting.isEmpty()) {
                journal.append(waiting.element());
                waiting.remove();
            }
            complained = false;
            return Optional.empty();
        } catch (IOException unwritable) {
            why = Optional.of(unwritable.getMessage());
            boolean alreadyReported = complained && entries.stream().allMatch(Entry.Stood.class::isInstance);
            complained = true;
            return alreadyReported ? Optional.empty() : why;
        }
    }

    /**
     * Returns a future that completes when the entries kept since the last call are on disk, or fails with the reason.
     * Empty if {@link #keep} itself waits for that.
     */
    public Optional<CompletableFuture<Void>> safe() {
        return journal.safe();
    }

    /** Returns why the entries are not on disk at this moment, as a sentence for the learner; empty if they are. */
    public static Optional<String> whyUnsafe(CompletableFuture<Void> safe) {
        return safe.handle(ProgressRecorder::reason).getNow(Optional.of(LATE));
    }

    private static Optional<String> reason(Void written, Throwable refused) {
        return Optional.ofNullable(refused)
                .map(failure -> failure instanceof CompletionException wrapped ? wrapped.getCause() : failure)
                .map(failure -> Objects.toString(failure.getMessage(), failure.toString()));
    }

    /** Returns the number of entries that are not written yet. */
    public int lost() {
        return waiting.size();
    }

    /** Returns why the waiting entries could not be written; empty if none waits. */
    public Optional<String> why() {
        return why.filter(reason -> !waiting.isEmpty());
    }
}
