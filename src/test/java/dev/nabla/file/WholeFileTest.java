package dev.nabla.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
    @TempDir
    private Path folder;

    private static WholeFile.ContentWriter text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void whereTheDiskIsFullTheOldContentStaysAndNoHalf() throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), "old");
        WholeFile whole = WholeFile.at(file);
        assertThatThrownBy(() -> whole.replace(out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("model.json");
        whole.replace(text("new"));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("model.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x---"})
    void theModeStays(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        WholeFile.at(file).replace(text("new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(mode);
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
        Path far = Files.createDirectory(folder.resolve("far"));
        Path file = Files.writeString(far.resolve("model.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("far/model.json"));
        Path second = Files.createSymbolicLink(folder.resolve("second.json"), link);
        WholeFile.at(second).replace(text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(file).hasContent("new");
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.json"), far.resolve("fresh.json"));
        WholeFile.at(dangling).replace(text("fresh"));
        assertThat(dangling).isSymbolicLink();
        assertThat(far.resolve("fresh.json")).hasContent("fresh");
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        assertThatThrownBy(() -> WholeFile.at(loop)).isInstanceOf(FileSystemException.class);
    }

    @Test
    void whatAKilledProgramHasLeftIsSweptAndNothingElse() throws IOException {
        Files.writeString(folder.resolve(".a.json.999999999-1.tmp"), "{");
        long alive = ProcessHandle.current().pid();
        List<String> others = List.of(".a.json." + alive + "-1.tmp", ".b.json.999999999-1.tmp", "a.json.tmp");
        for (String name : others) {
            Files.writeString(folder.resolve(name), "");
        }
        WholeFile.at(folder.resolve("a.json")).sweep();
        assertThat(names()).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void whetherAFileCanBeWrittenIsKnownBefore() throws IOException {
        WholeFile.at(folder.resolve("a.json")).tryOut();
        assertThat(names()).isEmpty();
        WholeFile nowhere = WholeFile.at(folder.resolve("no/a.json"));
        assertThatThrownBy(nowhere::tryOut)
                .isInstanceOfSatisfying(
                        IOException.class, why -> assertThat(FileReason.of(why)).isEqualTo("no such file or folder"));
    }
}
