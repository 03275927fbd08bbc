package dev.nabla.serve;

import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Hosting.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** The keys of teachers, a file as {@code authorized_keys}; it may be changed at any time. */
final class Teachers {
    private static final int CANNOT_WRITE = 74;
    /** It is looked after once a second at most. */
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

    private static final long LARGEST = 1 << 20;

    private final Path file;
    private FileTime read = FileTime.fromMillis(0);
    private long looked = System.nanoTime() - LOOK;
    private Set<Fingerprint> keys = Set.of();

    Teachers(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Where there is no such file, the public keys of whoever starts the class are written there; what they are called. */
    List<String> begin(Path home) throws Refused {
        List<String> taken = new ArrayList<>();
        if (Files.exists(file)) {
            return taken;
        }
        Path ssh = home.resolve(".ssh");
        try {
            if (Files.isDirectory(ssh)) {
                try (DirectoryStream<Path> publics = Files.newDirectoryStream(ssh, "id_*.pub")) {
                    for (Path key : publics) {
                        add(Files.readString(key).strip());
                        taken.add(key.getFileName().toString());
                    }
                }
            }
            return taken;
        } catch (IOException unwritable) {
            throw new Refused(CANNOT_WRITE, file + " cannot be written: " + unwritable.getMessage());
        }
    }

    synchronized boolean isEmpty() {
        return keys().isEmpty();
    }

    /** Whether this key is a teacher's now. */
    synchronized boolean have(Fingerprint key) {
        return keys().contains(key);
    }

    /** One more teacher. */
    void add(PublicKey key) throws IOException {
        add(PublicKeyEntry.toString(key) + " by the word of the start");
    }

    private synchronized void add(String line) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        looked = System.nanoTime() - LOOK;
    }

    /** A line that is no key lets nobody in. */
    private Set<Fingerprint> keys() {
        if (System.nanoTime() - looked < LOOK) {
            return keys;
        }
        looked = System.nanoTime();
        try {
            FileTime written = Files.getLastModifiedTime(file);
            if (!written.equals(read) && Files.size(file) <= LARGEST) {
                keys = Files.readAllLines(file).stream()
                        .flatMap(line -> Fingerprint.read(line).stream())
                        .collect(Collectors.toSet());
                read = written;
            }
        } catch (IOException none) {
            keys = Set.of();
        }
        return keys;
    }
}
