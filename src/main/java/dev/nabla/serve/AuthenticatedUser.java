package dev.nabla.serve;

import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Role;
import dev.nabla.room.Student;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An authenticated user.
 *
 * @param role at the time of asking; requests that only a teacher may make check it again
 * @param student empty for a teacher, and for a key that has not joined
 * @param key empty after a login with a PIN
 */
record AuthenticatedUser(Role role, Optional<Student> student, Optional<Fingerprint> key) {
    /** Whether the user has joined, or is a teacher. */
    boolean isKnown() {
        return role == Role.TEACHER || student.isPresent();
    }

    /** The user in the log: the id of the student, never a name. */
    String id() {
        return student.map(Student::id).orElseGet(() -> role == Role.TEACHER ? Role.TEACHER_NAME : "nobody");
    }

    /**
     * The key of the session in the log, or {@code PIN}: a digest of the user's id and the fingerprint. It tells two
     * keys of a user apart, and nothing of a key is left in the log once the user is erased.
     */
    String keyId() {
        return key.map(print -> Fingerprint.of((id() + ' ' + print.text()).getBytes(StandardCharsets.US_ASCII)))
                .map(digest -> digest.text().substring(7, 15))
                .orElse("PIN");
    }
}
