package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("state/nabla/journal.jsonl");
        journal = new Journal(file);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aLearnerWithoutAJournalHasReadNothing() throws IOException {
        assertThat(journal.read()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsMarkedIsReadAgainAlsoByAnother() throws IOException {
        journal.markRead("05");
        journal.markRead("06");
        journal.markRead("05");
        assertThat(new Journal(file).read()).containsExactlyInAnyOrder("05", "06");
    }

    @Test
    void aLineIsOneJsonObjectAndNothingIsRewritten() throws IOException {
        journal.markRead("05");
        String first = Files.readString(file);
        assertThat(first).isEqualTo("{\"format\":\"1\",\"event\":\"read\",\"section\":\"05\"}\n");
        journal.markRead("06");
        assertThat(Files.readString(file)).startsWith(first);
    }

    @Test
    void aNameThatNeedsEscapingSurvives() throws IOException {
        journal.markRead("a\"b\\c\nd ü");
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(journal.read()).containsExactly("a\"b\\c\nd ü");
    }

    @Test
    void aLineTornByAPowerCutIsPassedOver() throws IOException {
        journal.markRead("05");
        Files.writeString(file, "{\"format\":\"1\",\"event\":\"re", StandardOpenOption.APPEND);
        assertThat(journal.read()).containsExactly("05");
    }

    @Test
    void whatIsWrittenAfterATornLineIsNotLost() throws IOException {
        write("{\"format\":\"1\",\"event\":\"read\",\"section\":\"05\"}\n{\"format\":\"1\",\"ev");
        journal.markRead("06");
        assertThat(journal.read()).containsExactlyInAnyOrder("05", "06");
    }

    @Test
    void foreignLinesArePassedOverAndStay() throws IOException {
        String foreign = "garbage\n[1,2]\n\n{\"event\":\"answer\",\"parts\":{\"a\":[1]},\"section\":\"07\"}\n"
                + "{\"event\":{\"x\":1},\"section\":\"08\"}\n{\"event\":\"read\"}\n";
        write(foreign);
        journal.markRead("06");
        assertThat(journal.read()).containsExactly("06");
        assertThat(Files.readString(file)).startsWith(foreign);
    }

    @Test
    void bytesThatAreNotUtf8DoNotHideTheRest() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        journal.markRead("06");
        assertThat(journal.read()).containsExactly("06");
    }

    @Test
    void manyWritersAtOnceLoseNoLine() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String section = "s" + i;
            tasks.add(() -> {
                new Journal(file).markRead(section);
                return null;
            });
        }
        for (Future<Void> done : writers.invokeAll(tasks)) {
            done.get();
        }
        writers.shutdown();
        assertThat(journal.read()).hasSize(64);
        assertThat(Files.readAllLines(file)).hasSize(64);
    }
}
