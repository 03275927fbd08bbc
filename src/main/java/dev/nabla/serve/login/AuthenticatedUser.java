package dev.nabla.serve.login;

import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A user who has logged in: a teacher, a student, or the holder of a new key who has not joined the class yet.
 *
 * @param role role when this record was created; a request that only a teacher may make checks it again
 * @param student empty for a teacher, and for the holder of a new key
 * @param key fingerprint of the key; empty after a login with a PIN
 */
public record AuthenticatedUser(Role role, Optional<Student> student, Optional<Fingerprint> key) {
    /** Returns whether the user is a teacher or has joined as a student. */
    public boolean isKnown() {
        return role == Role.TEACHER || student.isPresent();
    }

    /** Returns the user as the log shows it: the id of the student, {@code teacher} or {@code nobody}, never a name. */
    public String id() {
        return student.map(Student::id).orElseGet(() -> role == Role.TEACHER ? Role.TEACHER_NAME : "nobody");
    }

    /**
     * Returns the key of the session as the log shows it: 8 characters of a digest of the user's id and the
     * fingerprint, or {@code PIN}. Two keys of the same user differ in it. The fingerprint cannot be computed from it,
     * so that the log does not keep the key of a user who was erased.
     */
    public String keyId() {
        return key.map(print -> Fingerprint.of((id() + ' ' + print.text()).getBytes(StandardCharsets.US_ASCII)))
                .map(digest -> digest.text().substring(7, 15))
                .orElse("PIN");
    }
}
