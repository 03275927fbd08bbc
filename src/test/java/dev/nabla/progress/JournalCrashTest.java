package dev.nabla.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What other processes, killed or not, leave in a journal. */
@Timeout(300)
class JournalCrashTest {
    private static final int KILLS = 20;
    private static final int FOR_EVER = 1_000_000;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal.jsonl");
    }

    private Process writer(String name, int count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalWriter.class.getName(),
                        file.toString(),
                        name,
                        String.valueOf(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader said(Process writer) {
        return new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
    }

    private List<String> kept() throws IOException {
        return new Journal(file)
                .read().entries().stream()
                        .map(entry -> ((Entry.Answered) entry).item())
                        .toList();
    }

    @Test
    void noAcknowledgedAnswerIsLostHoweverOftenTheWriterIsKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        Random random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = writer("k" + kill, FOR_EVER);
            try (BufferedReader said = said(writer)) {
                for (int i = random.nextInt(60); i >= 0; i--) {
                    acknowledged.add(said.readLine());
                }
                writer.toHandle().destroyForcibly(); // kill -9, while it goes on writing
                said.lines().filter(id -> id.matches("k\\d+\\.\\d+")).forEach(acknowledged::add);
                writer.waitFor();
            }
            assertThat(kept()).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS).doesNotContainNull();
        assertThat(kept()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(acknowledged.size() + KILLS);
        assertThat(new Journal(file).read().aside()).hasSizeLessThanOrEqualTo(KILLS);
    }

    @Test
    void twoTutorsAtOnceBothWriteEverything() throws Exception {
        int each = 150;
        Process one = writer("one", each);
        Process other = writer("other", each);
        try (BufferedReader first = said(one);
                BufferedReader second = said(other)) {
            assertThat(first.lines()).hasSize(each);
            assertThat(second.lines()).hasSize(each);
        }
        assertThat(one.waitFor() + other.waitFor()).isZero();
        assertThat(kept()).hasSize(2 * each).doesNotHaveDuplicates();
        assertThat(new Journal(file).read().aside()).isEmpty();
    }
}
