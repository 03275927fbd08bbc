package dev.nabla.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Programs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    private static final Instant TIME = Instant.ofEpochSecond(1_000_000_000);

    @TempDir
    private Path folder;

    @Test
    void pythonReadsTheSortedEntriesOfRoot() throws Exception {
        Programs.require("python3");
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("b"), "bytes");
        Tree.copyProgram(data.resolve("b"), data.resolve("a/run"));
        Files.createSymbolicLink(data.resolve("c"), Path.of("a/run"));
        Path tar = folder.resolve("x.tar");
        try (OutputStream out = Files.newOutputStream(tar)) {
            Tar.write(data, "top", TIME, out);
        }
        String list =
                "import sys, tarfile\nfor e in tarfile.open(sys.argv[1]): print(e.name, oct(e.mode), e.size, e.mtime, e.uid,"
                        + " e.uname, e.linkname)";
        Process python = new ProcessBuilder("python3", "-c", list, tar.toString()).start();
        assertThat(new String(python.getInputStream().readAllBytes()).lines())
                .containsExactly(
                        "top 0o755 0 1000000000 0 root ",
                        "top/a 0o755 0 1000000000 0 root ",
                        "top/a/run 0o755 5 1000000000 0 root ",
                        "top/b 0o644 5 1000000000 0 root ",
                        "top/c 0o777 0 1000000000 0 root a/run");
    }

    @Test
    void aNameThatDoesNotFitIsRefused() throws IOException {
        Files.writeString(folder.resolve("n".repeat(98)), "");
        assertThatThrownBy(() -> Tar.write(folder, "top", TIME, new ByteArrayOutputStream()))
                .isInstanceOf(StepFailure.class)
                .hasMessageEndingWith("Give it a shorter name.");
    }
}
