package dev.nabla.serve.login;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;

/** Reports to the login queue how far the login of each connection is, and limits the connections per user. */
final class ConnectionListener implements SessionListener {
    /** Maximum number of connections of one key, or of one student with a PIN. */
    private static final int MOST_PER_USER = 16;

    private final SshServer server;
    private final UserLookup users;
    private final LoginQueue queue;
    private final LoginAttempts attempts;
    private final BooleanSupplier closing;

    /** @param closing returns true once no more connections may begin */
    ConnectionListener(
            SshServer server, UserLookup users, LoginQueue queue, LoginAttempts attempts, BooleanSupplier closing) {
        this.server = server;
        this.users = users;
        this.queue = queue;
        this.attempts = attempts;
        this.closing = closing;
    }

    @Override
    public void sessionCreated(Session session) {
        if (closing.getAsBoolean()) {
            session.close(true);
        }
    }

    @Override
    public void sessionNegotiationEnd(
            Session session,
            Map<KexProposalOption, String> clients,
            Map<KexProposalOption, String> servers,
            Map<KexProposalOption, String> agreed,
            Throwable failure) {
        if (failure == null) {
            queue.negotiated(LoginSessionFactory.connection(session));
        }
    }

    /**
     * Called after a login. A known user leaves the login queue; a user with a new key still has to type a code on the
     * page for joining. Ends the connection if its user has too many.
     */
    @Override
    public void sessionEvent(Session session, Event event) {
        if (event != Event.Authenticated) {
            return;
        }
        Identity identity = Login.identity(session).orElseThrow();
        if (users.of(session).isKnown()) {
            queue.remove(LoginSessionFactory.connection(session));
        } else {
            queue.prompted(LoginSessionFactory.connection(session));
        }
        List<?> connections = server.getActiveSessions().stream()
                .filter(other -> Login.identity(other).filter(identity::equals).isPresent())
                .toList();
        if (connections.size() > MOST_PER_USER) {
            try {
                attempts.refuse(
                        session,
                        "you have " + MOST_PER_USER + " connections to this class; close one first",
                        "connections");
            } catch (IOException disconnected) {
                session.close(true);
            }
        }
    }
}
