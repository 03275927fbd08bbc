package dev.nabla.serve.login;

import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.sshd.common.session.Session;

/**
 * Finds the user of a session with its current role, because the keys of teachers may change while the class is open.
 */
public final class UserLookup {
    /** The option of {@code learn} over ssh that asks for pictures again. */
    public static final String PICTURES = "--pictures";

    /** Time for which a student who has joined is new. */
    private static final Duration NEW = Duration.ofMinutes(2);

    private final ClassStore store;
    private final TeacherKeys teachers;

    UserLookup(ClassStore store, TeacherKeys teachers) {
        this.store = store;
        this.teachers = teachers;
    }

    /** Returns the user of a session that has logged in. */
    public AuthenticatedUser of(Session session) {
        return Login.identity(session).orElseThrow().user(store, teachers, session.getRemoteAddress());
    }

    /** Returns the user with its current role. */
    public AuthenticatedUser withCurrentRole(AuthenticatedUser user, Session session) {
        boolean teaches = user.key()
                .filter(key -> teachers.isTeacher(key, session.getRemoteAddress()))
                .isPresent();
        return teaches == (user.role() == Role.TEACHER)
                ? user
                : new AuthenticatedUser(teaches ? Role.TEACHER : Role.STUDENT, user.student(), user.key());
    }

    /** Returns whether a user without a key has joined just now. */
    public boolean isNewWithPin(AuthenticatedUser user, Instant now) {
        return user.key().isEmpty()
                && user.student()
                        .flatMap(student -> store.account(student.id()))
                        .filter(account -> account.joined().plus(NEW).isAfter(now))
                        .isPresent();
    }

    /** Returns a teacher's own name; for a student, the name that all teachers of the class share. */
    public String teacherName(AuthenticatedUser user) {
        return teachers.name(user.key().filter(key -> user.role() == Role.TEACHER));
    }

    /**
     * Returns whether the student of a session has asked for sentences instead of pictures. False if the store cannot
     * be asked.
     */
    public boolean hasScreenReader(Session session) {
        try {
            return of(session).student().filter(this::hasScreenReader).isPresent();
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    private boolean hasScreenReader(Student student) {
        return store.account(student.id()).filter(Account::screenReader).isPresent();
    }

    /** Keeps that a student wants sentences instead of pictures. Returns what to tell the student; empty if nothing. */
    public String keepScreenReader(Student student) {
        if (hasScreenReader(student)) {
            return "";
        }
        try {
            ClassStore.done(store.change(student, account -> account.withScreenReader(true)));
            return "This class is told to you line by line from now on; 'learn " + PICTURES + "' ends that.";
        } catch (IOException unwritten) {
            return "That you want it line by line cannot be kept now: " + unwritten.getMessage();
        }
    }

    /** Keeps that the student of a session wants pictures. */
    public void forgetScreenReader(Session session) {
        of(session)
                .student()
                .filter(this::hasScreenReader)
                .ifPresent(student -> store.change(student, account -> account.withScreenReader(false)));
    }
}
