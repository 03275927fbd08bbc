package dev.nabla.room.account;

import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
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
 * The account of a student.
 *
 * @param keys fingerprints of the keys that may log in
 * @param pin salted hash of the PIN; empty without a PIN
 * @param joined time of joining, to the millisecond
 * @param word one-time word for a login after a key or PIN was lost; empty without one
 * @param wrongPins wrong PINs that were typed for this account
 * @param places the last three new places from which a right PIN came, the newest first
 * @param screenReader whether the student asked for sentences instead of pictures
 */
public record Account(
        Student student,
        Set<Fingerprint> keys,
        Optional<String> pin,
        Instant joined,
        Optional<ResetWord> word,
        WrongPins wrongPins,
        List<AccountPlace> places,
        boolean screenReader) {
    private static final int MOST_PLACES = 3;

    public Account {
        joined = joined.truncatedTo(ChronoUnit.MILLIS);
        places = List.copyOf(places);
    }

    /** Creates an account for which no PIN has been tried. */
    public Account(Student student, Set<Fingerprint> keys, Optional<String> pin, Instant joined) {
        this(student, keys, pin, joined, Optional.empty(), WrongPins.NONE, List.of(), false);
    }

    /**
     * The digest of a network address that an account stores: the first 16 bits of SHA-256 over the id of the student
     * and the address. It distinguishes addresses, but each value stands for 65,536 addresses of IPv4.
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
            throw new IllegalStateException(never); // every Java platform has it
        }
    }

    /** The fingerprint of a public key as OpenSSH prints it: {@code SHA256:} and 43 characters. */
    public record Fingerprint(String text) {
        /** Returns the fingerprint of a public key in its SSH encoding. */
        public static Fingerprint of(byte[] key) {
            return new Fingerprint(
                    "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(sha256(key)));
        }
    }

    public Account named(StudentName name) {
        return new Account(new Student(student.id(), name), keys, pin, joined, word, wrongPins, places, screenReader);
    }

    /** Returns a copy with more keys. */
    public Account and(Set<Fingerprint> others) {
        Set<Fingerprint> more = new HashSet<>(keys);
        more.addAll(others);
        return new Account(student, more, pin, joined, word, wrongPins, places, screenReader);
    }

    public Account withoutKeys() {
        return new Account(student, Set.of(), pin, joined, word, wrongPins, places, screenReader);
    }

    /** Returns a copy with the hash of another PIN, or none. It has no wrong PINs and no places. */
    public Account pinned(Optional<String> hash) {
        return new Account(student, keys, hash, joined, word, WrongPins.NONE, List.of(), screenReader);
    }

    /** Returns a copy with another one-time word, or none. */
    public Account resetBy(Optional<ResetWord> other) {
        return new Account(student, keys, pin, joined, other, wrongPins, places, screenReader);
    }

    public Account guarded(WrongPins other) {
        return new Account(student, keys, pin, joined, word, other, places, screenReader);
    }

    /** Returns a copy after a right PIN from a place. */
    public Account cameFrom(AccountPlace place) {
        List<AccountPlace> all = places.contains(place)
                ? places
                : Stream.concat(Stream.of(place), places.stream())
                        .limit(MOST_PLACES)
                        .toList();
        return new Account(student, keys, pin, joined, word, wrongPins.right(), all, screenReader);
    }

    /** Returns a copy that asks for sentences instead of pictures, or for pictures. */
    public Account withScreenReader(boolean wanted) {
        return new Account(student, keys, pin, joined, word, wrongPins, places, wanted);
    }

    /**
     * Returns a copy with the keys of another account of the same student added. The other account's PIN and word
     * replace those of this account, where present.
     */
    public Account provedAs(Account elsewhere) {
        Account keyed = and(elsewhere.keys).resetBy(elsewhere.word.or(() -> word));
        return elsewhere.pin.isEmpty() ? keyed : keyed.pinned(elsewhere.pin).guarded(elsewhere.wrongPins);
    }
}
