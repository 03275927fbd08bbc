package dev.nabla.serve;

import dev.nabla.room.ClassStore;
import dev.nabla.room.Role;
import org.apache.sshd.common.session.Session;

/** Finds the user of a session, with the role of this moment: keys of teachers change while the class is open. */
final class Users {
    private final ClassStore store;
    private final Teachers teachers;

    Users(ClassStore store, Teachers teachers) {
        this.store = store;
        this.teachers = teachers;
    }

    /** The user of a session that has logged in. */
    Guest of(Session session) {
        return Login.identity(session).orElseThrow().guest(store, teachers, session.getRemoteAddress());
    }

    /** The same user with the role of this moment. */
    Guest now(Guest guest, Session session) {
        boolean teaches = guest.key()
                .filter(key -> teachers.have(key, session.getRemoteAddress()))
                .isPresent();
        return teaches == (guest.role() == Role.TEACHER)
                ? guest
                : new Guest(teaches ? Role.TEACHER : Role.STUDENT, guest.student(), guest.key());
    }

    /** What a student's teacher is called, or a teacher's own name. */
    String teacherName(Guest guest) {
        return teachers.name(guest.key().filter(key -> guest.role() == Role.TEACHER));
    }
}
