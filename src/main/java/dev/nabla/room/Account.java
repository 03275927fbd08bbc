package dev.nabla.room;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a student is known.
 *
 * @param keys those that may log in
 * @param pin salted hash of the PIN
 * @param joined when, to the millisecond
 */
public record Account(Student student, Set<Fingerprint> keys, Optional<String> pin, Instant joined) {
    public Account {
        joined = joined.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The fingerprint of a public key as OpenSSH tells it, {@code SHA256:} and 43 characters. */
    public record Fingerprint(String text) {
        private static final Pattern KEY =
                Pattern.compile("(?:^| )((?:sk-)?(?:ssh|ecdsa)-[^ ]+) +([A-Za-z0-9+/]+=*)(?: |$)");

        /** Of a public key in the form of SSH. */
        public static Fingerprint of(byte[] key) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
                return new Fingerprint(
                        "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest));
            } catch (NoSuchAlgorithmException never) {
                throw new IllegalStateException(never); // every Java has it
            }
        }

        /** Of a line of a {@code .pub} file or of authorized_keys; empty if that holds no key. */
        public static Optional<Fingerprint> read(String line) {
            Matcher found = KEY.matcher(line.strip());
            return found.find() && isWhole(found.group(1), found.group(2))
                    ? Optional.of(of(Base64.getDecoder().decode(found.group(2))))
                    : Optional.empty();
        }

        /** True if it is texts with their lengths in front, of which the first is the type; what was cut short is none. */
        private static boolean isWhole(String type, String base64) {
            try {
                ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
                String first = StandardCharsets.US_ASCII
                        .decode(key.slice().position(Integer.BYTES).limit(Integer.BYTES + type.length()))
                        .toString();
                int texts = 0;
                for (; key.hasRemaining(); texts++) {
                    int length = key.getInt();
                    key.position(length < 0 ? length : key.position() + length);
                }
                return first.equals(type) && texts > 1;
            } catch (IllegalArgumentException | BufferUnderflowException cut) {
                return false;
            }
        }
    }

    public Account named(Name name) {
        return new Account(new Student(student.id(), name), keys, pin, joined);
    }

    /** With more keys. */
    public Account and(Set<Fingerprint> others) {
        Set<Fingerprint> more = new HashSet<>(keys);
        more.addAll(others);
        return new Account(student, more, pin, joined);
    }

    public Account withoutKeys() {
        return new Account(student, Set.of(), pin, joined);
    }

    /** With the hash of another PIN, or none. */
    public Account pinned(Optional<String> hash) {
        return new Account(student, keys, hash, joined);
    }
}
