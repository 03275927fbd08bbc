package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Journal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerJournalTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @TempDir
    private Path folder;

    /** A million answers are 190 MB, and take ten seconds or more. */
    @Test
    void aJournalOf8MbOrMoreIsSaidToBeRead() throws IOException {
        Path journal = folder.resolve("journal.jsonl");
        new Journal(journal).append(new Read(NOON, "02"));
        assertThat(shown(journal)).isEmpty();
        Files.writeString(journal, "\n".repeat(9 << 20), StandardOpenOption.APPEND);
        assertThat(shown(journal)).isEqualTo("\rreading a journal of 9 MB\r\r" + " ".repeat(25) + "\r");
    }

    /** Returns what is shown on a terminal until the journal has been read. */
    private static String shown(Path journal) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Environment.Streams streams = new Environment.Streams(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), shown, () -> () -> 0);
        Environment.Learner learner = new Environment.Learner(journal, () -> Clock.fixed(NOON, ZoneOffset.UTC));
        Environment console = Consoles.of(learner, streams);
        assertThat(LearnerJournal.open(console, console.course()).progress().isRead("02"))
                .isTrue();
        return shown.toString(StandardCharsets.US_ASCII);
    }
}
