package dev.nabla.room;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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
