package dev.nabla.serve;

import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Role;
import dev.nabla.room.Student;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;

/** What a client has proved at its login. */
sealed interface Identity {
    /** The user that this stands for at this moment. */
    AuthenticatedUser user(ClassStore store, TeacherKeys teachers, SocketAddress from);

    /** The client has signed with this key. */
    record Keyholder(PublicKey key, Fingerprint fingerprint) implements Identity {
        @Override
        public AuthenticatedUser user(ClassStore store, TeacherKeys teachers, SocketAddress from) {
            return teachers.have(fingerprint, from)
                    ? new AuthenticatedUser(Role.TEACHER, Optional.empty(), Optional.of(fingerprint))
                    : new AuthenticatedUser(Role.STUDENT, store.who(fingerprint), Optional.of(fingerprint));
        }
    }

    /**
     * The client knew the name, the class code and the PIN.
     *
     * @param pin salted hash of the PIN; after the PIN has changed it stands for nobody
     */
    record Pinned(Student student, String pin) implements Identity {
        @Override
        public AuthenticatedUser user(ClassStore store, TeacherKeys teachers, SocketAddress from) {
            Optional<Student> owner = store.account(student.id())
                    .filter(account -> account.pin().equals(Optional.of(pin)))
                    .map(Account::student);
            return new AuthenticatedUser(Role.STUDENT, owner, Optional.empty());
        }
    }
}
