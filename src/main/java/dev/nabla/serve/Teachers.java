package dev.nabla.serve;

import dev.nabla.progress.PrivateFile;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Hosting.Refused;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** The keys of teachers, a file as {@code authorized_keys}; it may be changed at any time. */
final class Teachers {
    /** It is looked after ten times a second at most: a thousand are asked about at once. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long LARGEST = 1 << 20;
    private static final String UNNAMED = "your teacher";
    private static final Pattern NAME =
            Pattern.compile(" [A-Za-z0-9+/]{40,}=* +([\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.’' -]{0,31})$");

    private final Path file;
    private long looked = System.nanoTime() - LOOK;
    private Map<Fingerprint, String> keys = Map.of();

    Teachers(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Where there is no such file, the public keys of whoever starts the class are written there; what they are called. */
    List<String> begin(Path home) throws Refused {
        List<String> taken = new ArrayList<>();
        Path ssh = home.resolve(".ssh");
        if (Files.exists(file) || !Files.isDirectory(ssh)) {
            return taken;
        }
        try (DirectoryStream<Path> publics = Files.newDirectoryStream(ssh, "id_*.pub")) {
            for (Path key : publics) {
                add(Files.readString(key).strip());
                taken.add(key.getFileName().toString());
            }
            return taken;
        } catch (IOException unwritable) {
            throw new Refused(Refused.CANNOT_WRITE, file + " cannot be written: " + unwritable.getMessage());
        }
    }

    synchronized boolean isEmpty() {
        return keys().isEmpty();
    }

    /** Whether this key is a teacher's now. */
    synchronized boolean have(Fingerprint key) {
        return keys().containsKey(key);
    }

    /** What the teacher with this key is called; without one, what all of them are, if it is the same. */
    synchronized String name(Optional<Fingerprint> key) {
        List<String> names = key.map(one -> List.of(keys().getOrDefault(one, UNNAMED)))
                .orElseGet(() -> keys().values().stream().distinct().toList());
        return names.size() == 1 ? names.get(0) : UNNAMED;
    }

    /** The comment behind a key, if it can be a name, as no {@code ada@laptop} is. */
    private static String name(String line) {
        Matcher name = NAME.matcher(line.strip());
        return name.find() ? name.group(1) : UNNAMED;
    }

    /** One more teacher. */
    void add(PublicKey key) throws IOException {
        add(PublicKeyEntry.toString(key));
    }

    private synchronized void add(String line) throws IOException {
        new PrivateFile(file).add(line + "\n");
        looked = System.nanoTime() - LOOK;
    }

    /** A line that is no key lets nobody in. */
    private Map<Fingerprint, String> keys() {
        if (System.nanoTime() - looked < LOOK) {
            return keys;
        }
        looked = System.nanoTime();
        try {
            Map<Fingerprint, String> found = new HashMap<>();
            for (String line : Files.size(file) > LARGEST ? List.<String>of() : Files.readAllLines(file)) {
                Fingerprint.read(line).ifPresent(key -> found.put(key, name(line)));
            }
            keys = found;
        } catch (IOException none) {
            keys = Map.of();
        }
        return keys;
    }
}
