package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RemoteJournalTest {
    private static final Entry ENTRY = new Entry.Stood(Instant.EPOCH, "02", "dot", Map.of());

    private final Deque<CompletableFuture<Void>> answers = new ArrayDeque<>();
    private final RemoteJournal journal = new RemoteJournal(entries -> answers.remove());

    private Optional<String> unsafe() {
        return ProgressRecorder.whyUnsafe(journal.safe().orElseThrow());
    }

    /** The server gives the same reason once. */
    @Test
    void anEntryThatIsWrittenDoesNotHideThatTheOneBeforeItIsNot() {
        answers.addAll(List.of(
                CompletableFuture.failedFuture(new IOException("full")), CompletableFuture.completedFuture(null)));
        journal.append(ENTRY);
        journal.append(ENTRY);
        assertThat(unsafe()).contains("full");
        assertThat(unsafe()).isEmpty();
    }

    @Test
    void anEntryOnTheWayIsNotKeptYet() {
        answers.add(new CompletableFuture<>());
        journal.append(ENTRY);
        assertThat(unsafe().orElseThrow()).startsWith("Not kept yet");
    }
}
