package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultLogTest {
    @TempDir
    Path folder;

    @Test
    void theUserGetsOneLineAndTheFileTheTrace() throws IOException {
        Path file = folder.resolve("not/yet/there/faults.log");
        String line = new FaultLog(file).record(new IllegalStateException("odd\u001b[8m"));
        assertThat(line)
                .startsWith("nabla: a fault in nabla itself: java.lang.IllegalStateException: odd?[8m at ")
                .endsWith("; details in " + file);
        assertThat(Files.readString(file)).contains("IllegalStateException", "\tat dev.nabla.output.FaultLogTest");
    }

    @Test
    void faultsAreAppendedUntilTheFileIsLarge() throws IOException {
        Path file = folder.resolve("faults.log");
        FaultLog log = new FaultLog(file);
        log.record(new IllegalStateException("first"));
        log.record(new IllegalStateException("second"));
        assertThat(Files.readString(file)).contains("first", "second");
        Files.writeString(file, "x".repeat((1 << 20) + 1));
        log.record(new IllegalStateException("third"));
        assertThat(Files.readString(file)).contains("third").doesNotContain("xxx");
    }

    @Test
    void itFollowsNoLink() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "x".repeat((1 << 20) + 1));
        Path file = Files.createSymbolicLink(folder.resolve("faults.log"), precious);
        assertThat(new FaultLog(file).record(new IllegalStateException("odd"))).doesNotContain("details");
        assertThat(Files.size(precious)).isEqualTo((1 << 20) + 1);
    }

    @Test
    void whereNothingCanBeWrittenTheLineIsAll() {
        String line = new FaultLog(Path.of("/dev/null/none/faults.log")).record(new StackOverflowError());
        assertThat(line)
                .startsWith("nabla: a fault in nabla itself: java.lang.StackOverflowError")
                .doesNotContain("details");
    }
}
