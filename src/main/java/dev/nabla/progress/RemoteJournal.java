package dev.nabla.progress;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Sends entries to another writer, and does not wait for it: {@link #safe} tells what becomes of them. Each is sent
 * once.
 */
public final class RemoteJournal implements ProgressRecorder.JournalSink {
    private final Function<List<Entry>, CompletionStage<Void>> journal;
    private CompletableFuture<Void> safe = CompletableFuture.completedFuture(null);

    /**
     * Sends entries to a journal.
     *
     * @param journal writes entries down; the stage that it returns completes when they are on the disk, or fails with
     *     a sentence for the learner
     */
    public RemoteJournal(Function<List<Entry>, CompletionStage<Void>> journal) {
        this.journal = journal;
    }

    @Override
    public void append(Entry entry) {
        CompletableFuture<Void> now = journal.apply(List.of(entry)).toCompletableFuture();
        safe = safe.isDone() ? now : CompletableFuture.allOf(safe, now);
    }

    @Override
    public Optional<CompletableFuture<Void>> safe() {
        return Optional.of(safe);
    }
}
