package dev.nabla.serve;

import dev.nabla.room.ClassStore;
import dev.nabla.room.Role;
import org.apache.sshd.common.session.Session;

/**
 * Finds the user of a session with its current role, because the keys of teachers may change while the class is open.
 */
final class UserLookup {
    private final ClassStore store;
    private final TeacherKeys teachers;

    UserLookup(ClassStore store, TeacherKeys teachers) {
        this.store = store;
        this.teachers = teachers;
    }

    /** Returns the user of a session that has logged in. */
    AuthenticatedUser of(Session session) {
        return Login.identity(session).orElseThrow().user(store, teachers, session.getRemoteAddress());
    }

    /** Returns the user with its current role. */
    AuthenticatedUser withCurrentRole(AuthenticatedUser user, Session session) {
        boolean teaches = user.key()
                .filter(key -> teachers.isTeacher(key, session.getRemoteAddress()))
                .isPresent();
        return teaches == (user.role() == Role.TEACHER)
                ? user
                : new AuthenticatedUser(teaches ? Role.TEACHER : Role.STUDENT, user.student(), user.key());
    }

    /** Returns a teacher's own name; for a student, the name that all teachers of the class share. */
    String teacherName(AuthenticatedUser user) {
        return teachers.name(user.key().filter(key -> user.role() == Role.TEACHER));
    }
}
