package dev.nabla.serve;

import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Role;
import dev.nabla.room.Student;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Somebody who has come in.
 *
 * @param role at this moment; what only a teacher may do asks again
 * @param student who it is; empty for a teacher
 * @param key by which they came in; empty for a PIN
 */
record Guest(Role role, Optional<Student> student, Optional<Fingerprint> key) {
    /** Whether they have joined. */
    boolean isKnown() {
        return role == Role.TEACHER || student.isPresent();
    }

    /** What stands for them in the log: nothing that tells a name. */
    String id() {
        return student.map(Student::id).orElseGet(() -> role == Role.TEACHER ? Role.TEACHER_NAME : "nobody");
    }

    /**
     * What stands in the log for the key by which they came in, {@code PIN} without one: a digest of their id and its
     * fingerprint, so that two keys of somebody are told apart, and nothing of a key is left once they are erased.
     */
    String keyId() {
        return key.map(print -> Fingerprint.of((id() + ' ' + print.text()).getBytes(StandardCharsets.US_ASCII)))
                .map(digest -> digest.text().substring(7, 15))
                .orElse("PIN");
    }
}
