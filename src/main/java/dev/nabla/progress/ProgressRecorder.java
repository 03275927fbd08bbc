package dev.nabla.progress;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Writes down what has happened, at once; what a journal does not take is told of, waits, and is written with what comes next. */
public final class ProgressRecorder {
    private static final String LATE = "Not kept yet: the class does not answer; if the server stops now, it is lost.";

    private final JournalSink journal;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private boolean complained;
    private Optional<String> why = Optional.empty();

    /** Where entries go, like {@link Journal#append}. */
    public interface JournalSink {
        void append(Entry entry) throws IOException;

        /** Completes when all that was appended is on the disk; empty where appending waits for that. */
        default Optional<CompletableFuture<Void>> safe() {
            return Optional.empty();
        }
    }

    public ProgressRecorder(JournalSink journal) {
        this.journal = journal;
    }

    /** Keeps entries; the reason if one of them is not kept yet, of places where somebody stood only once. */
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
            boolean told = complained && entries.stream().allMatch(Entry.Stood.class::isInstance);
            complained = true;
            return told ? Optional.empty() : why;
        }
    }

    /** Completes when all that the journal has taken is on the disk, or fails with the reason; empty if it is. */
    public Optional<CompletableFuture<Void>> safe() {
        return journal.safe();
    }

    /**
     * Why what the journal has taken is not on the disk at this moment, in a sentence for the learner; empty if it is.
     */
    public static Optional<String> whyUnsafe(CompletableFuture<Void> safe) {
        return safe.handle(ProgressRecorder::reason).getNow(Optional.of(LATE));
    }

    private static Optional<String> reason(Void written, Throwable refused) {
        return Optional.ofNullable(refused)
                .map(failure -> failure instanceof CompletionException wrapped ? wrapped.getCause() : failure)
                .map(failure -> Objects.toString(failure.getMessage(), failure.toString()));
    }

    /** How many entries are not kept. */
    public int lost() {
        return waiting.size();
    }

    /** Why the last of them is not. */
    public Optional<String> why() {
        return why.filter(reason -> !waiting.isEmpty());
    }
}
