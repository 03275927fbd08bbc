package dev.nabla.progress;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Sends entries to a remote journal without waiting. {@link #safe} reports whether they were written. Each entry is
 * sent once.
 */
public final class RemoteJournal implements ProgressRecorder.JournalSink {
    private final Function<List<Entry>, CompletionStage<Void>> journal;
    private CompletableFuture<Void> safe = CompletableFuture.completedFuture(null);

    /**
     * Creates a sender of entries.
     *
     * @param journal writes entries; the stage that it returns completes when they are on disk, or fails with a
     *     sentence for the learner
     */
    public RemoteJournal(Function<List<Entry>, CompletionStage<Void>> journal) {
        this.journal = journal;
    }

    @Override
    public void append(Entry entry) {
        safe = CompletableFuture.allOf(safe, journal.apply(List.of(entry)).toCompletableFuture());
    }

    /** Returns the future of the entries since the last call. A failure among them is not hidden by what follows it. */
    @Override
    public Optional<CompletableFuture<Void>> safe() {
        CompletableFuture<Void> written = safe;
        safe = CompletableFuture.completedFuture(null);
        return Optional.of(written);
    }
}
