package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.room.Account.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What teachers are called, by the lines of their keys. */
class TeachersTest {
    private static final String NOETHER =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    private static final String GAUSS =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA";

    @TempDir
    private Path folder;

    private String named(String line, String... others) throws IOException {
        Path file = Files.writeString(folder.resolve("teachers"), line + "\n" + String.join("\n", others));
        return new Teachers(file).name(Fingerprint.read(line));
    }

    @Table
    void aCommentIsANameIfItLooksLikeOne(String comment, String name) throws IOException {
        assertThat(named(NOETHER + (comment == null ? "" : " " + comment))).isEqualTo(name);
    }

    @Test
    void oneNameStandsForAllAndOfSeveralNone() throws IOException {
        named(NOETHER + " Ms Noether", "no-pty " + GAUSS + " Ms Noether");
        assertThat(new Teachers(folder.resolve("teachers")).name(Optional.empty()))
                .isEqualTo("Ms Noether");
        assertThat(named("no-pty " + GAUSS + " Herr Gauß", NOETHER + " Ms Noether"))
                .isEqualTo("Herr Gauß");
        assertThat(new Teachers(folder.resolve("teachers")).name(Optional.empty()))
                .isEqualTo("your teacher");
    }
}
