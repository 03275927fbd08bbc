package dev.nabla.serve.login;

import dev.nabla.file.PrivateFile;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.AuthorizedKey;
import dev.nabla.serve.options.ServeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * The keys of teachers, in a file like OpenSSH's authorized_keys that may change at any time. The options {@code
 * expiry-time} and {@code from} are applied. A line with any other option lets nobody in, and neither does a file that
 * others may write.
 */
public final class TeacherKeys {
    /**
     * Least time between two reads of the file, in ns (100 ms), because up to a thousand sessions ask within a second.
     */
    private static final long READ_INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_COMPLAINTS = 10;
    private static final int LONGEST_TEXT = 200;
    private static final String UNNAMED = "your teacher";
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private final Path file;

    private final InstantSource clock;
    private final ZoneId zone;
    private final Consumer<String> operator;
    private long lastRead = System.nanoTime() - READ_INTERVAL;
    private Map<Fingerprint, List<TeacherKey>> keys = Map.of();
    private List<String> reported = List.of();

    /**
     * @param zone time zone of expiry times without a zone
     * @param operator receives a line for the operator when a part of the file becomes invalid
     */
    public TeacherKeys(Path file, InstantSource clock, ZoneId zone, Consumer<String> operator) {
        this.file = file;
        this.clock = clock;
        this.zone = zone;
        this.operator = operator;
    }

    public Path file() {
        return file;
    }

    /**
     * Creates the file from the public keys in the operator's {@code .ssh}, if it does not exist.
     *
     * @return names of the key files that were added
     * @throws ServeException if others may write the file, or it cannot be written
     */
    public List<String> createFile(Path home) throws ServeException {
        Optional<String> untrusted = whyUntrusted();
        if (untrusted.isPresent()) {
            throw new ServeException(ExitCode.NOT_PRIVATE, untrusted.get());
        }
        List<String> added = new ArrayList<>();
        Path ssh = home.resolve(".ssh");
        if (Files.exists(file) || !Files.isDirectory(ssh)) {
            return added;
        }
        try (DirectoryStream<Path> publics = Files.newDirectoryStream(ssh, "id_*.pub")) {
            for (Path key : publics) {
                String line = Files.readString(key).strip();
                if (isKey(line)) {
                    add(line);
                    added.add(key.getFileName().toString());
                }
            }
            return added;
        } catch (IOException unwritable) {
            throw new ServeException(ExitCode.CANNOT_WRITE, file + " cannot be written: " + unwritable.getMessage());
        }
    }

    /** Returns whether a line holds a public key; a certificate, which may be in the same folder, is none. */
    private static boolean isKey(String line) {
        try {
            return AuthorizedKey.read(line).isPresent();
        } catch (BadInput other) {
            return false;
        }
    }

    /** Returns the number of keys that have not expired. */
    public synchronized int count() {
        Instant now = clock.instant();
        return (int) keys().values().stream()
                .filter(lines -> lines.stream().anyMatch(line -> !line.isExpired(now)))
                .count();
    }

    /** Returns whether a key is a teacher's now, from an address. */
    synchronized boolean isTeacher(Fingerprint key, SocketAddress from) {
        Optional<InetAddress> address =
                from instanceof InetSocketAddress socket ? Optional.of(socket.getAddress()) : Optional.empty();
        Instant now = clock.instant();
        return keys().getOrDefault(key, List.of()).stream().anyMatch(line -> line.isValid(now, address));
    }

    /**
     * Returns the name of the teacher with a key; without a key, the name that all teachers share. Returns {@code your
     * teacher} if there is no such name.
     */
    synchronized String name(Optional<Fingerprint> key) {
        Instant now = clock.instant();
        Map<Fingerprint, List<TeacherKey>> known = keys();
        Stream<TeacherKey> lines = key.map(one -> known.getOrDefault(one, List.of()).stream())
                .orElseGet(() -> known.values().stream().flatMap(List::stream));
        List<String> names = lines.filter(line -> !line.isExpired(now))
                .map(line -> line.name().orElse(UNNAMED))
                .distinct()
                .toList();
        return names.size() == 1 ? names.get(0) : UNNAMED;
    }

