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

    /** Something that shows who somebody is. */
    public sealed interface Proof {
        record Key(Fingerprint fingerprint) implements Proof {}

        /** The salted hash of a PIN. */
        record Pin(String hash) implements Proof {}
    }

    /** What may be changed. */
    public sealed interface Change {
        /** One more key, or another PIN. */
        record Add(Proof proof) implements Change {}

        record ForgetKeys() implements Change {}

        record ForgetPin() implements Change {}

        record Rename(Name name) implements Change {}
    }

    /** What came of joining, or of another name or key. */
    public sealed interface Outcome {
        record Done(Student student) implements Outcome {}

        /** Somebody else has the name, or the key. */
        record Taken() implements Outcome {}
    }

    /** The account once this is changed. */
    public Account after(Change change) {
        Set<Fingerprint> others = new HashSet<>(keys);
        Optional<String> otherPin = pin;
        Student named = student;
        if (change instanceof Change.Rename other) {
            named = new Student(student.id(), other.name());
        } else if (change instanceof Change.ForgetKeys) {
            others.clear();
        } else if (change instanceof Change.ForgetPin) {
            otherPin = Optional.empty();
        } else if (change instanceof Change.Add more && more.proof() instanceof Proof.Key key) {
            others.add(key.fingerprint());
        } else if (change instanceof Change.Add more && more.proof() instanceof Proof.Pin other) {
            otherPin = Optional.of(other.hash());
        }
        return new Account(named, others, otherPin, joined);
    }
}
