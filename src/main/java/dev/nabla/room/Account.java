package dev.nabla.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a student is known.
 *
 * @param keys those that may log in
 * @param pin salted hash of the PIN
 * @param joined when, to the millisecond
 * @param word what lets the student in once, after a key or PIN was forgotten
 * @param wrongPins those typed for this account
 * @param places the last that were new when a right PIN came from them, the newest first
 */
public record Account(
        Student student,
        Set<Fingerprint> keys,
        Optional<String> pin,
        Instant joined,
        Optional<ResetWord> word,
        WrongPins wrongPins,
        List<AccountPlace> places) {
    private static final int MOST_PLACES = 3;

    public Account {
        joined = joined.truncatedTo(ChronoUnit.MILLIS);
        places = List.copyOf(places);
    }

    /** An account that nobody has tried to come into. */
    public Account(Student student, Set<Fingerprint> keys, Optional<String> pin, Instant joined) {
        this(student, keys, pin, joined, Optional.empty(), WrongPins.NONE, List.of());
    }

    /**
     * A network address, as the account of one student remembers it: 16 bits of a digest over the id of the student and
     * the address. They tell an address from others, and each value stands for 65,536 addresses of IPv4.
     */
    public record AccountPlace(String text) {
        private static final int BITS = 16;

        public static AccountPlace of(Student student, String address) {
            byte[] digest = sha256((student.id() + ' ' + address).getBytes(StandardCharsets.UTF_8));
            return new AccountPlace(HexFormat.of().formatHex(digest, 0, BITS / Byte.SIZE));
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }

    /** The fingerprint of a public key as OpenSSH tells it, {@code SHA256:} and 43 characters. */
    public record Fingerprint(String text) {
        /** Of a public key in the form of SSH. */
        public static Fingerprint of(byte[] key) {
            return new Fingerprint(
                    "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(sha256(key)));
        }
    }

    public Account named(StudentName name) {
        return new Account(new Student(student.id(), name), keys, pin, joined, word, wrongPins, places);
    }

    /** With more keys. */
    public Account and(Set<Fingerprint> others) {
        Set<Fingerprint> more = new HashSet<>(keys);
        more.addAll(others);
        return new Account(student, more, pin, joined, word, wrongPins, places);
    }

    public Account withoutKeys() {
        return new Account(student, Set.of(), pin, joined, word, wrongPins, places);
    }

    /** With the hash of another PIN, or none; what was tried for the one before is forgotten. */
    public Account pinned(Optional<String> hash) {
        return new Account(student, keys, hash, joined, word, WrongPins.NONE, List.of());
    }

    /** With another word, or none, that lets the student in once. */
    public Account resetBy(Optional<ResetWord> other) {
        return new Account(student, keys, pin, joined, other, wrongPins, places);
    }

    public Account guarded(WrongPins other) {
        return new Account(student, keys, pin, joined, word, other, places);
    }

    /** After a right PIN from a place. */
    public Account cameFrom(AccountPlace place) {
        List<AccountPlace> all = places.contains(place)
                ? places
                : Stream.concat(Stream.of(place), places.stream())
                        .limit(MOST_PLACES)
                        .toList();
        return new Account(student, keys, pin, joined, word, wrongPins.right(), all);
    }

    /** With the keys of the same student elsewhere, and with the PIN and the word where there are any. */
    public Account provedAs(Account elsewhere) {
        Account keyed = and(elsewhere.keys).resetBy(elsewhere.word.or(() -> word));
        return elsewhere.pin.isEmpty() ? keyed : keyed.pinned(elsewhere.pin).guarded(elsewhere.wrongPins);
    }
}
