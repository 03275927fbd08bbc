package dev.nabla.serve.session;

import dev.nabla.room.ClassStore;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.RetryLater;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.serve.login.LoginServices;
import java.time.InstantSource;
import org.apache.sshd.common.session.Session;

/** Begins terminal sessions, if the class has room for them. */
public final class SessionAdmission {
    private final LoginServices logins;
    private final OpenSessions sessions;
    private final AuditLog log;
    private final ClassStore store;
    private final InstantSource clock;

    public SessionAdmission(
            LoginServices logins, OpenSessions sessions, AuditLog log, ClassStore store, InstantSource clock) {
        this.logins = logins;
        this.sessions = sessions;
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Returns the user at the other end of a channel. A student's session begins, and lasts until the channel closes.
     * Teachers are always admitted.
     *
     * @throws RetryLater if the class is full, the student has too many sessions, or the PIN was changed after the
     *     login
     */
    AuthenticatedUser admit(RestrictedChannel channel, OpenSessions.SessionKind kind) {
        Session session = channel.getSession();
        AuthenticatedUser user = logins.users().of(session);
        if (!user.isKnown() && user.key().isEmpty()) {
            throw new RetryLater("this PIN lets nobody in any more; come again");
        }
        if (!user.isKnown()) {
            sessions.requireRoom();
        }
        user.student().ifPresent(student -> {
            String since = store.info().clock(clock.instant());
            Runnable end = sessions.begin(
                    student, new OpenSessions.OpenSession(kind, since, log.address(session.getRemoteAddress())));
            channel.addCloseFutureListener(closed -> end.run());
        });
        return user;
    }

    /** Frees the place of a connection in the login queue, because its user has logged in and joined. */
    void leaveQueue(Session session) {
        logins.leaveQueue(session);
    }

    /** Returns the user with its current role. */
    AuthenticatedUser withCurrentRole(AuthenticatedUser user, Session session) {
        return logins.users().withCurrentRole(user, session);
    }
}
