package dev.nabla.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePresenceTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotThereIsAbsent() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path there : new Path[] {folder, file}) {
            assertThat(FilePresence.isAbsent(there)).isFalse();
            assertThat(FilePresence.whyUnreadable(there)).isEmpty();
        }
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("none"));
        for (Path none : new Path[] {folder.resolve("a"), folder.resolve("a/b"), file.resolve("a/b"), dangling}) {
            assertThat(FilePresence.isAbsent(none)).as(none.toString()).isTrue();
            assertThat(FilePresence.whyUnreadable(none)).isEmpty();
        }
    }

    /** A loop of links cannot be searched by anybody, a folder of somebody else's not by everybody. */
    @Test
    void whatCannotBeSearchedIsNotTakenForAbsent() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        Path file = loop.resolve("nabla/journal.jsonl");
        assertThat(FilePresence.isAbsent(file)).isFalse();
        assertThat(FilePresence.whyUnreadable(file)).isPresent();
    }
}
