package dev.nabla.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenLinesTest {
    @TempDir
    private Path folder;

    private Path file;
    private WrittenLines lines;

    @BeforeEach
    void begin() {
        file = folder.resolve("journal.jsonl");
        lines = new WrittenLines(file);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> fresh(String... some) {
        List<String> fresh = new ArrayList<>(Arrays.asList(some));
        lines.removeFrom(fresh);
        return fresh;
    }

    @Test
    void onlyWhatWasAddedIsRead() throws IOException {
        assertThat(lines.readOn()).isZero();
        write("a\n".repeat(1000) + "b\n");
        assertThat(lines.readOn()).isEqualTo(2002);
        assertThat(lines.readOn()).isZero();
        write("ü\n");
        assertThat(lines.readOn()).isEqualTo(3);
        assertThat(fresh("a", "b", "ü", "c")).containsExactly("c");
        assertThat(lines.size()).isEqualTo(3);
    }

    @Test
    void aLineCountsOnceItHasItsEnd() throws IOException {
        write("a\r\nb");
        lines.readOn();
        assertThat(fresh("a", "b")).containsExactly("b");
        write("c\nd\n");
        lines.readOn();
        assertThat(fresh("b", "bc", "d")).containsExactly("b");
    }

    @Test
    void anotherFileOfTheNameIsReadAnew() throws IOException {
        write("a\nb\n");
        lines.readOn();
        Files.move(file, folder.resolve("other"));
        write("c\nd\n");
        lines.readOn();
        assertThat(fresh("a", "c")).containsExactly("a");
        Files.writeString(file, "e\n", StandardOpenOption.TRUNCATE_EXISTING);
        lines.readOn();
        assertThat(fresh("c", "e")).containsExactly("c");
        Files.delete(file);
        lines.readOn();
        assertThat(fresh("e")).containsExactly("e");
    }

    @Test
    void thousandsOfLinesAreKeptApart() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append("line ").append(i).append('\n');
        }
        write(text.toString());
        lines.readOn();
        assertThat(lines.size()).isEqualTo(50_000);
        assertThat(fresh("line 0", "line 49999", "line 50000", "line")).containsExactly("line 50000", "line");
    }
}
