package dev.nabla.room;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How a student is known.
 *
 * @param keys those that may log in
 * @param pin salted hash of the PIN
 * @param joined when
 */
public record Account(Student student, Set<Fingerprint> keys, Optional<String> pin, Instant joined) {
    /** The fingerprint of a public key as OpenSSH tells it, {@code SHA256:} and 43 characters. */
    public record Fingerprint(String text) {}

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
}