    /**
     * Adds the key of another teacher to the file.
     *
     * @throws IOException if others may write the file, or it cannot be written
     */
    void add(PublicKey key) throws IOException {
        add(PublicKeyEntry.toString(key));
    }

    private synchronized void add(String line) throws IOException {
        Optional<String> untrusted = whyUntrusted();
        if (untrusted.isPresent()) {
            throw new IOException(untrusted.get());
        }
        new PrivateFile(file).add(line + "\n");
        lastRead = System.nanoTime() - READ_INTERVAL;
    }

    /**
     * Returns why the file cannot be trusted: others may write it, or replace it in its folder. Returns empty if it
     * can.
     */
    private Optional<String> whyUntrusted() {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (!Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS_WRITE)) {
                return Optional.of("others may write " + file + "; type chmod go-w " + file);
            }
            for (Path folder :
                    List.of(file.toAbsolutePath().getParent(), file.toRealPath().getParent())) {
                if (!Collections.disjoint(Files.getPosixFilePermissions(folder), OTHERS_WRITE)
                        && !PrivateFile.isShared(folder)) {
                    return Optional.of("others may replace " + file + "; type chmod go-w " + folder);
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(unreadable(unreadable));
        }
    }

    private String unreadable(IOException why) {
        return PrivateFile.refused("cannot read", file, why).getMessage();
    }

    private Map<Fingerprint, List<TeacherKey>> keys() {
        if (System.nanoTime() - lastRead >= READ_INTERVAL) {
            lastRead = System.nanoTime();
            List<String> complaints = new ArrayList<>();
            keys = read(complaints);
            List<String> unreported =
                    complaints.stream().filter(line -> !reported.contains(line)).toList();
            unreported.stream().limit(MOST_COMPLAINTS).forEach(operator);
            if (unreported.size() > MOST_COMPLAINTS) {
                operator.accept((unreported.size() - MOST_COMPLAINTS) + " more lines of " + file + " are like these");
            }
            reported = complaints;
        }
        return keys;
    }

    private Map<Fingerprint, List<TeacherKey>> read(List<String> complaints) {
        try {
            Optional<String> untrusted = whyUntrusted();
            if (untrusted.isPresent()) {
                complaints.add(untrusted.get() + "; until then nobody can teach");
                return Map.of();
            }
            if (!Files.exists(file)) {
                return Map.of();
            }
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                complaints.add(file + " is no file of at most 1 MiB; nobody can teach");
                return Map.of();
            }
            return parse(Files.readAllBytes(file), complaints);
        } catch (IOException unreadable) {
            complaints.add(unreadable(unreadable) + "; nobody can teach");
            return Map.of();
        }
    }

    /**
     * Reads the lines of the file. As in OpenSSH, a carriage return alone does not end a line, so that the text after
     * it stays part of a comment.
     */
    private Map<Fingerprint, List<TeacherKey>> parse(byte[] text, List<String> complaints) {
        List<TeacherKey> read = new ArrayList<>();
        String[] lines = new String(text, StandardCharsets.UTF_8).split("\n");
        for (int i = 0; i < lines.length; i++) {
            String where = "line " + (i + 1) + " of " + file;
            try {
                AuthorizedKey.read(lines[i])
                        .map(line -> TeacherKey.of(line, zone))
                        .ifPresent(key -> {
                            read.add(key);
                            key.from().ifPresent(from -> from.hostNames()
                                    .forEach(name -> complaints.add(where + ": '" + cut(name)
                                            + "' in from= matches nothing, as no host names are looked up")));
                        });
            } catch (BadInput bad) {
                complaints.add(where + " lets nobody in: " + cut(bad.getMessage()));
            }
        }
        return read.stream().collect(Collectors.groupingBy(TeacherKey::key));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
