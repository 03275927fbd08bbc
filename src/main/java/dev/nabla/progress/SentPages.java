package dev.nabla.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Pages that somebody else writes: whoever appends goes on at once and asks whether all of it is {@link #safe}.
 *
 * <p>What was refused is sent again before what comes next, so it may be sent twice.
 */
public final class SentPages implements ProgressRecorder.Pages {
    private final Function<List<Entry>, CompletionStage<Void>> journal;
    /** What was sent since all was safe. */
    private final List<Entry> sent = new ArrayList<>();

    private CompletableFuture<Void> safe = CompletableFuture.completedFuture(null);

    /** @param journal writes entries down; what it returns completes when they are on the disk, or fails with a reason in words */
    public SentPages(Function<List<Entry>, CompletionStage<Void>> journal) {
        this.journal = journal;
    }

    @Override
    public void append(Entry entry) {
        boolean refused = safe.isCompletedExceptionally();
        if (safe.isDone() && !refused) {
            sent.clear();
        }
        sent.add(entry);
        CompletableFuture<Void> now =
                journal.apply(refused ? List.copyOf(sent) : List.of(entry)).toCompletableFuture();
        safe = refused ? now : CompletableFuture.allOf(safe, now);
    }

    @Override
    public Optional<CompletableFuture<Void>> safe() {
        return Optional.of(safe);
    }
}
