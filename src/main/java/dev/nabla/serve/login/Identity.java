package dev.nabla.serve.login;

import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;

/** The identity that a client has proved at its login. */
public sealed interface Identity {
    /** Returns the user that this identity stands for at this moment. */
    AuthenticatedUser user(ClassStore store, TeacherKeys teachers, SocketAddress from);

    /** The identity of a client that has signed with a key. */
    record Keyholder(PublicKey key, Fingerprint fingerprint) implements Identity {
        @Override
        public AuthenticatedUser user(ClassStore store, TeacherKeys teachers, SocketAddress from) {
            return teachers.isTeacher(fingerprint, from)
                    ? new AuthenticatedUser(Role.TEACHER, Optional.empty(), Optional.of(fingerprint))
                    : new AuthenticatedUser(Role.STUDENT, store.studentOf(fingerprint), Optional.of(fingerprint));
        }
    }

    /**
     * The identity of a client that knew the name, the class code and the PIN.
     *
     * @param pinHash salted hash of the PIN; once the PIN has changed, this identity stands for no student
     */
    record PinHolder(Student student, String pinHash) implements Identity {
        @Override
        public AuthenticatedUser user(ClassStore store, TeacherKeys teachers, SocketAddress from) {
            Optional<Student> owner = store.account(student.id())
                    .filter(account -> account.pin().equals(Optional.of(pinHash)))
                    .map(Account::student);
            return new AuthenticatedUser(Role.STUDENT, owner, Optional.empty());
        }
    }
}
